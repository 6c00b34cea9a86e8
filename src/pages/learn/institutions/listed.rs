//! What was found, kind by kind.

use super::look::Look;
use crate::browser::history;
use crate::components::badge::evidence_badge;
use crate::components::icon::{Icon, icon};
use crate::components::learn::course_words::sample_badge;
use crate::components::learn::han::han;
use crate::components::learn::more::more;
use crate::components::learn::why::why;
use crate::format;
use crate::lang::Lang;
use crate::texts::institutions as t;
use crate::ui::prelude::*;
use catalogue::model::{Institution, InstitutionKind, Places};
use catalogue::search::{Hit, Index};

/// What every section needs. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Listing {
    /// The part of the catalogue.
    pub places: &'static Places,
    /// The index that found them.
    pub index: StoredValue<Index>,
    /// What is looked for.
    pub look: Look,
    /// The page's language.
    pub lang: Lang,
}

impl Listing {
    /// A section for each kind of which something was found.
    pub fn sections(self, hits: Memo<Vec<Hit>>) -> impl IntoView {
        let of = move |kind: InstitutionKind| {
            let hits = hits.read();
            let of_kind = hits
                .iter()
                .filter(|hit| self.it(hit).is_some_and(|it| it.kind == kind));
            of_kind.cloned().collect::<Vec<Hit>>()
        };
        view! {
            {move || self.points(&of(InstitutionKind::ServicePoint))}
            {move || self.colleges(&of(InstitutionKind::TechnicianCollege))}
            {move || self.centre(&of(InstitutionKind::AssessmentCentre))}
            {self.providers(Memo::new(move |_| of(InstitutionKind::Provider)))}
        }
    }

