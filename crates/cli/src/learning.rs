//! What the commands about courses and pathways share: a pack with its catalogue and settings,
//! and how their results are written.

use crate::catalogue_file;
use crate::failure::Failure;
use catalogue::Catalogue;
use catalogue::matching::subsidy::Subsidy;
use catalogue::matching::{self, Settings};
use pack::Pack;
use pack::facts::format_decimal;
use pack::source;
use report::facts::{self, slot};
use report::similar;
use rules::date::Day;
use rules::eval::Answers;
use rules::program::Slot;
use serde_json::{Value, json};
use std::path::Path;

/// A pack's folder, read.
pub struct Learning {
    /// The pack.
    pub pack: Pack,
    /// Its `matching.toml`.
    pub settings: Settings,
    /// Its tables.
    pub catalogue: Catalogue,
}

impl Learning {
    /// Reads a folder.
    ///
    /// # Errors
    /// Faults are told on standard error.
    pub fn open(dir: &Path, colour: bool) -> Result<Self, Failure> {
        let pack = crate::pack_file::load(dir, colour)?.pack;
        let settings = settings(dir, &pack, colour)?;
        let catalogue = catalogue_file::load(dir, colour)?;
        let missing = || Failure::file(dir, "there is no catalogue");
        let catalogue = catalogue.ok_or_else(missing)?;
        Ok(Self {
            pack,
            settings,
            catalogue,
        })
    }

    /// What is known about the person, as for `bazhu eval`.
    pub fn answers(&self, file: &Path) -> Result<Answers, Failure> {
        let text = crate::commands::read_text(file)?;
        let mut answers = Answers::none(&self.pack.program);
        facts::read_json(&self.pack, &text, &mut answers, None)
            .map_err(|error| Failure::file(file, error))?;
        Ok(answers)
    }

    /// The place of a question that is given by its id.
    pub fn slot(&self, id: &str) -> Result<Slot, Failure> {
        slot(&self.pack, id).map_err(|error| Failure::usage(error.to_string()))
    }

    /// The place of an occupation that is given by its code.
    pub fn occupation(&self, code: &str) -> Result<u16, Failure> {
        let occupations = &self.catalogue.occupations;
        let codes = occupations.list.iter().map(|it| it.code.as_str());
        occupations.find(code).ok_or_else(|| {
            let hint = similar::hint(code, codes);
            Failure::usage(format!("there is no occupation `{code}`{hint}"))
        })
    }

    /// The id of a question.
    pub fn question(&self, slot: Slot) -> &str {
        let fact = self.pack.program.facts.get(usize::from(slot));
        fact.map_or("", |fact| fact.id.as_str())
    }

    /// What is paid for a certificate.
    pub fn subsidy(&self, subsidy: &Subsidy) -> Value {
        let grants = subsidy.grants.iter().map(|grant| {
            let programme = self.pack.program.programmes.get(grant.programme);
            json!({
                "programme": programme.map(|it| it.id.as_str()),
                "status": report::result::status(grant.status),
                "min": yuan(grant.min_fen),
                "max": yuan(grant.max_fen),
                "chosen": grant.chosen,
            })
        });
        let ids = |slots: &mut dyn Iterator<Item = Slot>| -> Vec<&str> {
            slots.map(|slot| self.question(slot)).collect()
        };
        json!({
            "min": yuan(subsidy.min_fen),
            "max": yuan(subsidy.max_fen),
            "day": day(subsidy.day),
            "grants": grants.collect::<Vec<_>>(),
            "missing": ids(&mut subsidy.missing.iter().copied()),
            "assumed": ids(&mut subsidy.assumed.iter().map(|it| it.slot)),
        })
    }
}

/// The settings in a pack's folder.
///
/// # Errors
/// Their faults are told on standard error and are the failure.
pub fn settings(dir: &Path, pack: &Pack, colour: bool) -> Result<Settings, Failure> {
    matching::source::load(dir, pack).map_err(|faults| {
        eprint!("{}", source::render(&faults, colour));
        Failure::Faults
    })
}

/// Fen as exact yuan.
pub fn yuan(fen: i64) -> Value {
    serde_json::from_str(&format_decimal(fen, 2)).unwrap_or(Value::Null)
}

/// A day as `2026-11-22`.
pub fn day(day: Day) -> String {
    pack::facts::format_date(day)
}
