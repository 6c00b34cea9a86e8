//! One programme's page.

use super::html;
use super::words::Words;
use pack::Pack;
use pack::model::{Clause, Evidence, Paper, Programme, VersionText};
use rules::date::Day;
use rules::program::{self, Domain};

/// The page of the programme at `place`.
pub fn page(pack: &Pack, place: usize, words: &Words) -> Option<String> {
    let (code, programme) = (
        pack.program.programmes.get(place)?,
        pack.programmes.get(place)?,
    );
    let mut page = Page {
        pack,
        words,
        body: String::new(),
        cited: Vec::new(),
    };
    page.body = format!("<p>{}</p>\n", html::text(&programme.summary, words));
    page.amounts(programme);
    page.clauses(words.schedule, &programme.schedule);
    page.rules(code, programme);
    page.papers(&programme.papers);
    page.clauses(words.channels, &programme.channels);
    page.clauses(words.notes, &programme.notes);
    page.together(place);
    page.sources();
    Some(html::page(
        pack,
        words,
        html::said(&programme.title, words),
        &format!("{}.html", code.id),
        &page.body,
    ))
}

struct Page<'p> {
    pack: &'p Pack,
    words: &'p Words,
    body: String,
    /// Sources in the order in which they are cited; the first has the number 1.
    cited: Vec<u16>,
}

