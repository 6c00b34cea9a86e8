//! A link for a camera.

use crate::ui::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// The link as a QR code; nothing where it is too long for one.
pub fn qr(link: &str, label: &'static str) -> Option<impl IntoView + use<>> {
    let code = QrCode::encode_text(link, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in 0..size {
            if code.get_module(x, y) {
                path.push_str(&format!("M{x} {y}h1v1h-1z"));
            }
        }
    }
    let frame = format!("-4 -4 {0} {0}", size + 8);
    Some(view! {
        <svg class="qr" viewBox=frame role="img" aria-label=label>
            <path d=path></path>
        </svg>
    })
}
