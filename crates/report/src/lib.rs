//! What a pack tells, the same from the command line and from the server: facts read, results
//! written as JSON, programmes as plain pages.

pub mod facts;
pub mod json;
pub mod plain;
pub mod result;

pub use pack::similar;
pub use result::Reporter;
