//! A programme's versions and declared gaps over time: a drawing with today marked, and the
//! same as a table.

use super::catalogue::Listed;
use crate::format;
use crate::lang::Lang;
use crate::texts::programmes as t;
use crate::ui::prelude::*;
use rules::date::{self, Day};
use rules::order::sort_few;

/// Heights in pixels: the line with the word "today", a span, the years below.
const HEAD: i64 = 24;
const ROW: i64 = 46;
const FOOT: i64 = 22;

/// A stretch of days: a version, or a gap that the pack declares.
#[derive(Clone, Copy)]
pub struct Span {
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub until: Option<Day>,
    /// Why there is no rule; `None` for a version.
    pub gap: Option<&'static str>,
}

impl Span {
    /// All of a programme's, oldest first.
    pub fn all(lang: Lang, listed: Listed) -> Vec<Span> {
        let versions = listed.code.versions.iter().map(|version| Span {
            from: version.from,
            until: version.until,
            gap: None,
        });
        let gaps = listed.text.gaps.iter().map(|gap| Span {
            from: gap.from,
            until: gap.until,
            gap: Some(lang.pick(&gap.text)),
        });
        let mut all: Vec<Span> = versions.chain(gaps).collect();
        sort_few(&mut all, |a, b| a.from < b.from);
        all
    }

    /// Whether a day lies in it.
    pub fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// `2025年1月1日—2025年12月31日`.
    pub fn words(&self, lang: Lang) -> String {
        match (self.from, self.until) {
            (Some(from), Some(until)) => match lang {
                Lang::Zh => format!("{}—{}", format::day(lang, from), format::day(lang, until)),
                Lang::En => format!("{} – {}", format::day(lang, from), format::day(lang, until)),
            },
            (Some(from), None) => t::span_from(lang, format::day(lang, from)),
            (None, Some(until)) => t::span_until(lang, format::day(lang, until)),
            (None, None) => t::open_end(lang).to_owned(),
        }
    }

    /// Where one sees it: a link within the programme's page.
    fn link(&self) -> Option<String> {
        let day = self.from.or(self.until)?;
        Some(format!("#on={}", pack::facts::format_date(day)))
    }
}

/// The drawing and the table; nothing where the programme has neither version nor dated gap.
pub fn timeline(lang: Lang, listed: Listed, today: Day, chosen: Day) -> Option<AnyView> {
    let spans = Span::all(lang, listed);
    let first = spans.iter().filter_map(|span| span.from).min()?;
    let last = spans.iter().filter_map(|span| span.until).max();
    // A year of room beyond today and beyond the last known day, so that "open" is seen.
    let (start, end) = (first.min(today), last.unwrap_or(today).max(today) + 365);
    let at = move |day: Day| (day.clamp(start, end) - start) * 1_000 / (end - start).max(1);
    let height = HEAD + ROW * i64::try_from(spans.len()).unwrap_or(0) + FOOT;
    let rows: Vec<_> = (0i64..)
        .zip(&spans)
        .map(|(row, span)| {
            let top = HEAD + row * ROW;
            let (x, until) = (
                at(span.from.unwrap_or(start)),
                at(span.until.unwrap_or(end)),
            );
            let class = match (span.gap.is_some(), span.holds(chosen)) {
                (true, _) => "span gap",
                (false, true) => "span chosen",
                (false, false) => "span",
            };
            let state = span.gap.map(|_| {
                let words = format!(" · {}", t::gap(lang));
                view! { <tspan class="state">{words}</tspan> }
            });
            let words = view! {
                <text x="0" y=top + 14>
                    {span.words(lang)}
                    {state}
                </text>
            };
            let bar = view! {
                <rect
                    class=class
                    x=format::share(x)
                    y=top + 21
                    width=format::share((until - x).max(8))
                    height="14"
                    rx="4"
                ></rect>
            };
            (bar, words)
        })
        .collect();
    // The words come last, so that no line runs through them.
    let (bars, words): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let now = at(today);
    let anchor = if now > 500 { "end" } else { "start" };
    let other = (chosen != today).then(|| {
        let x = format::share(at(chosen));
        view! { <line class="other" x1=x.clone() x2=x y1=HEAD y2=height - FOOT></line> }
    });
    let year = |day: Day| date::to_ymd(day).0.to_string();
    let says = t::timeline_says(lang, spans.len(), format::day(lang, today));
    let gaps: Vec<_> = spans
        .iter()
        .filter_map(|span| span.gap)
        .map(|text| view! { <li>{text}</li> })
        .collect();
    let gaps = (!gaps.is_empty()).then(|| view! { <ul class="plain-list">{gaps}</ul> });
    Some(
        view! {
            <svg class="timeline" width="100%" height=height role="img" aria-label=says>
                {bars}
                {other}
                <line class="now" x1=format::share(now) x2=format::share(now) y1="18" y2=height - FOOT></line>
                {words}
                <text class="now" x=format::share(now) y="13" text-anchor=anchor>
                    {t::today(lang)}
                </text>
                <line class="axis" x1="0" x2="100%" y1=height - FOOT y2=height - FOOT></line>
                <text class="year" x="0" y=height - 6>
                    {year(start)}
                </text>
                <text class="year" x="100%" y=height - 6 text-anchor="end">
                    {year(end)}
                </text>
            </svg>
            {gaps}
            <details class="working">
                <summary>{t::as_table(lang)}</summary>
                {table(lang, &spans, chosen)}
            </details>
        }
        .into_any(),
    )
}

/// The spans as a table, each version with a link that shows it.
fn table(lang: Lang, spans: &[Span], chosen: Day) -> impl IntoView + use<> {
    let rows: Vec<_> = spans
        .iter()
        .map(|span| {
            let day = |day: Option<Day>, open: &'static str| match day {
                Some(day) => format::day(lang, day),
                None => open.to_owned(),
            };
            let shown = span.holds(chosen);
            let link = span.link().filter(|_| !shown).map(|href| {
                view! {
                    <a href=href>
                        {t::see_this(lang)}
                        <span class="sr-only">" " {span.words(lang)}</span>
                    </a>
                }
            });
            let state = match span.gap {
                Some(_) => t::gap(lang),
                None => t::has_rule(lang),
            };
            view! {
                <tr>
                    <td>{day(span.from, t::open_start(lang))}</td>
                    <td>{day(span.until, t::open_end(lang))}</td>
                    <td>
                        {state} " " {link} {shown.then(|| view! { <strong>{t::shown_now(lang)}</strong> })}
                    </td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="spans">
            <thead>
                <tr>
                    <th scope="col">{t::col_from(lang)}</th>
                    <th scope="col">{t::col_until(lang)}</th>
                    <th scope="col">{t::col_state(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
