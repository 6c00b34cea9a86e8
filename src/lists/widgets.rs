//! What every widget has, from the app's own files.

#[path = "../widgets/around.rs"]
mod around;
#[path = "../widgets/face.rs"]
pub mod face;
#[path = "../widgets/place.rs"]
pub mod place;

pub use place::Place;
