//! The server as its callers meet it, without a network: on SQLite, and on PostgreSQL where
//! BAZHU_TEST_POSTGRES names one (`cargo xtask test` starts it).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test that panics has failed, and says where"
)]

mod courses;
mod enquiries;
mod evaluate;
mod feedback;
mod openapi;
mod packs;
mod privacy;
mod publish;
mod server_of;
mod site;
mod store;
mod trouble;
