//! Occupations, courses, pathways, institutions: pages over the catalogue. Their code and their
//! style sheet (`style/learn/`) are fetched when the first of them is opened.

mod compare;
mod course;
mod courses;
mod institutions;
mod major;
mod occupation;
mod occupations;
mod pathways;

use super::missing;
use crate::routes::Route;
use crate::state::site::Site;
use crate::ui::prelude::*;

/// The page of a route.
pub fn page(site: Site, route: Route) -> View {
    match route {
        Route::Courses => courses::courses(site).into_any(),
        Route::Compare => compare::compare(site).into_any(),
        Route::Course(id) => course::course(site, id).into_any(),
        Route::Occupations => occupations::occupations(site).into_any(),
        Route::Occupation(code) => occupation::occupation(site, code).into_any(),
        Route::Major(code) => major::major(site, code).into_any(),
        Route::Pathways => pathways::pathways(site).into_any(),
        Route::Institutions => institutions::institutions(site).into_any(),
        _ => missing::missing(site).into_any(),
    }
}
