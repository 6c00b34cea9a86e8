//! The word beside every record that is made up for demonstration.

use crate::lang::Lang;
use crate::texts::learn as t;
use crate::ui::prelude::*;

/// 示例数据
pub fn sample_badge(lang: Lang) -> impl IntoView + use<> {
    view! { <span class="evidence amber">{t::sample(lang)}</span> }
}
