//! What a row of results says, in words.

use crate::check::{Check, Found};
use crate::list::List;
use crate::look::places;
use crate::view::{Figure, Span, Standing};
use crate::words::Lang;
use pack::Pack;
use pack::facts::format_decimal;
use pack::model::{Clause, VersionText};
use rules::date::Day;
use rules::program::{Kind, Version};

/// Ways of which one is needed are listed where there are at most so many.
const MOST_ROUTES: usize = 6;

/// The columns of the long table, in both languages.
pub(super) const COLUMNS: [(&str, &str); 14] = [
    ("行", "Line"),
    ("工号", "Number"),
    ("姓名", "Name"),
    ("项目", "Programme"),
    ("结果", "Result"),
    ("最少", "At least"),
    ("最多", "At most"),
    ("单位", "Unit"),
    ("现在可领", "Due now"),
    ("申请截止", "Apply by"),
    ("不满足的条件", "Conditions not met"),
    ("还不清楚的条件", "Conditions not yet clear"),
    ("要补充的信息", "Missing answers"),
    ("说明", "Notes"),
];

/// One person's result for one programme, or the sum of their best combination.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Programme, or what is summed up.
    pub programme: String,
    /// The word for the result; empty for a sum.
    pub result: String,
    /// Smallest and largest, as plain decimals; empty where there is no figure.
    pub amount: (String, String),
    /// What they count.
    pub unit: &'static str,
    /// What is due now.
    pub due: String,
    /// Last day.
    pub apply_by: Option<Day>,
    /// Reasons.
    pub failed: String,
    /// Reasons.
    pub open: String,
    /// Labels of questions.
    pub missing: String,
    /// What else to know.
    pub note: String,
}

/// Puts results into words.
pub(super) struct Teller<'c> {
    pub pack: &'c Pack,
    pub list: &'c List,
    pub check: &'c Check<'c>,
    pub lang: Lang,
}

