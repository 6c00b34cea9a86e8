//! A worker: a script that computes beside the page, and files that it alone reads.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

/// A file that the visitor chose. Nothing of it is read here: it is handed to a worker.
#[derive(Clone)]
pub struct Chosen(web_sys::File);

impl Chosen {
    /// The file in a field, if one is there.
    pub fn in_field(id: &str) -> Option<Chosen> {
        let field = web_sys::window()?.document()?.get_element_by_id(id)?;
        let field: web_sys::HtmlInputElement = field.dyn_into().ok()?;
        let file = field.files()?.get(0)?;
        // The same file can be chosen again, after it was mended.
        Some(Chosen(file))
    }

    /// Empties a field, so that the same file can be chosen again after it was mended.
    pub fn clear_field(id: &str) {
        let field = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id(id));
        if let Some(field) = field.and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            field.set_value("");
        }
    }

    /// The file that was dropped.
    pub fn dropped(event: &web_sys::Event) -> Option<Chosen> {
        let event: &web_sys::DragEvent = event.dyn_ref()?;
        let file = event.data_transfer()?.files()?.get(0)?;
        Some(Chosen(file))
    }

    /// Its name, as the visitor knows it.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its length in bytes.
    pub fn length(&self) -> f64 {
        self.0.size()
    }
}

/// One word of a message.
pub enum Word {
    /// A text.
    Text(&'static str),
    /// A small number.
    Number(u32),
    /// Bytes; they are moved.
    Bytes(Vec<u8>),
    /// A file.
    File(Chosen),
}

/// A message from a worker.
pub struct Message(Array);

impl Message {
    /// The text at a place; empty for another kind of word.
    pub fn text(&self, at: u32) -> String {
        self.0.get(at).as_string().unwrap_or_default()
    }

    /// The number at a place; 0 for another kind of word.
    pub fn number(&self, at: u32) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the worker sends small whole numbers"
        )]
        self.0.get(at).as_f64().map_or(0, |number| number as u32)
    }

    /// Whether there is a `true` at a place.
    pub fn is_true(&self, at: u32) -> bool {
        self.0.get(at).is_truthy()
    }

    /// The bytes at a place; none for another kind of word.
    pub fn bytes(&self, at: u32) -> Vec<u8> {
        let word = self.0.get(at);
        word.dyn_ref::<Uint8Array>()
            .map(Uint8Array::to_vec)
            .unwrap_or_default()
    }
}

/// A worker that runs; dropped, it ends at once, whatever it does.
pub struct Background {
    worker: web_sys::Worker,
    // They listen as long as the worker runs.
    _message: Closure<dyn FnMut(web_sys::MessageEvent)>,
    _error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Background {
    /// Starts a script of ours. `on_message` gets what it says, `None` where it failed.
    pub fn start(
        url: &str,
        on_message: impl Fn(Option<Message>) + Clone + 'static,
    ) -> Option<Background> {
        let worker = web_sys::Worker::new(url).ok()?;
        let say = on_message.clone();
        let message = Closure::new(move |event: web_sys::MessageEvent| {
            say(event.data().dyn_into().ok().map(Message));
        });
        let error = Closure::new(move |event: web_sys::Event| {
            // Told on the page instead of in the console.
            event.prevent_default();
            on_message(None);
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        Some(Background {
            worker,
            _message: message,
            _error: error,
        })
    }

    /// Says something to it; `false` where the browser refuses.
    pub fn say(&self, words: Vec<Word>) -> bool {
        let (message, moved) = (Array::new(), Array::new());
        for word in words {
            let word: JsValue = match word {
                Word::Text(text) => text.into(),
                Word::Number(number) => number.into(),
                Word::File(chosen) => chosen.0.into(),
                Word::Bytes(bytes) => {
                    let bytes = Uint8Array::from(bytes.as_slice());
                    moved.push(&bytes.buffer());
                    bytes.into()
                }
            };
            message.push(&word);
        }
        self.worker
            .post_message_with_transfer(&message, &moved)
            .is_ok()
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
