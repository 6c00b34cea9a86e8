//! The compact form: what is written reads back, and nothing else is read.

use pack::model::*;
use pack::{FORMAT, Hash, Pack, ReadError, format_answer, parse_answer, read, write};
use proptest::prelude::*;
use rules::program::{self, Change, Domain, Fact, Kind, Program, Unit};

fn text(zh: &str, en: &str) -> Text {
    Text {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

fn clause() -> Clause {
    Clause {
        text: text("一", "one"),
        source: 0,
        clause: String::new(),
        evidence: Evidence::Press,
    }
}

fn question(options: &[&str]) -> Question {
    Question {
        group: 0,
        label: text("户籍", "Residence"),
        ask: text("您的户籍?", "Where?"),
        help: Text::default(),
        options: options
            .iter()
            .map(|id| Choice {
                id: (*id).to_owned(),
                label: text("上海", "Shanghai"),
            })
            .collect(),
        unit: Unit::None,
        order: 1,
    }
}

/// One question of each type, one programme without conditions.
fn sample() -> Pack {
    let fact = |id: &str, domain| Fact {
        id: id.to_owned(),
        domain,
        change: Change::Fixed,
        order: 0,
    };
    Pack {
        id: "tiny".to_owned(),
        version: "1".to_owned(),
        title: text("小", "Tiny"),
        as_of: 20_000,
        valid_until: 20_100,
        hotline: "12333".to_owned(),
        program: Program {
            facts: vec![
                fact("residence", Domain::Options(2)),
                fact("disabled", Domain::Bool),
                fact(
                    "months",
                    Domain::Number {
                        min: 0,
                        max: 600,
                        scale: 0,
                    },
                ),
                fact(
                    "rent",
                    Domain::Number {
                        min: -50,
                        max: 1_000_000,
                        scale: 2,
                    },
                ),
                fact(
                    "issued_on",
                    Domain::Date {
                        min: 0,
                        max: 30_000,
                    },
                ),
            ],
            programmes: vec![program::Programme {
                id: "grant".to_owned(),
                kind: Kind::Grant,
                versions: vec![],
            }],
            exclusions: vec![vec![0]],
            ..Program::default()
        },
        questions: vec![
            question(&["shanghai", "other"]),
            question(&[]),
            question(&[]),
            question(&[]),
            question(&[]),
        ],
        programmes: vec![Programme {
            title: text("补贴", "Grant"),
            summary: text("补贴", "Grant"),
            audience: vec![Audience::Worker],
            channels: vec![clause()],
            papers: vec![Paper {
                clause: clause(),
                only_for: vec![(0, 0b10)],
            }],
            notes: vec![],
            amounts: vec![],
            schedule: vec![],
            gaps: vec![],
            versions: vec![],
        }],
        caps: vec![],
        exclusions: vec![clause()],
        sources: vec![Source {
            id: "notice".to_owned(),
            title: text("《通知》", "Notice"),
            number: String::new(),
            publisher: text("局", "Bureau"),
            date: "2026".to_owned(),
            evidence: Evidence::Press,
            url: String::new(),
        }],
        groups: vec![Group {
            id: "person".to_owned(),
            title: text("您", "You"),
        }],
    }
}

/// Gives a changed body a right hash, as a hostile writer would.
fn rehash(bytes: &mut [u8]) {
    let (head, body) = bytes.split_at_mut(22);
    head.iter_mut()
        .skip(6)
        .zip(Hash::of(body).0)
        .for_each(|(to, from)| *to = from);
}

#[test]
fn reads_back_what_was_written() {
    let bytes = write(&sample());
    let (pack, hash) = read(&bytes).unwrap();
    assert_eq!(pack, sample());
    assert_eq!(hash, Hash::of(&bytes[22..]));
    assert_eq!(hash.to_string().len(), 32);
    assert_eq!(write(&pack), bytes);
}

#[test]
fn refuses_every_cut() {
    let bytes = write(&sample());
    for length in 0..bytes.len() {
        let error = read(&bytes[..length]).unwrap_err();
        assert_eq!(
            error,
            if length < 22 {
                ReadError::Truncated
            } else {
                ReadError::Damaged
            },
            "{length} bytes"
        );
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(read(&longer), Err(ReadError::Damaged));
    rehash(&mut longer);
    assert_eq!(read(&longer), Err(ReadError::Damaged));
}

#[test]
fn says_what_is_wrong() {
    let mut bytes = write(&sample());
    assert_eq!(
        read(b"<!doctype html><html lang=zh>"),
        Err(ReadError::NotAPack)
    );
    assert_eq!(read(b"<html>"), Err(ReadError::NotAPack));
    let newer = (FORMAT + 1).to_le_bytes();
    bytes[4..6].copy_from_slice(&newer);
    let error = read(&bytes).unwrap_err();
    assert_eq!(error, ReadError::Format { found: FORMAT + 1 });
    let text = format!(
        "the policy pack has format {}, newer than this program's {FORMAT}: update the program",
        FORMAT + 1
    );
    assert_eq!(error.to_string(), text);
    bytes[4..6].copy_from_slice(&0u16.to_le_bytes());
    assert_eq!(
        read(&bytes).unwrap_err().to_string(),
        format!(
            "the policy pack has format 0, but this program reads {FORMAT}: build the pack again"
        )
    );
}

#[test]
fn refuses_parts_that_contradict_each_other() {
    type Damage = fn(&mut Pack);
    let cases: [(&str, Damage); 14] = [
        ("questions", |p| p.questions.truncate(1)),
        ("programmes", |p| p.programmes.clear()),
        ("exclusions", |p| p.exclusions.clear()),
        ("exclusions", |p| p.program.exclusions[0] = vec![1]),
        ("caps", |p| p.caps.push(Text::default())),
        ("dates", |p| p.as_of = i64::MAX),
        ("a question's group", |p| p.questions[1].group = 1),
        ("a question's options", |p| {
            p.questions[0].options.truncate(1)
        }),
        ("a question's values", |p| {
            p.program.facts[2].domain = Domain::Number {
                min: 1,
                max: 0,
                scale: 0,
            }
        }),
        ("a question's id", |p| {
            p.program.facts[2].id = "disabled".to_owned()
        }),
        ("the programmes' ids", |p| {
            p.program.programmes[0].id = "Grant".to_owned()
        }),
        ("papers", |p| {
            p.programmes[0].papers[0].only_for = vec![(0, 0b100)]
        }),
        ("papers", |p| {
            p.programmes[0].papers[0].only_for = vec![(9, 1)]
        }),
        ("sources", |p| p.programmes[0].channels[0].source = 1),
    ];
    for (part, damage) in cases {
        let mut pack = sample();
        damage(&mut pack);
        assert_eq!(
            read(&write(&pack)).map(|_| ()),
            Err(ReadError::Contradiction(part))
        );
    }
}

#[test]
fn answers_are_read_and_written() {
    let pack = sample();
    for (slot, text, value) in [
        (0, "other", 1),
        (1, "true", 1),
        (1, "false", 0),
        (2, "600", 600),
        (3, "1234.5", 123_450),
        (3, "-0.5", -50),
        (3, "0", 0),
        (4, "2026-11-22", 20_779),
    ] {
        assert_eq!(parse_answer(&pack, slot, text), Ok(value), "{text}");
        assert_eq!(format_answer(&pack, slot, value), text);
    }
    for (slot, text, message) in [
        (
            0,
            "Other",
            "`Other` is not an option of `residence`: allowed is one of `shanghai`, `other`",
        ),
        (
            1,
            "yes",
            "`yes` is not an answer to `disabled`: allowed is `true` or `false`",
        ),
        (
            2,
            "601",
            "`601` is out of range for `months`: allowed is a whole number from 0 to 600",
        ),
        (
            2,
            "",
            "`` is not an answer to `months`: allowed is a whole number from 0 to 600",
        ),
        (
            2,
            "99999999999999999999",
            "`99999999999999999999` is out of range for `months`: allowed is a whole number from 0 to 600",
        ),
        (
            2,
            "1.5",
            "`1.5` has too many decimal places for `months`: allowed is a whole number from 0 to 600",
        ),
        (
            3,
            "1e3",
            "`1e3` is not an answer to `rent`: allowed is a number from -0.5 to 10000 with at most 2 decimal places",
        ),
        (
            4,
            "2026-02-29",
            "`2026-02-29` is not an answer to `issued_on`: allowed is a date from 1970-01-01 to 2052-02-20, written 2026-11-22",
        ),
        (
            4,
            "1969-12-31",
            "`1969-12-31` is out of range for `issued_on`: allowed is a date from 1970-01-01 to 2052-02-20, written 2026-11-22",
        ),
        (9, "1", "there is no such question"),
    ] {
        assert_eq!(
            parse_answer(&pack, slot, text).unwrap_err().to_string(),
            message
        );
    }
}

proptest! {
    /// One byte changed anywhere is noticed.
    #[test]
    fn refuses_damage(at in 0usize..10_000, with in 1u8..) {
        let mut bytes = write(&sample());
        let at = at % bytes.len();
        bytes[at] ^= with;
        prop_assert!(read(&bytes).is_err());
    }

    /// Hostile bytes with a right hash: an error or a pack whose parts fit, never a panic.
    #[test]
    fn survives_hostile_bodies(changes in proptest::collection::vec((22usize..10_000, any::<u8>()), 1..4)) {
        let mut bytes = write(&sample());
        let length = bytes.len();
        for (at, with) in changes {
            bytes[22 + at % (length - 22)] = with;
        }
        rehash(&mut bytes);
        if let Ok((pack, _)) = read(&bytes) {
            prop_assert_eq!(pack::check(&pack), Ok(()));
        }
    }

    /// Any bytes at all behind a right head.
    #[test]
    fn survives_noise(body in proptest::collection::vec(any::<u8>(), 0..300)) {
        let mut bytes = write(&sample())[..22].to_vec();
        bytes.extend(body);
        rehash(&mut bytes);
        prop_assert!(read(&bytes).is_err() || bytes.len() > 22);
    }

    /// Plain decimals survive the way to a mantissa and back.
    #[test]
    fn decimals_survive(mantissa in any::<i64>().prop_filter("has a negative", |m| *m != i64::MIN), scale in 0u8..=18) {
        let text = pack::facts::format_decimal(mantissa, scale);
        prop_assert_eq!(pack::facts::parse_decimal(&text, scale), Ok(mantissa));
    }
}
