//! The Bazhu web app.

fn main() {}
