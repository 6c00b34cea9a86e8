//! The server as its callers meet it, without a network: on SQLite, and on PostgreSQL where
//! BAZHU_TEST_POSTGRES names one (`cargo xtask test` starts it).

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
