//! What the pages over the catalogue share. Nothing here may be used by `/check`, so that it
//! stays in the part of the code that comes later.

pub mod basket;
pub mod course_words;
pub mod offer;
pub mod prices;
