//! Answers as text: for the command line, tables of cases, forms and share links.

use crate::model::Pack;
use core::fmt;
use rules::date::{self, Day};
use rules::program::{Domain, Slot};

/// Why a text is not an answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerError {
    /// The question's id; empty where there is no such question.
    pub question: String,
    /// The text as given.
    pub given: String,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// What would be right.
    pub allowed: Allowed,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Another type of value is wanted.
    Type,
    /// No such option.
    Unknown,
    /// Too small or too large, too early or too late.
    Range,
    /// More decimal places than the question has.
    Places,
}

/// What a question allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// There is no such question.
    Nothing,
    /// `true` or `false`.
    Bool,
    /// One of these ids.
    Options(Vec<String>),
    /// A number from the first to the second, with at most so many decimal places.
    Number(String, String, u8),
    /// A date from the first to the second, `2026-11-22`.
    Date(String, String),
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Allowed::Nothing => f.write_str("there is no such question"),
            Allowed::Bool => f.write_str("`true` or `false`"),
            Allowed::Options(ids) => {
                f.write_str("one of ")?;
                ids.iter().enumerate().try_for_each(|(i, id)| {
                    f.write_str(if i > 0 { ", `" } else { "`" })?;
                    f.write_str(id)?;
                    f.write_str("`")
                })
            }
            Allowed::Number(min, max, 0) => write!(f, "a whole number from {min} to {max}"),
            Allowed::Number(min, max, places) => {
                write!(
                    f,
                    "a number from {min} to {max} with at most {places} decimal places"
                )
            }
            Allowed::Date(min, max) => write!(f, "a date from {min} to {max}, written 2026-11-22"),
        }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let AnswerError {
            question,
            given,
            wrong,
            allowed,
        } = self;
        if *allowed == Allowed::Nothing {
            return f.write_str("there is no such question");
        }
        let verb = match wrong {
            Wrong::Type => "is not an answer to",
            Wrong::Unknown => "is not an option of",
            Wrong::Range => "is out of range for",
            Wrong::Places => "has too many decimal places for",
        };
        write!(f, "`{given}` {verb} `{question}`: allowed is {allowed}")
    }
}

impl core::error::Error for AnswerError {}

/// The slot of a question's id.
pub fn slot_of(pack: &Pack, id: &str) -> Option<Slot> {
    pack.program
        .facts
        .iter()
        .position(|fact| fact.id == id)
        .and_then(|slot| Slot::try_from(slot).ok())
}

/// Reads an answer: `true`, an option's id, `12`, `1234.50` (yuan), `2026-11-22`.
///
/// The result is the domain's `i64` (see [`Domain`]).
///
/// # Errors
/// Names the question, what was given and what is allowed.
pub fn parse_answer(pack: &Pack, slot: Slot, text: &str) -> Result<i64, AnswerError> {
    let index = usize::from(slot);
    let error = |wrong, allowed| AnswerError {
        question: pack
            .program
            .facts
            .get(index)
            .map(|fact| fact.id.clone())
            .unwrap_or_default(),
        given: text.to_owned(),
        wrong,
        allowed,
    };
    let (Some(fact), Some(question)) = (pack.program.facts.get(index), pack.questions.get(index))
    else {
        return Err(error(Wrong::Unknown, Allowed::Nothing));
    };
    let within = |value: Result<i64, Wrong>, min: i64, max: i64| match value {
        Ok(value) if (min..=max).contains(&value) => Ok(value),
        Ok(_) => Err(Wrong::Range),
        Err(wrong) => Err(wrong),
    };
    match fact.domain {
        Domain::Bool => match text {
            "true" => Ok(1),
            "false" => Ok(0),
            _ => Err(error(Wrong::Type, Allowed::Bool)),
        },
        Domain::Options(_) => {
            let found = question.options.iter().position(|option| option.id == text);
            found.and_then(|i| i64::try_from(i).ok()).ok_or_else(|| {
                let ids = question
                    .options
                    .iter()
                    .map(|option| option.id.clone())
                    .collect();
                error(Wrong::Unknown, Allowed::Options(ids))
            })
        }
        Domain::Number { min, max, scale } => {
            within(parse_decimal(text, scale), min, max).map_err(|wrong| {
                error(
                    wrong,
                    Allowed::Number(
                        format_decimal(min, scale),
                        format_decimal(max, scale),
                        scale,
                    ),
                )
            })
        }
        Domain::Date { min, max } => within(parse_date(text).ok_or(Wrong::Type), min, max)
            .map_err(|wrong| error(wrong, Allowed::Date(format_date(min), format_date(max)))),
    }
}

/// Writes an answer as [`parse_answer`] reads it; empty where there is no such question or option.
pub fn format_answer(pack: &Pack, slot: Slot, value: i64) -> String {
    let index = usize::from(slot);
    let (Some(fact), Some(question)) = (pack.program.facts.get(index), pack.questions.get(index))
    else {
        return String::new();
    };
    match fact.domain {
        Domain::Bool => if value == 0 { "false" } else { "true" }.to_owned(),
        Domain::Options(_) => {
            let option = usize::try_from(value)
                .ok()
                .and_then(|i| question.options.get(i));
            option.map(|option| option.id.clone()).unwrap_or_default()
        }
        Domain::Number { scale, .. } => format_decimal(value, scale),
        Domain::Date { .. } => format_date(value),
    }
}

/// The mantissa of a plain decimal (`-12`, `1234.5`) at a scale of at most 18.
///
/// # Errors
/// [`Wrong::Type`] where it is no plain decimal, [`Wrong::Places`] where it is finer
/// than the scale, [`Wrong::Range`] where it does not fit.
pub fn parse_decimal(text: &str, scale: u8) -> Result<i64, Wrong> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(part) {
        return Err(Wrong::Type);
    }
    let part = part.trim_end_matches('0');
    if part.len() > usize::from(scale) {
        return Err(Wrong::Places);
    }
    let zeros = usize::from(scale) - part.len();
    let digits = whole
        .bytes()
        .chain(part.bytes())
        .chain(core::iter::repeat_n(b'0', zeros));
    digits
        .map(|b| i64::from(b - b'0'))
        .try_fold(0i64, |sum, digit| sum.checked_mul(10)?.checked_add(digit))
        .map(|mantissa| if negative { -mantissa } else { mantissa })
        .ok_or(Wrong::Range)
}

/// A mantissa as a plain decimal without trailing zeros: `1234.5`.
pub fn format_decimal(mantissa: i64, scale: u8) -> String {
    let mut digits = mantissa.unsigned_abs().to_string();
    let scale = usize::from(scale);
    if scale > 0 {
        while digits.len() <= scale {
            digits.insert(0, '0');
        }
        digits.insert(digits.len() - scale, '.');
        digits.truncate(digits.trim_end_matches('0').trim_end_matches('.').len());
    }
    if mantissa < 0 {
        digits.insert(0, '-');
    }
    digits
}

/// The day of `2026-11-22`.
pub fn parse_date(text: &str) -> Option<Day> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| {
        bytes.get(from..to)?.iter().try_fold(0i64, |n, b| {
            b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0'))
        })
    };
    if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    date::from_ymd(
        number(0, 4)?,
        u8::try_from(number(5, 7)?).ok()?,
        u8::try_from(number(8, 10)?).ok()?,
    )
}

/// A day as `2026-11-22`.
pub fn format_date(day: Day) -> String {
    let (year, month, day) = date::to_ymd(day);
    format!("{year:04}-{month:02}-{day:02}")
}
