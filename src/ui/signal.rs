//! Leptos's signals with their types taken off inside.
//!
//! Leptos makes the code of a signal, a memo and an effect anew for every type of value, some
//! 2 kB each. Here the value is boxed, so that the code is there once; outside the types are
//! as in Leptos. A copy is a handle; what it names lives as long as the owner that made it.

use leptos::prelude::{
    self as leptos_prelude, Get as _, GetUntracked as _, IsDisposed as _, Set as _, Track as _,
};
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::sync::Arc;

/// What can be the value of a signal.
pub trait Content: Send + Sync + 'static {}
impl<T: Send + Sync + 'static> Content for T {}

/// A value without its type.
type Boxed = Arc<dyn Any + Send + Sync>;

#[expect(
    clippy::panic,
    reason = "a signal's type is its value's: nothing else can put a value in"
)]
fn typed<T: Content>(value: Boxed) -> Arc<T> {
    match value.downcast() {
        Ok(value) => value,
        Err(_) => panic!("a value has its signal's type"),
    }
}

/// A value that can be changed; who reads it is told.
pub struct RwSignal<T> {
    inner: leptos_prelude::RwSignal<Boxed>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Content> RwSignal<T> {
    /// A signal of this value.
    pub fn new(value: T) -> Self {
        let value: Boxed = Arc::new(value);
        RwSignal {
            inner: leptos_prelude::RwSignal::new(value),
            of: PhantomData,
        }
    }

    /// The value; who reads it is told of changes.
    pub fn read(&self) -> Arc<T> {
        typed(self.inner.get())
    }

    /// As [`RwSignal::read`], without being told.
    pub fn read_untracked(&self) -> Arc<T> {
        typed(self.inner.get_untracked())
    }

    /// Changes the value; does nothing where its owner is gone.
    pub fn set(&self, value: T) {
        let value: Boxed = Arc::new(value);
        // The value is given back where nobody can be told any more.
        let _ = self.inner.try_set(value);
    }

    /// Whether its owner is gone: what waited for an answer must not read it then.
    pub fn is_gone(&self) -> bool {
        self.inner.is_disposed()
    }

    /// To be told of changes.
    pub fn track(&self) {
        self.inner.track();
    }

    /// What `then` makes of the value, without being told of changes.
    pub fn with_untracked<R>(&self, then: impl FnOnce(&T) -> R) -> R {
        then(&self.read_untracked())
    }
}

impl<T: Content + Clone> RwSignal<T> {
    /// A copy of the value; who reads it is told of changes.
    pub fn get(&self) -> T {
        (*self.read()).clone()
    }

    /// As [`RwSignal::get`], without being told.
    pub fn get_untracked(&self) -> T {
        (*self.read_untracked()).clone()
    }

    /// Changes the value in place.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

/// What follows from signals, worked out when they change and somebody reads it.
pub struct Memo<T> {
    inner: leptos_prelude::Memo<Compared>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A boxed value and how it is compared with another of its type.
#[derive(Clone)]
struct Compared {
    value: Boxed,
    equal: fn(&Boxed, &Boxed) -> bool,
}

/// Makes a memo's value from its last one.
type Make = Box<dyn Fn(Option<&Compared>) -> Compared + Send + Sync>;

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        (self.equal)(&self.value, &other.value)
    }
}

impl<T: Content + PartialEq> Memo<T> {
    /// A memo of what `make` gives; it is given its last value.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        fn once(make: Make) -> leptos_prelude::Memo<Compared> {
            leptos_prelude::Memo::new(make)
        }
        let boxed = move |before: Option<&Compared>| {
            let before = before.and_then(|before| before.value.downcast_ref());
            Compared {
                value: Arc::new(make(before)),
                equal: |a, b| a.downcast_ref::<T>() == b.downcast_ref::<T>(),
            }
        };
        Memo {
            inner: once(Box::new(boxed)),
            of: PhantomData,
        }
    }
}

impl<T: Content> Memo<T> {
    /// The value; who reads it is told of changes.
    pub fn read(&self) -> Arc<T> {
        typed(self.inner.get().value)
    }

    /// To be told of changes.
    pub fn track(&self) {
        self.inner.track();
    }
}

impl<T: Content + Clone> Memo<T> {
    /// A copy of the value; who reads it is told of changes.
    pub fn get(&self) -> T {
        (*self.read()).clone()
    }

    /// As [`Memo::get`], without being told.
    pub fn get_untracked(&self) -> T {
        (*typed::<T>(self.inner.get_untracked().value)).clone()
    }
}

/// What is done after the page was shown, and again when a signal that it read changes.
pub struct Effect;

impl Effect {
    /// `run` is given what it gave the last time.
    pub fn new<T: 'static>(run: impl Fn(Option<T>) -> T + 'static) -> Self {
        fn once(run: Box<dyn Fn()>) {
            leptos_prelude::Effect::new(move |_: Option<()>| run());
        }
        let last = RefCell::new(None);
        once(Box::new(move || {
            let before = last.take();
            last.replace(Some(run(before)));
        }));
        Effect
    }
}