    fn it(self, hit: &Hit) -> Option<&'static Institution> {
        self.places.institutions.get(hit.document as usize)
    }

    /// The warning, the chosen district's offices, those of the districts nearest to it, then all
    /// others.
    fn points(self, hits: &[Hit]) -> Option<View> {
        let lang = self.lang;
        let first = hits.iter().find_map(|hit| self.it(hit))?;
        let warning = first.as_of.map(|day| {
            let day = format::day(lang, day);
            view! {
                <p class="notice">
                    <span>{t::points_warning(lang, day)}</span>
                    <a class="button" href="tel:12333">
                        {icon(Icon::Phone)}
                        {t::call_first(lang)}
                    </a>
                </p>
            }
        });
        let code = self.look.district.get();
        let chosen = self.places.districts.iter().position(|it| it.code == code);
        let chosen = chosen.and_then(|at| u8::try_from(at).ok());
        let around = self.look.around.get().filter(|it| it.code == code);
        let first_ones: Vec<(u8, Option<u32>)> = match (around, chosen) {
            (Some(around), _) => {
                let all = around.nearest.iter();
                all.map(|(at, far)| (*at, Some(*far))).collect()
            }
            (None, Some(chosen)) => vec![(chosen, None)],
            (None, None) => Vec::new(),
        };
        let district_of = |hit: &Hit| self.it(hit).and_then(|it| it.district);
        let body = match first_ones.is_empty() {
            true => self.list(&hits.iter().collect::<Vec<&Hit>>()),
            false => {
                let near = first_ones.iter().map(|(at, far)| {
                    let here = hits.iter().filter(|hit| district_of(hit) == Some(*at));
                    self.points_of(*at, *far, &here.collect::<Vec<&Hit>>())
                });
                let near: Vec<_> = near.collect();
                let elsewhere = |hit: &&Hit| {
                    let district = district_of(hit);
                    first_ones.iter().all(|(at, _)| district != Some(*at))
                };
                let there: Vec<&Hit> = hits.iter().filter(elsewhere).collect();
                let others = (!there.is_empty()).then(|| {
                    view! {
                        <details class="working">
                            <summary>{icon(Icon::Down)} {t::points_others(lang, there.len())}</summary>
                            {self.list(&there)}
                        </details>
                    }
                });
                view! {
                    {near}
                    {others}
                }
            }
        };
        Some(view! {
            <section class="card">
                <h2 id="points" tabindex="-1">
                    {t::points(lang)}
                </h2>
                {warning}
                {body}
                {self.evidence(first)}
            </section>
        })
    }

    /// A district's offices, and how far away it is where that was worked out.
    fn points_of(self, at: u8, far: Option<u32>, hits: &[&Hit]) -> Option<View> {
        let lang = self.lang;
        let district = self.places.districts.get(usize::from(at))?;
        let none = hits.is_empty();
        let none = none.then(|| view! { <p>{t::points_none(lang)}</p> });
        let far = far.map(|far| {
            let far = t::far(lang, far);
            view! { <span class="count muted">" " {far}</span> }
        });
        Some(view! {
            <h3>
                {t::points_of_before(lang)} {han(&district.name)} {t::points_of_after(lang)} {far}
            </h3>
            {none}
            {self.list(hits)}
        })
    }

    /// By batch, each with its source and what is not known of it.
    fn colleges(self, hits: &[Hit]) -> Option<View> {
        let lang = self.lang;
        let batch = |(batch, title): (u8, &'static str)| {
            let of_batch = |hit: &&Hit| self.it(hit).is_some_and(|it| it.batch == batch);
            let hits: Vec<&Hit> = hits.iter().filter(of_batch).collect();
            let first = hits.iter().find_map(|hit| self.it(hit))?;
            Some(view! {
                <h3>{title} " " <span class="count muted">{t::found(lang, hits.len())}</span></h3>
                {self.list(&hits)}
                {self.evidence(first)}
            })
        };
        let batches = [
            (2, t::batch_2(lang)),
            (1, t::batch_1(lang)),
            (0, t::batch_other(lang)),
        ];
        let open = self.look.district.read().is_empty();
        let note = (!open).then(|| view! { <p class="doubt">{t::colleges_district(lang)}</p> });
        (!hits.is_empty()).then(|| {
            view! {
                <section class="card">
                    <h2>{t::colleges(lang)}</h2>
                    {note}
                    {batches.map(batch)}
                    <p class="row">
                        <a class="button" href="/levels">{t::colleges_levels(lang)}</a>
                    </p>
                </section>
            }
        })
    }

    fn centre(self, hits: &[Hit]) -> Option<View> {
        let first = hits.iter().find_map(|hit| self.it(hit))?;
        let all: Vec<&Hit> = hits.iter().collect();
        Some(view! {
            <section class="card">
                <h2>{t::centre(self.lang)}</h2>
                {self.list(&all)}
                {self.evidence(first)}
            </section>
        })
    }

    /// Only where they are asked for; most of a demonstration's are made up.
    fn providers(self, hits: Memo<Vec<Hit>>) -> impl IntoView {
        let lang = self.lang;
        let total = Memo::new(move |_| hits.read().len());
        move || {
            let shown = self.look.shown;
            let hits = hits.read();
            let sample = hits
                .iter()
                .any(|hit| self.it(hit).is_some_and(|it| it.sample));
            let sample = sample.then(|| view! { <p class="doubt">{t::providers_sample(lang)}</p> });
            let list: Vec<&Hit> = hits.iter().take(shown.get()).collect();
            (!list.is_empty()).then(|| {
                view! {
                    <section class="card">
                        <h2>{t::providers(lang)}</h2>
                        {sample}
                        {self.list(&list)}
                        {more(lang, total, shown)}
                    </section>
                }
            })
        }
    }

    fn list(self, hits: &[&Hit]) -> View {
        let items: Vec<_> = hits.iter().filter_map(|hit| self.item(hit)).collect();
        view! { <ul class="places">{items}</ul> }
    }

    fn item(self, hit: &Hit) -> Option<View> {
        let lang = self.lang;
        let it = self.it(hit)?;
        let district = it
            .district
            .and_then(|at| self.places.districts.get(usize::from(at)));
        // Most offices have their district's name in their own.
        let district = district.filter(|district| !it.name.starts_with(&district.name));
        let district = district.map(|it| view! { <span class="muted">" " {han(&it.name)}</span> });
        let address = (!it.address.is_empty()).then(|| view! { <p>{han(&it.address)}</p> });
        let day = it.as_of.filter(|_| !it.address.is_empty());
        let day = day.map(|day| {
            view! { <p class="muted small">{t::address_of(lang, format::day(lang, day))}</p> }
        });
        let body = t::body(lang, it.body).filter(|_| it.kind == InstitutionKind::TechnicianCollege);
        let body = body.map(|body| view! { <span class="badge kind">{body}</span> });
        let courses = (it.kind == InstitutionKind::Provider).then(|| {
            let href = format!("/courses#q={}", history::encode(&it.name));
            view! { <p><a class="go" href=href>{t::listed_courses(lang)} {icon(Icon::Right)}</a></p> }
        });
        let why = self
            .index
            .with_value(|index| why(lang, index, &hit.matched));
        Some(view! {
            <li>
                <strong>{han(&it.name)}</strong>
                {district}
                " "
                {body}
                {it.sample.then(|| sample_badge(lang))}
                {address}
                {day}
                {why}
                {courses}
            </li>
        })
    }

    /// The source that these share, with what to know of it.
    fn evidence(self, it: &Institution) -> Option<View> {
        let lang = self.lang;
        let source = self.places.sources.get(usize::from(it.source?))?;
        let note = lang.pick(&source.note);
        Some(view! {
            <p class="muted small from">
                {lang.pick(&source.title)} " " {source.date.as_str()} " "
                {evidence_badge(lang, source.evidence)} " " {note}
            </p>
        })
    }
}
