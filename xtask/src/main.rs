//! Set-up, build, serve, test and bench: the only build script.

fn main() {}
