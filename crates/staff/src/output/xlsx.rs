//! Results as a workbook: totals, everybody in a row, everybody programme by programme, and the
//! rows that could not be read.

use super::lines::{COLUMNS, Teller, ends};
use crate::check::Check;
use crate::list::List;
use crate::look::said;
use crate::view::{Standing, Why};
use crate::words::Lang;
use pack::Pack;
use pack::facts::format_date;
use pack::model::Evidence;
use sheets::{Book, Cell, Layout};

/// Writes what was computed. Texts are string cells: nothing in them is ever run.
pub fn xlsx(pack: &Pack, list: &List, check: &Check<'_>, lang: Lang) -> Vec<u8> {
    let teller = Teller {
        pack,
        list,
        check,
        lang,
    };
    let mut book = Book::new();
    totals(&mut book, &teller);
    people(&mut book, &teller);
    details(&mut book, &teller);
    problems(&mut book, &teller);
    book.finish()
}

fn number(text: &str) -> Cell<'_> {
    match text.is_empty() {
        true => Cell::Empty,
        false => Cell::Number(text),
    }
}

fn text(text: &str) -> Cell<'_> {
    match text.is_empty() {
        true => Cell::Empty,
        false => Cell::Text(text),
    }
}

fn totals(book: &mut Book, teller: &Teller<'_>) {
    let (lang, check, list) = (teller.lang, teller.check, teller.list);
    let summary = check.summary(list);
    book.sheet(
        lang.of("汇总", "Totals"),
        &Layout {
            widths: vec![44, 14, 14, 14, 18, 18, 18, 40],
            ..Layout::default()
        },
    );
    let line = |book: &mut Book, name: &str, cell: Cell<'_>| book.row([Cell::Head(name), cell]);
    line(
        book,
        lang.of("申请日期", "Day of application"),
        Cell::Day(summary.day),
    );
    let rules = format!("{} {}", lang.pick(&teller.pack.title), teller.pack.version);
    line(book, lang.of("规则", "Rules"), Cell::Text(&rules));
    let counts = [
        (lang.of("测算人数", "People computed"), summary.people),
        (
            lang.of("有问题未测算的行", "Rows not read"),
            summary.bad_rows,
        ),
        (
            lang.of(
                "至少有一项确定可领的人数",
                "People who surely get something",
            ),
            summary.paid,
        ),
    ];
    for (name, count) in counts {
        line(book, name, Cell::Number(&count.to_string()));
    }
    let best = teller.fen(summary.best);
    if teller.is_late() {
        let until = format_date(teller.pack.valid_until);
        let late = match lang {
            Lang::Zh => format!("现有规则只核对到 {until}，之后的日期不写金额。请以 12333 为准。"),
            Lang::En => format!(
                "The rules are checked up to {until}. No amounts are written for later dates. Ask 12333."
            ),
        };
        book.row([Cell::Text(&late)]);
    }
    book.row([
        Cell::Head(lang.of("最优组合合计（元）", "Best combinations, in all (yuan)")),
        number(&best.0),
        Cell::Text("–"),
        number(&best.1),
    ]);
    book.row([]);
    book.row(
        [
            ("项目", "Programme"),
            ("符合条件（人）", "Qualify"),
            ("还差回答（人）", "Depends"),
            ("暂不符合（人）", "Not now"),
            ("金额合计最少（元）", "In all at least (yuan)"),
            ("金额合计最多（元）", "In all at most (yuan)"),
            ("计入最优组合（人）", "In best combinations"),
            ("依据", "Known from"),
        ]
        .map(|(zh, en)| Cell::Head(lang.of(zh, en))),
    );
    for total in &summary.programmes {
        let counts = [
            total.eligible,
            total.undetermined,
            total.ineligible,
            total.chosen,
        ];
        let counts = counts.map(|count| count.to_string());
        let [eligible, undetermined, ineligible, chosen] = &counts;
        let sum = total.sum.filter(|_| !teller.is_late());
        let sum = sum.map(ends).unwrap_or_default();
        book.row([
            Cell::Text(teller.title(total.programme)),
            Cell::Number(eligible),
            Cell::Number(undetermined),
            Cell::Number(ineligible),
            number(&sum.0),
            number(&sum.1),
            Cell::Number(chosen),
            Cell::Text(known_from(teller, total.programme)),
        ]);
    }
    book.row([]);
    for (programme, why) in &summary.left_out {
        let why = match why {
            Why::NoRule => lang.of(
                "没有测算：这一天没有规则",
                "Not computed: no rule on that day",
            ),
            Why::NoColumn => lang.of(
                "没有测算：表里没有与它有关的回答",
                "Not computed: the list has no answer about it",
            ),
            Why::NotAsked => lang.of("没有测算：没有选它", "Not computed: not chosen"),
        };
        book.row([Cell::Text(teller.title(*programme)), Cell::Text(why)]);
    }
    for note in [
        lang.of(
            "空格子是还没回答的问题：结果是一个范围，不当作「否」。",
            "An empty cell is an open question: it gives a range and is not taken for “no”.",
        ),
        lang.of(
            "结果只供参考，以主管部门解释和 12333 为准。",
            "These results are for guidance. Binding is what the authority and 12333 say.",
        ),
        lang.of(
            "测算在您的设备上完成，名单没有上传。",
            "This was computed on your own device. The list was not uploaded.",
        ),
    ] {
        book.row([Cell::Text(note)]);
    }
}

