//! Names that exist in Chinese only.

use crate::ui::prelude::*;

/// A text in Chinese, whatever the language of the page.
pub fn han(text: &str) -> impl IntoView + use<> {
    view! { <span lang="zh-Hans">{text}</span> }
}
