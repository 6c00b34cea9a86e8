//! `bazhu`: check, build and run policy packs.

fn main() {}
