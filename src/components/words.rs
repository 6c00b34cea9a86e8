//! Answers and questions in words.

use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::state::scope::Scope;
use crate::texts::{check as t, shell};
use pack::Pack;
use rules::program::{Domain, Op, Program, Reg, Slot};

/// A question's short name.
pub fn label(lang: Lang, pack: &Pack, slot: Slot) -> &str {
    let question = pack.questions.get(usize::from(slot));
    question.map_or("", |question| lang.pick(&question.label))
}

/// A question's short name by id; the id itself where the pack has no such question.
pub fn label_of<'a>(lang: Lang, pack: &'a Pack, id: &'a str) -> &'a str {
    match pack::slot_of(pack, id) {
        Some(slot) => label(lang, pack, slot),
        None => id,
    }
}

/// An answer as the visitor knows it.
pub fn answer(lang: Lang, pack: &Pack, slot: Slot, value: i64) -> String {
    let index = usize::from(slot);
    let (Some(fact), Some(question)) = (pack.program.facts.get(index), pack.questions.get(index))
    else {
        return String::new();
    };
    match fact.domain {
        Domain::Bool if value == 0 => t::no(lang).to_owned(),
        Domain::Bool => t::yes(lang).to_owned(),
        Domain::Options(_) => {
            let option = usize::try_from(value)
                .ok()
                .and_then(|i| question.options.get(i));
            option.map_or_else(String::new, |option| lang.pick(&option.label).to_owned())
        }
        Domain::Number { scale, .. } => format::figure(lang, value, scale, question.unit),
        Domain::Date { .. } => format::day(lang, value),
    }
}

/// A programme's name.
pub fn title(case: Case, lang: Lang, programme: usize) -> &'static str {
    let text = case.pack.programmes.get(programme);
    text.map_or("", |text| lang.pick(&text.title))
}

/// The way in, as a word.
pub fn scope(lang: Lang, scope: Scope) -> &'static str {
    match scope {
        Scope::All => shell::scope_all(lang),
        Scope::Worker => shell::way_work(lang),
        Scope::Student => shell::way_study(lang),
        Scope::Founder => shell::way_startup(lang),
        Scope::Employer => shell::way_employer(lang),
    }
}

/// What stands between the items of a list.
pub fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// What stands between the sentences of one line.
pub fn semicolon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// Whether a register is a truth rather than a number.
pub fn is_truth(program: &Program, reg: Reg) -> bool {
    match program.ops.get(usize::from(reg)) {
        Some(Op::Fact(slot)) => {
            let fact = program.facts.get(usize::from(*slot));
            fact.is_some_and(|fact| fact.domain == Domain::Bool)
        }
        Some(
            Op::Option(_)
            | Op::OneOf(..)
            | Op::SameOption(..)
            | Op::Not(_)
            | Op::And(..)
            | Op::Or(..)
            | Op::Less(..)
            | Op::LessEqual(..)
            | Op::Equal(..)
            | Op::IfSet(..),
        ) => true,
        _ => false,
    }
}
