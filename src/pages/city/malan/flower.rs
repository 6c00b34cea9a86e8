//! The six courses as the six petals of a Malan flower. The cards beside it say the same.

use super::Desk;
use super::advice::Advice;
use crate::components::words;
use crate::lang::Lang;
use crate::texts::malan as t;
use crate::ui::prelude::*;
use pack::guide::Course;
use rules::eval::Status;

/// Each petal points to a twelfth of the clock: the first to the upper right, then clockwise.
/// Where the middle of its word lies, from the middle of the flower.
const WORDS: [(i32, i32); 6] = [
    (48, -83),
    (96, 0),
    (48, 83),
    (-48, 83),
    (-96, 0),
    (-48, -83),
];
/// A petal that points upwards, from the middle of the flower.
const PETAL: &str = "M0 -14C44 -48 62 -104 0 -148C-62 -104 -44 -48 0 -14Z";

/// Which courses fit, in a sentence.
pub fn says(desk: Desk, advice: &Advice) -> String {
    let lang = desk.case.site.lang();
    let courses = desk.guide.road.courses.iter();
    let fits = courses.filter(|course| advice.status(course.programme) == Status::Eligible);
    let fits: Vec<&str> = fits.map(|course| lang.pick(&course.short)).collect();
    match fits.is_empty() {
        true => t::flower_none(lang).to_owned(),
        false => t::flower(lang, fits.join(words::comma(lang))),
    }
}

/// The flower.
pub fn flower(desk: Desk, advice: &Advice) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let courses = &desk.guide.road.courses;
    let says = says(desk, advice);
    let petals = courses.iter().zip(WORDS).zip(0..);
    let petals = petals.map(|((course, at), nth)| petal(lang, advice, course, at, nth));
    let petals = petals.collect_view();
    view! {
        <figure class="flower">
            <svg viewBox="-152 -152 304 304" role="img" aria-label=says>
                {petals}
                <circle class="heart" cx="0" cy="0" r="15"></circle>
            </svg>
            <figcaption aria-hidden="true">
                <span class="swatch fits"></span>
                {t::key_fits(lang)}
                <span class="swatch open"></span>
                {t::key_open(lang)}
                <span class="swatch not"></span>
                {t::key_not(lang)}
            </figcaption>
        </figure>
    }
}

fn petal(
    lang: Lang,
    advice: &Advice,
    course: &Course,
    (x, y): (i32, i32),
    nth: i32,
) -> impl IntoView + use<> {
    let status = advice.status(course.programme);
    let class = match status {
        Status::Eligible => "petal fits",
        Status::Undetermined | Status::NoRule => "petal open",
        Status::Ineligible => "petal not",
    };
    let tick = (status == Status::Eligible).then(|| {
        let path = format!("M{} {}l5 5l9 -11", x - 7, y + 17);
        view! { <path class="tick-mark" d=path></path> }
    });
    view! {
        <g class=class>
            <path d=PETAL transform=format!("rotate({})", 30 + 60 * nth)></path>
            <text x=x y=y + 5 text-anchor="middle">
                {lang.pick(&course.short)}
            </text>
            {tick}
        </g>
    }
}
