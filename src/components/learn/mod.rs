//! What the pages over the catalogue share. Nothing here may be used by `/check`, so that it
//! stays in the part of the code that comes later.

pub mod basket;
pub mod course_words;
pub mod han;
pub mod late;
pub mod more;
pub mod occupation_index;
pub mod occupation_row;
pub mod offer;
pub mod prices;
pub mod table_sources;
pub mod why;
