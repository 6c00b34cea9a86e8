//! The button under a list that shows its beginning.

use crate::lang::Lang;
use crate::texts::learn as t;
use crate::ui::prelude::*;

/// How many a list shows at first, and how many more with every tap.
pub const STEP: usize = 20;

/// A button that adds [`STEP`] to `shown`, as long as `total` is more.
pub fn more(lang: Lang, total: Memo<usize>, shown: RwSignal<usize>) -> impl IntoView {
    let left = Memo::new(move |_| total.get().saturating_sub(shown.get()));
    move || {
        (left.get() > 0).then(|| {
            view! {
                <p class="row">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| shown.update(|n| *n += STEP)
                    >
                        {move || t::more(lang, left.get().min(STEP), left.get())}
                    </button>
                </p>
            }
        })
    }
}