impl Page<'_> {
    fn heading(&mut self, level: u8, text: &str) {
        self.body
            .push_str(&format!("<h{level}>{text}</h{level}>\n"));
    }

    /// `[1] 第四条 · 媒体或转载`
    fn reference(&mut self, source: u16, clause: &str, evidence: Evidence) -> String {
        let number = match self.cited.iter().position(|it| *it == source) {
            Some(place) => place + 1,
            None => {
                self.cited.push(source);
                self.cited.len()
            }
        };
        let class = if evidence == Evidence::Unconfirmed {
            " class=\"unconfirmed\""
        } else {
            ""
        };
        let clause = if clause.is_empty() {
            String::new()
        } else {
            format!(" {}", html::escaped(clause))
        };
        format!(
            "<span class=\"about\"><a href=\"#source-{number}\">[{number}]</a>{clause} <span{class}>{}</span></span>",
            self.words.known(evidence)
        )
    }

    fn clause(&mut self, clause: &Clause) -> String {
        let reference = self.reference(clause.source, &clause.clause, clause.evidence);
        format!("{} {reference}", html::text(&clause.text, self.words))
    }

    fn list<'c>(&mut self, clauses: impl IntoIterator<Item = &'c Clause>) {
        self.body.push_str("<ul>\n");
        for clause in clauses {
            let item = self.clause(clause);
            self.body.push_str(&format!("<li>{item}</li>\n"));
        }
        self.body.push_str("</ul>\n");
    }

    fn clauses(&mut self, heading: &str, clauses: &[Clause]) {
        if !clauses.is_empty() {
            self.heading(2, heading);
            self.list(clauses);
        }
    }

    fn amounts(&mut self, programme: &Programme) {
        if programme.amounts.is_empty() {
            return;
        }
        let words = self.words;
        self.heading(2, words.amounts);
        self.body.push_str(&format!(
            "<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
            words.amount_for, words.amount_value
        ));
        for row in &programme.amounts {
            let reference = self.reference(row.source, "", row.evidence);
            self.body.push_str(&format!(
                "<tr><th scope=\"row\">{} {reference}</th><td class=\"value\">{}</td></tr>\n",
                html::text(&row.label, words),
                // A number and its unit stay on one line.
                html::text(&row.value, words).replace(" 元", "\u{a0}元")
            ));
        }
        self.body.push_str("</tbody>\n</table>\n");
    }

    /// The versions, the newest first, and the days without one.
    fn rules(&mut self, code: &program::Programme, programme: &Programme) {
        if code.versions.is_empty() && programme.gaps.is_empty() {
            return;
        }
        self.heading(2, self.words.rules);
        for (version, text) in code.versions.iter().zip(&programme.versions).rev() {
            self.version(version, text);
        }
        if !programme.gaps.is_empty() {
            self.heading(3, self.words.gaps);
            self.body.push_str("<ul>\n");
            for gap in &programme.gaps {
                let span = self.span(gap.from, gap.until, [Evidence::Official; 2]);
                let why = html::text(&gap.text, self.words);
                self.body
                    .push_str(&format!("<li>{span}{}{why}</li>\n", self.words.colon));
            }
            self.body.push_str("</ul>\n");
        }
    }

    fn version(&mut self, version: &program::Version, text: &VersionText) {
        let words = self.words;
        let known = [text.from_evidence, text.until_evidence];
        let heading = format!(
            "{} · {}",
            html::escaped(&version.id),
            self.span(version.from, version.until, known)
        );
        self.heading(3, &heading);
        let source = self.pack.sources.get(usize::from(text.source));
        let evidence = source.map_or(Evidence::Unconfirmed, |source| source.evidence);
        let reference = self.reference(text.source, "", evidence);
        self.body.push_str(&format!("<p>{reference}</p>\n"));
        if !text.conditions.is_empty() {
            self.body
                .push_str(&format!("<p>{}{}</p>\n", words.conditions, words.colon));
            self.list(&text.conditions);
        }
        if !text.routes.is_empty() {
            self.body
                .push_str(&format!("<p>{}{}</p>\n<ul>\n", words.routes, words.colon));
            for (route, clause) in version.routes.iter().zip(&text.routes) {
                let level = route
                    .level
                    .map(|level| format!("{}{}", (words.level)(level), words.colon))
                    .unwrap_or_default();
                let item = self.clause(clause);
                self.body.push_str(&format!("<li>{level}{item}</li>\n"));
            }
            self.body.push_str("</ul>\n");
        }
        if let Some(amount) = &text.amount {
            let amount = self.clause(amount);
            self.body
                .push_str(&format!("<p>{}{}{amount}</p>\n", words.amount, words.colon));
        }
        if !text.steps.is_empty() {
            self.body
                .push_str(&format!("<p>{}{}</p>\n", words.steps, words.colon));
            self.list(&text.steps);
        }
    }

    /// From when until when; a day that is not certain is marked.
    fn span(&self, from: Option<Day>, until: Option<Day>, known: [Evidence; 2]) -> String {
        let words = self.words;
        let [from_known, until_known] = known;
        let day = |day: Day, said: fn(&str) -> String, known: Evidence| {
            let said = said(&html::date(day, words));
            match known {
                Evidence::Unconfirmed => {
                    let word = words.known(known);
                    format!("{said} <span class=\"unconfirmed\">{word}</span>")
                }
                Evidence::Official | Evidence::Press => said,
            }
        };
        let from = from.map(|it| day(it, words.from, from_known));
        let until = until.map(|it| day(it, words.until, until_known));
        let days: Vec<String> = [from, until].into_iter().flatten().collect();
        if days.is_empty() {
            words.always.to_owned()
        } else {
            days.join(" ")
        }
    }

    fn papers(&mut self, papers: &[Paper]) {
        if papers.is_empty() {
            return;
        }
        self.heading(2, self.words.papers);
        self.body.push_str("<ul>\n");
        for paper in papers {
            let whom: Vec<String> = paper
                .only_for
                .iter()
                .map(|(slot, mask)| self.options(*slot, *mask))
                .collect();
            let whom = if whom.is_empty() {
                String::new()
            } else {
                (self.words.only_for)(&whom.join(self.words.comma))
            };
            let item = self.clause(&paper.clause);
            self.body.push_str(&format!("<li>{item}{whom}</li>\n"));
        }
        self.body.push_str("</ul>\n");
    }

    /// The options of a question that a mask names: `当前状况：登记失业、协保`.
    fn options(&self, slot: u16, mask: u64) -> String {
        let place = usize::from(slot);
        let (Some(question), Some(fact)) = (
            self.pack.questions.get(place),
            self.pack.program.facts.get(place),
        ) else {
            return String::new();
        };
        let among = |index: &usize| mask.checked_shr(*index as u32).unwrap_or(0) & 1 == 1;
        let names: Vec<String> = match fact.domain {
            Domain::Bool => [self.words.no, self.words.yes]
                .iter()
                .enumerate()
                .filter(|(index, _)| among(index))
                .map(|(_, name)| (*name).to_owned())
                .collect(),
            _ => question
                .options
                .iter()
                .enumerate()
                .filter(|(index, _)| among(index))
                .map(|(_, option)| html::text(&option.label, self.words))
                .collect(),
        };
        format!(
            "{}{}{}",
            html::text(&question.label, self.words),
            self.words.colon,
            names.join(self.words.comma)
        )
    }

    /// What can't be had besides, and which limits are shared.
    fn together(&mut self, place: usize) {
        let pack = self.pack;
        let within = |group: &[u16]| group.iter().any(|index| usize::from(*index) == place);
        let exclusions: Vec<&Clause> = pack
            .program
            .exclusions
            .iter()
            .zip(&pack.exclusions)
            .filter(|(group, _)| within(group))
            .map(|(_, clause)| clause)
            .collect();
        let caps: Vec<String> = pack
            .program
            .caps
            .iter()
            .zip(&pack.caps)
            .filter(|(cap, _)| within(&cap.programmes))
            .map(|(_, text)| html::text(text, self.words))
            .collect();
        if exclusions.is_empty() && caps.is_empty() {
            return;
        }
        self.heading(2, self.words.together);
        if !exclusions.is_empty() {
            self.list(exclusions);
        }
        for cap in caps {
            self.body.push_str(&format!("<p>{cap}</p>\n"));
        }
    }

    fn sources(&mut self) {
        let words = self.words;
        self.heading(2, words.sources);
        self.body.push_str("<ol>\n");
        for (number, index) in (1..).zip(&self.cited) {
            let Some(source) = self.pack.sources.get(usize::from(*index)) else {
                continue;
            };
            let title = html::text(&source.title, words);
            // Only a web address becomes a link: a pack may come from elsewhere.
            let title = if source.url.starts_with("https://") || source.url.starts_with("http://") {
                format!(
                    "<a href=\"{}\" rel=\"noreferrer\">{title}</a>",
                    html::escaped(&source.url)
                )
            } else {
                title
            };
            let about = [
                html::escaped(&source.number),
                html::text(&source.publisher, words),
                html::escaped(&source.date),
                words.known(source.evidence).to_owned(),
            ];
            let about: Vec<String> = about.into_iter().filter(|it| !it.is_empty()).collect();
            self.body.push_str(&format!(
                "<li id=\"source-{number}\">{title} <span class=\"about\">{}</span></li>\n",
                about.join(" · ")
            ));
        }
        self.body.push_str("</ol>\n");
    }
}
