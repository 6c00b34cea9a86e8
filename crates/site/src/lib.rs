//! The built site, as the build writes it and the server sends it: names by content, media
//! types, the pages' content security policies, and the pages that hold everything.

pub mod archive;
mod names;
mod policy;
mod whole;

pub use names::{EMBED, is_hashed, may_be_framed, mime, never_changes, short_hash};
pub use policy::{NOTHING, WORKER, WORKERS, hex, policy, policy_of_file};
pub use whole::{LINKED, SHELL_END, WHOLE, Wrong, whole, with_pack};
