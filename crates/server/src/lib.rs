//! `bazhu serve`: the site from memory, packs, search, evaluation, enquiries.
//!
//! One request reads so: `run` takes the connection, `front` sends the site's files itself and
//! hands the rest to `router`, whose table names the handler; a handler is one file of `endpoints/`.
//! What is kept goes through `store`; `release` is the pack in force.

mod app;
mod clock;
mod docs;
mod endpoints;
mod files;
mod front;
mod limits;
mod metrics;
mod problem;
mod publish;
mod release;
mod request;
mod router;
mod run;
mod secrets;
mod settings;
pub mod store;

pub use app::App;
pub use files::Contents;
pub use front::Front;
pub use problem::Code;
pub use release::{Content, build};
pub use router::document;
pub use run::{StartError, backup, restore, serve};
pub use secrets::{new_key, new_token, write_private};
pub use settings::{SETTINGS, SettingError, Settings};
