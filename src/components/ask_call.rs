//! The way to `/enquiry`, where there is somebody who takes enquiries.

use super::icon::{Icon, icon};
use crate::state::site::Site;
use crate::ui::prelude::*;

/// A link with these words; nothing on a site without a server.
pub fn ask_call(site: Site, href: String, words: &'static str) -> impl IntoView {
    move || {
        site.service.get().then(|| {
            view! {
                <p class="row no-print">
                    <a class="button" href=href.clone()>
                        {icon(Icon::Phone)}
                        {words}
                    </a>
                </p>
            }
        })
    }
}
