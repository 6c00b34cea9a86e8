//! The range of what may be claimed, as a sentence and as a bar that narrows.

use crate::format;
use crate::state::case::Case;
use crate::texts::check as t;
use crate::ui::prelude::*;
use rules::eval::Status;
use rules::program::Kind;

/// The figures behind the bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The best combination's sum in the worst possible world, in fen.
    pub min_fen: i64,
    /// In the best one.
    pub max_fen: i64,
    /// Programmes that are certain.
    pub sure: usize,
    /// Programmes that depend on open answers.
    pub open: usize,
}

/// The figures of now.
pub fn totals(case: Case) -> Memo<Totals> {
    Memo::new(move |_| {
        let evaluation = case.evaluation.read();
        // Levels are no programme to claim from; they have a page of their own.
        let count = |status| {
            let both = evaluation
                .outcomes
                .iter()
                .zip(&case.pack.program.programmes);
            both.filter(|(outcome, code)| outcome.status == status && code.kind != Kind::Levels)
                .count()
        };
        Totals {
            min_fen: evaluation.best.min_fen,
            max_fen: evaluation.best.max_fen,
            sure: count(Status::Eligible),
            open: count(Status::Undetermined),
        }
    })
}

/// `¥1,200–2,000`, `最多 ¥2,000`, or that there is nothing.
pub fn sum_text(case: Case, totals: Totals) -> String {
    let lang = case.site.lang();
    if case.out_of_date() {
        return crate::texts::result::sum_hidden(lang).to_owned();
    }
    match (totals.min_fen, totals.max_fen) {
        (_, 0) => t::range_none(lang).to_owned(),
        (0, max) => t::range_up_to(lang, format::yuan(max)),
        (min, max) => format::yuan_span(min, max),
    }
}

/// The bar. It glides when an answer narrows the range; the whole width is what could be
/// claimed before anything was answered. Says nothing that the sentence beside it does not.
pub fn range_bar(case: Case, totals: Memo<Totals>) -> impl IntoView {
    let widest = Memo::new(move |_| {
        let date = case.date.get();
        case.scope.track();
        let blank = rules::eval::Answers {
            values: vec![None; case.pack.program.facts.len()],
        };
        // Without the answers: they change nothing here.
        untrack(move || case.ask(|evaluator, _, _| evaluator.evaluate(date, &blank).best.max_fen))
    });
    // Thousandths of the width, moved to the right: moving costs the browser no layout.
    let moved = move |permille: i64| {
        let tenths = permille.abs() % 10;
        let sign = if permille < 0 { "-" } else { "" };
        format!("translateX({sign}{}.{tenths}%)", permille.abs() / 10)
    };
    let part = move |fen: i64| fen.saturating_mul(1_000) / widest.get().max(1);
    let sure = move || moved(part(totals.get().min_fen) - 1_000);
    let gone = move || moved(part(totals.get().max_fen));
    view! {
        <span class="range" aria-hidden="true">
            <span class="sure" style:transform=sure></span>
            <span class="gone" style:transform=gone></span>
        </span>
    }
}
