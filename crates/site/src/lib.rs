//! The built site, as the build writes it and the server sends it: names by content, media
//! types, the pages' content security policies, the pages that hold everything, and what a
//! visitor's device keeps.

pub mod archive;
mod names;
mod policy;
mod whole;
mod worker;

pub use names::{EMBED, is_hashed, may_be_framed, mime, never_changes, short_hash};
pub use policy::{NOTHING, WORKER, WORKERS, hex, policy, policy_of_file};
pub use whole::{LINKED, SHELL_END, WHOLE, Wrong, whole, with_pack};
pub use worker::{SERVICE_WORKER, has_files, is_ahead, is_kept, with_files};
