//! The device's position, only when its button is tapped: it names the nearest district, whose
//! offices come first. It is turned into kilometres and dropped at once.

use super::look::{Around, Look};
use crate::browser::position::{self, Refusal};
use crate::components::learn::han::han;
use crate::lang::Lang;
use crate::texts::institutions as t;
use crate::ui::prelude::*;
use catalogue::model::{Places, Point};
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

/// How many districts come first.
const FIRST: usize = 3;
/// Farther than this from every district one is elsewhere, in kilometres.
const ELSEWHERE: u32 = 120;

/// What came of the last tap.
#[derive(Clone, Copy)]
enum State {
    Idle,
    Waiting,
    Found,
    Elsewhere,
    None(Refusal),
}

/// The button, and what came of it.
pub fn around(places: &'static Places, look: Look, lang: Lang) -> impl IntoView {
    let state = RwSignal::new(State::Idle);
    let taps = Rc::new(Cell::new(0u32));
    let ask = move |_| {
        let tap = taps.get().wrapping_add(1);
        taps.set(tap);
        let taps = Rc::clone(&taps);
        state.set(State::Waiting);
        spawn_local(async move {
            let found = position::ask().await;
            // Only the last tap is answered. After the page is left nothing is set.
            if taps.get() == tap {
                state.set(match found {
                    Ok((lat_e4, lon_e4)) => choose(places, look, Point { lat_e4, lon_e4 }),
                    Err(refusal) => State::None(refusal),
                });
            }
        });
    };
    let told = move || {
        let words = match state.get() {
            State::Idle => return None,
            State::Waiting => t::around_waiting(lang),
            State::Elsewhere => t::around_elsewhere(lang),
            State::None(Refusal::Refused) => t::around_refused(lang),
            State::None(Refusal::Unavailable) => t::around_unavailable(lang),
            State::None(Refusal::Late) => t::around_late(lang),
            State::Found => {
                // Another district may have been chosen since.
                let around = look.around.get()?;
                let (at, far) = around.nearest.first()?;
                let district = places.districts.get(usize::from(*at))?;
                return Some(view! {
                    <p class="here-now">
                        {t::around_before(lang)}
                        {han(&district.name)}
                        {t::around_after(lang, t::far(lang, *far))}
                    </p>
                });
            }
        };
        Some(view! { <p>{words}</p> })
    };
    view! {
        <button type="button" class="button" aria-describedby="around-help" on:click=ask>
            {t::around(lang)}
        </button>
        <p id="around-help" class="help small">
            {t::around_help(lang)}
        </p>
        <div role="status" class="around">
            {told}
        </div>
    }
}

/// Chooses the nearest district, as a tap on its square does, and shows its offices.
fn choose(places: &Places, look: Look, here: Point) -> State {
    let mut nearest = places.nearest(here);
    nearest.truncate(FIRST);
    let district = nearest.first().filter(|(_, far)| *far <= ELSEWHERE);
    let Some(district) = district.and_then(|(at, _)| places.districts.get(usize::from(*at))) else {
        return State::Elsewhere;
    };
    let code = district.code.clone();
    look.around.set(Some(Around {
        code: code.clone(),
        nearest,
    }));
    // What was looked for before may hide the offices.
    look.query.set(String::new());
    look.kind.set(None);
    look.district.set(code);
    State::Found
}
