//! A page's bytes in two pieces: its shell, and a moment later the rest.

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

/// How much is sent by itself: what `compress.mjs` makes the shell fit into. With the answer's
/// head it is some 4 kB.
const FIRST: usize = 3 * 1024;
/// Between the two. A page's shell that is read by itself is painted while the code behind it is
/// still on its way; a network delivers them so, the loopback needs a moment.
const PAUSE: Duration = Duration::from_millis(2);

/// The bytes.
pub struct InTwo {
    shell: Option<Bytes>,
    rest: Option<Bytes>,
    pause: Option<Pin<Box<Sleep>>>,
}

impl InTwo {
    /// Bytes to be sent in two pieces, if there are enough.
    pub fn new(mut bytes: Bytes) -> Self {
        let rest = (bytes.len() > FIRST).then(|| bytes.split_off(FIRST));
        Self {
            shell: Some(bytes),
            rest,
            pause: None,
        }
    }
}

impl Body for InTwo {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(shell) = self.shell.take() {
            return Poll::Ready(Some(Ok(Frame::data(shell))));
        }
        if self.rest.is_some() {
            let pause = self.pause.get_or_insert_with(|| Box::pin(sleep(PAUSE)));
            if pause.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
        }
        Poll::Ready(self.rest.take().map(|rest| Ok(Frame::data(rest))))
    }

    fn is_end_stream(&self) -> bool {
        self.shell.is_none() && self.rest.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        let length = |bytes: &Option<Bytes>| bytes.as_ref().map_or(0, Bytes::len);
        let left = length(&self.shell) + length(&self.rest);
        SizeHint::with_exact(u64::try_from(left).unwrap_or(u64::MAX))
    }
}
