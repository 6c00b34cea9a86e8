//! A comparison for a terminal.

use super::Report;
use super::changes::Change;
use super::outcomes::{Best, Gets, Move};
use super::words::{Tongue, by};

/// How many people a line names.
const NAMED: usize = 3;
const SAID: Tongue = Tongue::English;

/// The report as text, with colours if wanted.
pub fn text(report: &Report<'_>, colour: bool) -> String {
    let mut page = Page {
        out: String::new(),
        colour,
    };
    page.head(report);
    if report.is_empty() {
        page.out
            .push_str(&format!("\n{}\n", SAID.nothing(report.same_files())));
        return page.out;
    }
    page.changes(&report.changes);
    page.results(report);
    page.edges(report);
    page.out
}

struct Page {
    out: String,
    colour: bool,
}

impl Page {
    fn line(&mut self, indent: usize, text: &str) {
        let indent = " ".repeat(indent);
        let text = text.replace('\n', &format!("\n{indent}  "));
        self.out.push_str(&format!("{indent}{}\n", shown(&text)));
    }

    fn painted(&self, code: &str, text: &str) -> String {
        if self.colour {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }

    fn heading(&mut self, text: &str) {
        let text = self.painted("1", text);
        self.out.push_str(&format!("\n{text}\n"));
    }

    fn way(&self, way: Move) -> String {
        let code = match way {
            Move::Gained => "32",
            Move::Lost => "31",
            _ => "33",
        };
        self.painted(code, SAID.way(way))
    }

    fn head(&mut self, report: &Report<'_>) {
        for (name, it) in ["old", "new"].into_iter().zip(report.packs) {
            let line = format!("{name}: {} {} ({})", it.pack.id, it.pack.version, it.path);
            self.line(0, &line);
        }
        let day = pack::facts::format_date(report.date);
        let mut line = format!("{}, applying on {day}", SAID.people(report.people));
        for (count, word) in report.verdicts.iter().zip(SAID.verdicts()) {
            if *count > 0 {
                line.push_str(&format!("; {word}: {count}"));
            }
        }
        self.line(0, &line);
        for (name, dropped) in ["old", "new"].into_iter().zip(&report.dropped) {
            for it in dropped {
                let why = if it.because.is_empty() {
                    format!("the {name} pack has no such question")
                } else {
                    format!("the {name} pack takes only {}", it.because)
                };
                let line = format!(
                    "left out: `{}` of {}: {why}",
                    it.question,
                    SAID.people(it.people)
                );
                self.line(0, &line);
            }
        }
    }

    fn changes(&mut self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        self.heading("Rules and texts");
        let mut programme = "";
        for change in changes {
            if change.programme != programme {
                programme = &change.programme;
                self.line(2, programme);
            }
            let indent = if programme.is_empty() { 2 } else { 4 };
            self.line(indent, &SAID.change(change));
            let [old, new] = change
                .text
                .each_ref()
                .map(|it| it.as_ref().map(|it| SAID.text(it)));
            if old != new {
                self.sides(indent + 2, old, new);
            } else if let (Some(text), true) = (old, change.meaning) {
                self.line(indent + 2, text);
            }
            let [old, new] = change.value.each_ref().map(Option::as_deref);
            self.sides(indent + 2, old, new);
        }
    }

    fn sides(&mut self, indent: usize, old: Option<&str>, new: Option<&str>) {
        if let Some(old) = old {
            self.line(indent, &format!("- {old}"));
        }
        if let Some(new) = new {
            self.line(indent, &format!("+ {new}"));
        }
    }

    fn results(&mut self, report: &Report<'_>) {
        if !report.programmes.is_empty() {
            self.heading("People by programme");
        }
        for programme in &report.programmes {
            self.line(
                2,
                &format!("{} · {}", programme.id, SAID.text(&programme.title)),
            );
            for group in &programme.groups {
                let by = by(SAID, &group.old, &group.new).map(|it| format!(" ({it})"));
                self.group(
                    group.way,
                    &group.people,
                    [&group.old, &group.new].map(|it: &Gets| SAID.gets(it)),
                    by,
                );
            }
            self.line(
                4,
                &format!("unchanged: {}", SAID.people(programme.unchanged)),
            );
        }
        if !report.best.is_empty() {
            self.heading("Best combination");
        }
        for group in &report.best {
            self.group(
                group.way,
                &group.people,
                [&group.old, &group.new].map(|it: &Best| SAID.best(it)),
                None,
            );
        }
    }

    fn group(&mut self, way: Move, people: &[String], [old, new]: [String; 2], by: Option<String>) {
        let way = self.way(way);
        let by = by.unwrap_or_default();
        self.out.push_str(&format!(
            "    {way}: {}: {old} → {new}{by}\n",
            SAID.people(people.len())
        ));
        self.line(6, &SAID.names(people, NAMED));
    }

    fn edges(&mut self, report: &Report<'_>) {
        if report.edges.is_empty() {
            return;
        }
        self.heading("Boundary cases: one answer moved, the others a sample person's");
        let mut programme = "";
        for edge in &report.edges {
            if edge.programme != programme {
                programme = &edge.programme;
                self.line(2, programme);
            }
            let [old, new] = edge.first.gets.each_ref().map(|it| SAID.gets(it));
            let label = SAID.text(&edge.label);
            self.line(4, &format!("{label}: {}: {old} → {new}", SAID.run(edge)));
            if edge.last.gets != edge.first.gets {
                let [old, new] = edge.last.gets.each_ref().map(|it| SAID.gets(it));
                self.line(6, &format!("{}: {old} → {new}", SAID.case(&edge.last)));
            }
            for case in edge.before.iter().chain(&edge.after) {
                self.line(6, &SAID.outside(case));
            }
            let others = edge.people - 1;
            let more = if others > 0 {
                format!(", and {others} more")
            } else {
                String::new()
            };
            self.line(6, &format!("as {}{more}", edge.person));
        }
    }
}

/// A text without what would command a terminal.
fn shown(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}