impl Teller<'_> {
    /// Whether the pack vouches for no figure on the day: none is written then.
    pub fn is_late(&self) -> bool {
        self.check.scope.day > self.pack.valid_until
    }

    /// A programme's name.
    pub fn title(&self, programme: u16) -> &str {
        let text = self.pack.programmes.get(usize::from(programme));
        text.map_or("", |text| self.lang.pick(&text.title))
    }

    /// A person's lines: one for each programme, and last their best combination.
    pub fn lines(&self, person: usize) -> Vec<Line> {
        let best = self.check.best(person);
        let programmes = self.check.scope.programmes.iter();
        let all = programmes.zip(self.check.of(person)).enumerate();
        let mut lines: Vec<Line> = all
            .map(|(at, ((programme, version), found))| {
                let bit = 1u64.checked_shl(at as u32).unwrap_or(0);
                let mut line = self.line(at, *programme, *version, found);
                if best.left_out & bit != 0 {
                    let against = self.check.against(*programme, best.chosen);
                    self.add(&mut line.note, &self.not_both(against));
                }
                line
            })
            .collect();
        lines.push(self.sum(best.sum, best.chosen));
        lines
    }

    fn line(&self, at: usize, programme: u16, version: u16, found: &Found) -> Line {
        let index = usize::from(programme);
        let code = self.pack.program.programmes.get(index);
        let code = code.map(|code| (code.kind, code.versions.get(usize::from(version))));
        let texts = self.pack.programmes.get(index);
        let texts = texts.and_then(|text| text.versions.get(usize::from(version)));
        let vouched = |figure: Option<Figure>| figure.filter(|_| !self.is_late());
        let amount = vouched(self.check.figure(at, found.amount, false));
        let due = vouched(self.check.figure(at, found.due, true));
        let mut line = Line {
            programme: self.title(programme).to_owned(),
            result: self.lang.standing(found.standing).to_owned(),
            amount: amount.map(ends).unwrap_or_default(),
            unit: amount.map_or("", |figure| self.lang.unit(figure.unit)),
            due: due.map(|figure| self.range(figure)).unwrap_or_default(),
            apply_by: found.apply_by,
            missing: self.labels(found),
            ..Line::default()
        };
        if let Some(texts) = texts {
            line.failed = self.clauses(&texts.conditions, found.failed);
            line.open = self.clauses(&texts.conditions, found.open);
            self.routes(&mut line, found, texts);
        }
        if let Some((Kind::Levels, Some(version))) = code {
            line.note = self.levels(found, version);
        }
        line
    }

    /// Where one of several ways is needed and none holds: the ways.
    fn routes(&self, line: &mut Line, found: &Found, texts: &VersionText) {
        let some = !texts.routes.is_empty() && found.routes == 0 && found.failed == 0;
        if !some || found.standing != Standing::Ineligible {
            return;
        }
        let none = self.lang.of("这些一条也不满足：", "None of these holds: ");
        let none = match texts.routes.len() <= MOST_ROUTES {
            true => format!("{none}{}", self.clauses(&texts.routes, u64::MAX)),
            false => self
                .lang
                .of("各条途径一条也不满足", "None of the ways holds")
                .to_owned(),
        };
        self.add(&mut line.failed, &none);
    }

    /// The levels that are open now.
    fn levels(&self, found: &Found, version: &Version) -> String {
        let held = places(found.routes);
        let routes = held
            .iter()
            .filter_map(|at| version.routes.get(usize::from(*at)));
        let mut levels: Vec<u8> = routes.filter_map(|route| route.level).collect();
        levels.sort_unstable_by(|a, b| b.cmp(a));
        levels.dedup();
        if levels.is_empty() {
            return String::new();
        }
        let levels: Vec<String> = levels.iter().map(u8::to_string).collect();
        match self.lang {
            Lang::Zh => format!("现在可考的等级：{}", levels.join("、")),
            Lang::En => format!("Levels open now: {}", levels.join(", ")),
        }
    }

    fn sum(&self, sum: Span, chosen: u64) -> Line {
        let programmes = (0u32..).zip(&self.check.scope.programmes);
        let chosen = programmes.filter(|(bit, _)| chosen >> bit & 1 == 1);
        let chosen: Vec<&str> = chosen.map(|(_, (it, _))| self.title(*it)).collect();
        Line {
            programme: self.lang.of("最优组合合计", "Best combination").to_owned(),
            amount: self.fen(sum),
            unit: self.lang.of("元", "yuan"),
            note: chosen.join(self.lang.and()),
            ..Line::default()
        }
    }

    /// A sum in fen as plain decimals of yuan.
    pub fn fen(&self, sum: Span) -> (String, String) {
        match self.is_late() {
            true => Default::default(),
            false => (format_decimal(sum.min, 2), format_decimal(sum.max, 2)),
        }
    }

    /// Why a grant is not in the best combination.
    fn not_both(&self, against: Option<u16>) -> String {
        match (self.lang, against.map(|it| self.title(it))) {
            (Lang::Zh, Some(title)) => format!("没有计入最优组合：和「{title}」只能领一项"),
            (Lang::En, Some(title)) => {
                format!("Not in the best combination: only one of this and “{title}” is paid")
            }
            (Lang::Zh, None) => "没有计入最优组合：共同的上限已用完".to_owned(),
            (Lang::En, None) => "Not in the best combination: a shared limit is used up".to_owned(),
        }
    }

    fn add(&self, to: &mut String, more: &str) {
        if !to.is_empty() {
            to.push_str(self.lang.and());
        }
        to.push_str(more);
    }

    fn clauses(&self, all: &[Clause], bits: u64) -> String {
        let mut text = String::new();
        for at in places(bits) {
            if let Some(clause) = all.get(usize::from(at)) {
                self.add(&mut text, self.lang.pick(&clause.text));
            }
        }
        text
    }

    fn labels(&self, found: &Found) -> String {
        let mut text = String::new();
        for slot in found.missing.iter() {
            if let Some(question) = self.pack.questions.get(usize::from(slot)) {
                self.add(&mut text, self.lang.pick(&question.label));
            }
        }
        text
    }

    /// `6000`, `0–6000`.
    fn range(&self, figure: Figure) -> String {
        let (min, max) = ends(figure);
        match min == max {
            true => max,
            false => format!("{min}–{max}"),
        }
    }
}

/// Both ends as plain decimals.
pub(super) fn ends(figure: Figure) -> (String, String) {
    let end = |mantissa| format_decimal(mantissa, figure.scale);
    (end(figure.span.min), end(figure.span.max))
}
