//! A comparison as one JSON object.

use super::changes::What;
use super::edges::Case;
use super::outcomes::{Best, Gets, Move};
use super::{Group, Report};
use pack::facts::format_date;
use pack::model::Text;
use report::json::{amount, array, key, string};
use report::result::status;
use rules::eval::Range;
use rules::program::Unit;

/// The report as one line of JSON.
pub fn object(report: &Report<'_>) -> String {
    let out = &mut String::from("{");
    for (name, it) in ["old", "new"].into_iter().zip(report.packs) {
        key(out, name);
        out.push('{');
        let as_of = format_date(it.pack.as_of);
        for (name, text) in [
            ("path", &it.path),
            ("id", &it.pack.id),
            ("version", &it.pack.version),
            ("hash", &it.hash),
            ("as_of", &as_of),
        ] {
            key(out, name);
            string(out, text);
        }
        out.push('}');
    }
    key(out, "date");
    string(out, &format_date(report.date));
    key(out, "differs");
    out.push_str(if report.is_empty() { "false" } else { "true" });
    key(out, "people");
    out.push('{');
    number(out, "all", report.people);
    for (name, count) in ["gain", "lose", "both", "range", "other", "unchanged"]
        .into_iter()
        .zip(report.verdicts)
    {
        number(out, name, count);
    }
    out.push('}');
    key(out, "dropped");
    let dropped = ["old", "new"].into_iter().zip(&report.dropped);
    let dropped = dropped.flat_map(|(pack, all)| all.iter().map(move |it| (pack, it)));
    array(out, dropped, |out, (pack, it)| {
        out.push_str("{\"pack\":");
        string(out, pack);
        key(out, "question");
        string(out, &it.question);
        key(out, "allowed");
        string(out, &it.because);
        number(out, "people", it.people);
        out.push('}');
    });
    key(out, "rules");
    array(out, &report.changes, |out, it| {
        out.push('{');
        let what = match it.what {
            What::Added => "added",
            What::Removed => "removed",
            What::Changed => "changed",
        };
        for (name, text) in [
            ("programme", it.programme.as_str()),
            ("version", &it.version),
            ("part", it.part),
            ("id", &it.id),
            ("what", what),
        ] {
            key(out, name);
            string(out, text);
        }
        key(out, "words_only");
        out.push_str(if it.meaning { "false" } else { "true" });
        for (name, text, value) in ["old", "new"]
            .into_iter()
            .zip(&it.text)
            .zip(&it.value)
            .map(|((a, b), c)| (a, b, c))
        {
            key(out, name);
            out.push_str("{\"text\":");
            match text {
                Some(text) => both(out, text),
                None => out.push_str("null"),
            }
            key(out, "value");
            match value {
                Some(value) => string(out, value),
                None => out.push_str("null"),
            }
            out.push('}');
        }
        out.push('}');
    });
    key(out, "programmes");
    array(out, &report.programmes, |out, it| {
        out.push_str("{\"id\":");
        string(out, &it.id);
        number(out, "unchanged", it.unchanged);
        key(out, "groups");
        array(out, &it.groups, |out, it| group(out, it, gets));
        out.push('}');
    });
    key(out, "best");
    array(out, &report.best, |out, it| group(out, it, best));
    key(out, "edges");
    array(out, &report.edges, |out, it| {
        out.push('{');
        for (name, text) in [
            ("programme", &it.programme),
            ("question", &it.fact),
            ("person", &it.person),
        ] {
            key(out, name);
            string(out, text);
        }
        number(out, "people", it.people);
        for (name, at) in [
            ("before", it.before.as_ref()),
            ("first", Some(&it.first)),
            ("last", Some(&it.last)),
            ("after", it.after.as_ref()),
        ] {
            key(out, name);
            case(out, at);
        }
        out.push('}');
    });
    out.push_str("}\n");
    std::mem::take(out)
}

fn number(out: &mut String, name: &str, number: usize) {
    key(out, name);
    out.push_str(&number.to_string());
}

fn both(out: &mut String, text: &Text) {
    out.push_str("{\"zh\":");
    string(out, &text.zh);
    key(out, "en");
    string(out, &text.en);
    out.push('}');
}

fn group<T>(out: &mut String, group: &Group<T>, write: fn(&mut String, &T)) {
    out.push_str("{\"move\":");
    let way = match group.way {
        Move::Gained => "gained",
        Move::Lost => "lost",
        Move::Widened => "widened",
        Move::Narrowed => "narrowed",
        Move::Changed => "changed",
        Move::Unchanged => "unchanged",
    };
    string(out, way);
    for (name, it) in [("old", &group.old), ("new", &group.new)] {
        key(out, name);
        write(out, it);
    }
    key(out, "people");
    array(out, &group.people, |out, name| string(out, name));
    out.push('}');
}

fn gets(out: &mut String, gets: &Gets) {
    out.push_str("{\"status\":");
    match gets.status {
        Some(it) => string(out, status(it)),
        None => out.push_str("null"),
    }
    key(out, "amount");
    amount(out, gets.amount.as_ref());
    key(out, "due_now");
    amount(out, gets.due_now.as_ref());
    for (name, levels) in ["levels", "perhaps"].into_iter().zip(&gets.levels) {
        key(out, name);
        array(out, levels, |out, level| out.push_str(&level.to_string()));
    }
    key(out, "apply_by");
    match gets.apply_by {
        Some(day) => string(out, &format_date(day)),
        None => out.push_str("null"),
    }
    out.push('}');
}

fn best(out: &mut String, best: &Best) {
    out.push_str("{\"programmes\":");
    array(out, &best.programmes, |out, id| string(out, id));
    key(out, "amount");
    let [min, max] = best.fen;
    amount(
        out,
        Some(&Range {
            min,
            max,
            scale: 2,
            unit: Unit::Yuan,
        }),
    );
    out.push('}');
}

fn case(out: &mut String, case: Option<&Case>) {
    let Some(case) = case else {
        out.push_str("null");
        return;
    };
    out.push_str("{\"value\":");
    string(out, &case.value);
    key(out, "months");
    out.push_str(
        &case
            .months
            .map_or_else(|| "null".to_owned(), |it| it.to_string()),
    );
    for (name, it) in ["old", "new"].into_iter().zip(&case.gets) {
        key(out, name);
        gets(out, it);
    }
    out.push('}');
}
