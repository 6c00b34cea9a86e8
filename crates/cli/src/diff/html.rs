//! A comparison as one page: no script, no other file.

use super::changes::Change;
use super::edges::Edge;
use super::outcomes::{Best, Gets, Move};
use super::words::{Tongue, by};
use super::{Group, Report};
use pack::facts::format_date;
use report::plain::escaped;

const STYLE: &str = include_str!("diff.css");
/// How many people a row names.
const NAMED: usize = 12;

/// The page, in Chinese and English: one of them is shown, as the reader chooses.
pub fn page(report: &Report<'_>) -> String {
    let [old, new] = report
        .packs
        .map(|it| format!("{} {}", it.pack.id, it.pack.version));
    let title = escaped(&format!("{old} → {new}"));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <fieldset class=\"language\"><legend>语言 · Language</legend>\n\
         <label><input type=\"radio\" name=\"language\" id=\"zh\" checked> 中文</label>\n\
         <label lang=\"en\"><input type=\"radio\" name=\"language\" id=\"en\"> English</label>\n</fieldset>\n"
    );
    for said in [Tongue::Chinese, Tongue::English] {
        let tag = said.say("zh-CN", "en");
        out.push_str(&format!(
            "<main class=\"{}\" lang=\"{tag}\">\n",
            said.say("zh", "en")
        ));
        let mut page = Page { out, said };
        page.head(report);
        if report.is_empty() {
            page.element("p", said.nothing(report.same_files()));
        } else {
            page.changes(&report.changes);
            page.results(report);
            page.edges(&report.edges);
        }
        out = page.out;
        out.push_str("</main>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

struct Page {
    out: String,
    said: Tongue,
}

impl Page {
    fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        self.said.say(zh, en)
    }

    fn element(&mut self, tag: &str, text: &str) {
        self.out
            .push_str(&format!("<{tag}>{}</{tag}>\n", escaped(text)));
    }

    fn head(&mut self, report: &Report<'_>) {
        let said = self.said;
        self.element(
            "h1",
            self.say("政策变化对人的影响", "What a change means for people"),
        );
        self.out.push_str("<dl>\n");
        for (name, it) in [self.say("变更前", "Before"), self.say("变更后", "After")]
            .into_iter()
            .zip(report.packs)
        {
            let pack = format!("{} {} ({})", it.pack.id, it.pack.version, it.path);
            self.element("dt", name);
            self.element("dd", &pack);
        }
        self.element("dt", self.say("申请日期", "Day of application"));
        self.element("dd", &format_date(report.date));
        self.element("dt", self.say("样本", "Sample"));
        self.element("dd", &said.people(report.people));
        self.out.push_str("</dl>\n<ul class=\"counts\">\n");
        let classes = ["gained", "lost", "both", "range", "other", "same"];
        for ((count, word), class) in report.verdicts.iter().zip(said.verdicts()).zip(classes) {
            self.out.push_str(&format!(
                "<li class=\"{class}\"><b>{count}</b> {word}</li>\n"
            ));
        }
        self.out.push_str("</ul>\n");
        self.element(
            "p",
            self.say(
                "样本不代表全部人群，人数不能当作比例。范围的两端都变动才算增加或减少。",
                "The sample is no survey: its counts are no shares. Only where both ends of a range move is it a gain or a loss.",
            ),
        );
        let packs = [self.say("变更前", "before"), self.say("变更后", "after")];
        for (name, dropped) in packs.into_iter().zip(&report.dropped) {
            for it in dropped {
                let people = said.people(it.people);
                let text = match said {
                    Tongue::Chinese => format!(
                        "{people}对 {} 的回答没有用：{name}的政策包不接受。",
                        it.question
                    ),
                    Tongue::English => format!(
                        "The answer of {people} to {} was left out: the pack {name} does not take it. {}",
                        it.question, it.because
                    ),
                };
                self.element("p", text.trim_end());
            }
        }
    }

    fn changes(&mut self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        self.element("h2", self.say("规则和文字", "Rules and texts"));
        let mut programme = "";
        for change in changes {
            if change.programme != programme {
                programme = &change.programme;
                self.element("h3", programme);
            }
            self.out.push_str("<section class=\"change\">\n");
            self.element("h4", &self.said.change(change));
            let [old, new] = change
                .text
                .each_ref()
                .map(|it| it.as_ref().map(|it| self.said.text(it)));
            if old != new {
                self.sides("span", old, new);
            } else if let (Some(text), true) = (old, change.meaning) {
                self.element("p", text);
            }
            let [old, new] = change.value.each_ref().map(Option::as_deref);
            self.sides("code", old, new);
            self.out.push_str("</section>\n");
        }
    }

    fn sides(&mut self, tag: &str, old: Option<&str>, new: Option<&str>) {
        for (outer, text) in [("del", old), ("ins", new)] {
            if let Some(text) = text {
                self.out.push_str(&format!(
                    "<p><{outer}><{tag}>{}</{tag}></{outer}></p>\n",
                    escaped(text)
                ));
            }
        }
    }

    fn results(&mut self, report: &Report<'_>) {
        let said = self.said;
        if !report.programmes.is_empty() {
            self.element("h2", self.say("各项目涉及的人", "People by programme"));
        }
        for programme in &report.programmes {
            self.element("h3", said.text(&programme.title));
            self.out.push_str("<ul class=\"moves\">\n");
            for group in &programme.groups {
                let by = by(said, &group.old, &group.new);
                self.group(group, by, |gets: &Gets| said.gets(gets));
            }
            self.out.push_str("</ul>\n");
            let unchanged = format!(
                "{}{}{}",
                said.way(Move::Unchanged),
                self.say("：", ": "),
                said.people(programme.unchanged)
            );
            self.element("p", &unchanged);
        }
        if !report.best.is_empty() {
            self.element("h2", self.say("最佳组合", "Best combination"));
            self.out.push_str("<ul class=\"moves\">\n");
            for group in &report.best {
                self.group(group, None, |best: &Best| said.best(best));
            }
            self.out.push_str("</ul>\n");
        }
    }

    fn group<T>(&mut self, group: &Group<T>, by: Option<String>, text: impl Fn(&T) -> String) {
        let class = match group.way {
            Move::Gained => "gained",
            Move::Lost => "lost",
            Move::Widened | Move::Narrowed => "range",
            Move::Changed | Move::Unchanged => "other",
        };
        let [old, new] = [&group.old, &group.new].map(|it| escaped(&text(it)));
        let (way, people) = (
            self.said.way(group.way),
            self.said.people(group.people.len()),
        );
        let by = by
            .map(|it| format!(" <b class=\"by\">{it}</b>"))
            .unwrap_or_default();
        let names = escaped(&self.said.names(&group.people, NAMED));
        self.out.push_str(&format!(
            "<li class=\"{class}\"><p><b>{way}</b> · {people}{by}</p>\n<p>{old} → {new}</p>\n<p class=\"names\">{names}</p></li>\n"
        ));
    }

    fn edges(&mut self, edges: &[Edge]) {
        if edges.is_empty() {
            return;
        }
        let said = self.said;
        self.element("h2", self.say("临界情形", "Boundary cases"));
        self.element(
            "p",
            self.say(
                "只变动一项回答，其余与样本中的一人相同。",
                "One answer is moved; all others are those of one of the sample people.",
            ),
        );
        let mut programme = "";
        for edge in edges {
            if edge.programme != programme {
                programme = &edge.programme;
                self.element("h3", programme);
            }
            self.out.push_str("<section class=\"change\">\n");
            let colon = self.say("：", ": ");
            self.element(
                "h4",
                &format!("{}{colon}{}", said.text(&edge.label), said.run(edge)),
            );
            let [old, new] = edge.first.gets.each_ref().map(|it| said.gets(it));
            self.element("p", &format!("{old} → {new}"));
            if edge.last.gets != edge.first.gets {
                let [old, new] = edge.last.gets.each_ref().map(|it| said.gets(it));
                self.element(
                    "p",
                    &format!("{}{colon}{old} → {new}", said.case(&edge.last)),
                );
            }
            for case in edge.before.iter().chain(&edge.after) {
                self.element("p", &said.outside(case));
            }
            let others = edge.people - 1;
            let more = match said {
                _ if others == 0 => String::new(),
                Tongue::Chinese => format!("，另 {others} 人相同"),
                Tongue::English => format!(", and {others} more"),
            };
            self.out.push_str(&format!(
                "<p class=\"names\">{}{}</p>\n</section>\n",
                escaped(&edge.person),
                more
            ));
        }
    }
}
