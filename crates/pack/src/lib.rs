//! Policy packs: the compact form that a browser reads, and (with the feature
//! `source`) the reader and checker of the files that people write.

pub mod model;
