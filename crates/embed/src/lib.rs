//! Widgets on other people's pages.
//!
//! What a widget may be told ([`Options`]), the lines that place it ([`snippet`]), and what a
//! page's own headers and markup would break ([`check::check`]). Pure: no browser, no network.

pub mod address;
pub mod check;
pub mod colour;
pub mod csp;
pub mod headers;
pub mod html;
mod near;
mod options;
pub mod snippet;
pub mod source;
mod widget;

pub use options::{Options, Theme};
pub use widget::{Attribute, Widget};

/// Where the loader lies on the site. Its content never changes: another one gets another name.
pub const LOADER: &str = "/embed/v1.js";

/// The folder that all widgets lie in.
pub const FOLDER: &str = "/embed/";

/// The loader's integrity hash. Pages that carry it refuse another content, so this line changes
/// only together with [`LOADER`] once a version is published.
pub const INTEGRITY: &str =
    "sha384-QeO7o+HTkJgNXksE3lZg535EfnrWYynMKFQ+Bmdd5XrU2vpWpOwldFJx0CcX6QXC";

/// What a sandboxed frame needs: the widget's code, and a link that opens the whole site.
pub const SANDBOX: [&str; 3] = [
    "allow-scripts",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
];