fn known_from(teller: &Teller<'_>, programme: u16) -> &'static str {
    let pack = teller.pack;
    let source = teller
        .check
        .scope
        .programmes
        .iter()
        .find_map(|(it, version)| {
            let text = pack.programmes.get(usize::from(programme))?;
            let version = text.versions.get(usize::from(*version))?;
            (*it == programme).then_some(usize::from(version.source))
        });
    let lang = teller.lang;
    match source
        .and_then(|at| pack.sources.get(at))
        .map(|it| it.evidence)
    {
        Some(Evidence::Official) => lang.of("官方原文", "Official text"),
        Some(Evidence::Press) => lang.of(
            "据公开报道，以主管部门解释为准",
            "Press reports; the authority's word decides",
        ),
        Some(Evidence::Unconfirmed) | None => {
            lang.of("待核实，以 12333 为准", "Not confirmed: ask 12333")
        }
    }
}

fn people(book: &mut Book, teller: &Teller<'_>) {
    let (lang, check) = (teller.lang, teller.check);
    let programmes = &check.scope.programmes;
    let head = [
        ("行", "Line"),
        ("工号", "Number"),
        ("姓名", "Name"),
        ("最优组合最少（元）", "Best combination at least (yuan)"),
        ("最优组合最多（元）", "Best combination at most (yuan)"),
        ("组合里的项目", "In the combination"),
        ("最近的申请截止", "Next last day"),
    ];
    let columns = head.len() + programmes.len();
    book.sheet(
        lang.of("每人", "People"),
        &Layout {
            widths: [vec![7, 14, 14, 16, 16, 36, 14], vec![22; programmes.len()]].concat(),
            frozen: (1, 3),
            filter: columns,
            ..Layout::default()
        },
    );
    let head = head.map(|(zh, en)| lang.of(zh, en)).into_iter();
    let titles = programmes.iter().map(|(it, _)| teller.title(*it));
    book.row(head.chain(titles).map(Cell::Head));
    for person in 0..check.done() {
        let Some(who) = teller.list.people.get(person) else {
            continue;
        };
        let lines = teller.lines(person);
        let Some((best, own)) = lines.split_last() else {
            continue;
        };
        let alive = check.of(person).iter().filter(|found| {
            found.standing != Standing::Ineligible
                && found.apply_by.is_some_and(|day| day >= check.scope.day)
        });
        let next = alive.filter_map(|found| found.apply_by).min();
        let head = [
            Cell::Line(who.line),
            text(&who.id),
            text(&who.name),
            number(&best.amount.0),
            number(&best.amount.1),
            text(&best.note),
            next.map_or(Cell::Empty, Cell::Day),
        ];
        book.row(
            head.into_iter()
                .chain(own.iter().map(|it| Cell::Text(&it.result))),
        );
    }
}

fn details(book: &mut Book, teller: &Teller<'_>) {
    let lang = teller.lang;
    book.sheet(
        lang.of("明细", "Details"),
        &Layout {
            widths: vec![7, 14, 14, 30, 12, 12, 12, 8, 14, 14, 40, 40, 40, 40],
            frozen: (1, 3),
            filter: COLUMNS.len(),
            ..Layout::default()
        },
    );
    book.row(COLUMNS.map(|(zh, en)| Cell::Head(lang.of(zh, en))));
    for person in 0..teller.check.done() {
        let Some(who) = teller.list.people.get(person) else {
            continue;
        };
        // The combination stands in the sheet before.
        let mut lines = teller.lines(person);
        lines.pop();
        for it in lines {
            book.row([
                Cell::Line(who.line),
                text(&who.id),
                text(&who.name),
                text(&it.programme),
                text(&it.result),
                number(&it.amount.0),
                number(&it.amount.1),
                text(it.unit),
                text(&it.due),
                it.apply_by.map_or(Cell::Empty, Cell::Day),
                text(&it.failed),
                text(&it.open),
                text(&it.missing),
                text(&it.note),
            ]);
        }
    }
}

fn problems(book: &mut Book, teller: &Teller<'_>) {
    let lang = teller.lang;
    book.sheet(
        lang.of("问题行", "Rows not read"),
        &Layout {
            widths: vec![8, 100],
            frozen: (1, 0),
            ..Layout::default()
        },
    );
    book.row(
        [("行", "Line"), ("问题", "What is wrong")].map(|(zh, en)| Cell::Head(lang.of(zh, en))),
    );
    for problem in &teller.list.problems {
        let said = said(problem);
        let words = match lang {
            Lang::Zh => &said.zh,
            Lang::En => &said.en,
        };
        book.row([Cell::Line(said.line), Cell::Text(words)]);
    }
}
