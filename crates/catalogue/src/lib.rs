//! Catalogues: occupations and their standards, majors, institutions, districts, courses and
//! honours; their compact form for the browser, and (with the feature `source`) the reader and
//! checker of the files that people write.

pub mod browse;
pub mod compact;
pub mod kinds;
pub mod level;
pub mod matching;
pub mod model;
pub mod pathways;
pub mod search;
#[cfg(feature = "source")]
pub mod source;

pub use level::{Levels, Rank};
pub use model::Catalogue;
