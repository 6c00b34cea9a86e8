//! Columns of [`Sources`].

use super::columns::{Reader, Writer};
use crate::model::Sources;

pub(super) fn encode(it: &Sources, to: &mut Writer) {
    to.sources(&it.list);
}

pub(super) fn decode(from: &mut Reader) -> Option<Sources> {
    Some(Sources {
        list: from.sources()?,
    })
}
