//! Chance.

/// Sixteen figures that nobody else has; they say nothing about the device or its owner.
pub fn id() -> String {
    let eight = || {
        // Up to 2^32; a number of JavaScript holds it exactly.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::float_arithmetic,
            reason = "the browser gives chance as a float from 0 up to 1"
        )]
        let number = (js_sys::Math::random() * 4_294_967_296.0) as u32;
        format!("{number:08x}")
    };
    eight() + &eight()
}
