//! What a pack says about ranking courses and counting years: its `matching.toml`.

use crate::compact::{ReadError, open, seal};
use pack::model::Text;
use serde::{Deserialize, Serialize};

/// A pack's own settings, by ids. See `data/shanghai/matching.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The programme whose routes open the levels.
    pub levels: String,
    /// The question for the highest certificate held, with options `none`, `level_5` to `level_1`.
    pub held: String,
    /// What a person answers from the day on which they work in the trade.
    pub working: Answer,
    /// What a person answers who does not work in the trade and is not going to.
    pub not_working: Answer,
    /// Questions about the trade that a person has in mind; for another one not known.
    pub trade: Vec<String>,
    /// Editions of standards that count other years than the pack's conditions.
    pub other_years: Editions,
    /// Questions that count full years.
    pub clocks: Clocks,
    /// What is assumed of a course of another trade.
    pub other_trade: Vec<Assume>,
    /// How a certificate is thought of that a person does not have yet.
    pub certificate: Certificate,
    /// What might bring a goal nearer.
    pub what_if: Vec<WhatIf>,
    /// What the parts of a course's score are worth.
    pub weights: Weights,
}

/// The number of the settings among a catalogue's files.
const KIND: u8 = 32;

impl Settings {
    /// The name of their file among a catalogue's.
    pub const NAME: &'static str = "matching";

    /// The compact form, that a browser reads. The same settings give the same bytes.
    pub fn write(&self) -> Vec<u8> {
        // Texts and numbers of known lengths can always be written.
        seal(&postcard::to_allocvec(self).unwrap_or_default(), KIND)
    }

    /// Reads the compact form. Their ids are looked for in a pack when they are used.
    ///
    /// # Errors
    /// Any bytes that [`Settings::write`] of this format did not write are refused.
    pub fn read(bytes: &[u8]) -> Result<Settings, ReadError> {
        let (body, _) = open(bytes, KIND)?;
        match postcard::take_from_bytes(body) {
            Ok((settings, [])) => Ok(settings),
            _ => Err(ReadError::Damaged),
        }
    }
}

/// An answer to a question, by ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The question.
    pub fact: String,
    /// As [`pack::parse_answer`] reads it.
    pub value: String,
}

/// Years of editions, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Editions {
    /// First.
    pub from: u16,
    /// Last.
    pub until: u16,
}

/// Questions that count full years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clocks {
    /// They grow while one works in the trade.
    pub worked: Vec<String>,
    /// They grow by the calendar.
    pub calendar: Vec<String>,
    /// Those of either kind that a new certificate sets to 0.
    pub restart: Vec<String>,
}

/// How a certificate is thought of that a person does not have yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The grants that are paid for a certificate.
    pub programmes: Vec<String>,
    /// The question for its level, a number from 5 to 1.
    pub level: String,
    /// The question for its day of issue.
    pub issued_on: String,
    /// The question whether its occupation is a digital or a green one.
    pub digital_or_green: String,
    /// Questions about a certificate that one has: not known of another one.
    pub forget: Vec<String>,
    /// Questions whose answers a claim or a new year changes.
    pub first_only: Vec<String>,
    /// What is assumed, in words, so that a page can show it.
    pub assume: Vec<Assume>,
}

/// Something that is assumed, and shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assume {
    /// The question.
    pub fact: String,
    /// The answer.
    pub value: String,
    /// Not assumed of a level that is held already, or a lower one.
    #[serde(default)]
    pub above_held: bool,
    /// In words.
    pub text: Text,
}

/// A change that might bring a goal nearer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhatIf {
    /// In words.
    pub text: Text,
    /// Answers that become so; a clock's value is that of the first day.
    #[serde(default)]
    pub set: Vec<Answer>,
    /// A clock that shows one year more.
    #[serde(default)]
    pub more: Option<String>,
    /// Not for a person who answers one of these: it would not make sense.
    #[serde(default)]
    pub not_with: Vec<Answer>,
}

/// Points at most for each part of a score; see the file for what each is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// The occupation that one has in mind.
    pub occupation: u16,
    /// Another one of the same 小类.
    pub same_group: u16,
    /// The highest level that can be sat and is not held.
    pub level_next: u16,
    /// A lower one that can be sat and is not held.
    pub level_open: u16,
    /// It depends on what is not answered.
    pub level_unknown: u16,
    /// It can't be sat yet.
    pub level_later: u16,
    /// The sure subsidy covers the whole price.
    pub subsidy: u16,
    /// Nothing is left to pay.
    pub price: u16,
    /// From so many yuan on there are no points for the price.
    pub price_none: u32,
    /// The district that one wants.
    pub district: u16,
    /// On line, where a district is wanted.
    pub online: u16,
    /// All lessons lie in the times that one has.
    pub times: u16,
    /// Some do.
    pub times_part: u16,
}
