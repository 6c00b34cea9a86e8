//! Filters with live counts, sorting and pages over what a search finds.
//!
//! A [`Facet`] gives every document a value, several or a number. A document passes if it
//! passes the filters of every facet; within a facet any of the chosen values will do. The
//! count beside a value is how many documents choosing it (in that facet, instead of what is
//! chosen there) would leave, so a count is never a promise that the next click breaks.

mod courses;
mod facet;
mod honours;
mod occupations;
mod others;
mod page;

pub use courses::{course_facets, course_sorts};
pub use facet::{Column, Facet, Filter, NONE, Value};
pub use honours::{NO_YEAR, honour_facets};
pub use occupations::occupation_facets;
pub use others::{institution_facets, major_facets};
pub use page::{Ask, Counts, Listed, Page, Sort, Without, browse};
