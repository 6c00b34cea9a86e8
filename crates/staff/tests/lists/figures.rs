//! A list gives what one person after the other gives.

use crate::support::{DAY, DIR, PACK, checked, day, everybody, list, programme, rows, scope, word};
use proptest::prelude::*;
use rules::eval::{Answers, Evaluator, Outcome, Status, Truth};
use rules::program::{Domain, Kind};
use staff::view::{Filter, PersonView, Span, Standing};
use std::collections::BTreeMap;

/// Every programme for people who work or learn.
const ALL: [&str; 8] = [
    "assessment_level",
    "care_entry",
    "chief_technician",
    "directed_training",
    "residence_points_skill",
    "sh_skill_upgrade",
    "talent_settlement",
    "ui_skill_upgrade",
];

/// The worked cases of the pack, as lists: one for each programme and day. `bazhu check` holds the
/// one-by-one evaluation to the same tables.
#[test]
fn a_list_of_the_worked_cases_gives_their_figures() {
    let mut seen = 0;
    for id in ALL {
        let table = std::fs::read(format!("{DIR}/cases/{id}.csv")).unwrap();
        let cases = rows(&table);
        let at = |name: &str| cases[0].iter().position(|it| it == name);
        let mut days: BTreeMap<&str, Vec<&Vec<String>>> = BTreeMap::new();
        for case in &cases[1..] {
            days.entry(&case[at("date").unwrap()])
                .or_default()
                .push(case);
        }
        for (date, cases_of_day) in days {
            let columns: Vec<usize> = (0..cases[0].len())
                .filter(|it| !cases[0][*it].starts_with("expect_") && cases[0][*it] != "date")
                .collect();
            let mut csv = String::new();
            for row in std::iter::once(&&cases[0]).chain(&cases_of_day) {
                let cells = columns
                    .iter()
                    .map(|it| format!("\"{}\"", row[*it].replace('"', "\"\"")));
                csv.push_str(&(cells.collect::<Vec<_>>().join(",") + "\n"));
            }
            let list = list(csv.as_bytes());
            assert_eq!((list.people.len(), list.bad_rows), (cases_of_day.len(), 0));
            let scope = scope(&list, day(date), &[id]);
            let check = checked(&scope, &list);
            let everybody = everybody(&check, &list);
            for (case, person) in cases_of_day.iter().zip(&everybody) {
                let expected = |name| {
                    at(name)
                        .map(|at| case[at].as_str())
                        .filter(|it| !it.is_empty())
                };
                let name = &case[at("name").unwrap()];
                assert_eq!(name, &person.name);
                seen += 1;
                let Some(outcome) = person.outcomes.first() else {
                    // Nothing is answered, or there is no rule: it says so and gives no figure.
                    assert!(!scope.left_out.is_empty(), "{id}: {name}");
                    assert!(matches!(
                        expected("expect_status"),
                        Some("no_rule" | "undetermined")
                    ));
                    continue;
                };
                if let Some(status) = expected("expect_status") {
                    assert_eq!(word(outcome.standing), status, "{id}: {name}");
                }
                let figure = |end: fn(&Span) -> i64| {
                    let amount = outcome.amount.as_ref()?;
                    Some(pack::facts::format_decimal(end(&amount.span), amount.scale))
                };
                for (column, figure) in [
                    ("expect_min", figure(|it| it.min)),
                    ("expect_max", figure(|it| it.max)),
                ] {
                    if let Some(expected) = expected(column) {
                        assert_eq!(
                            figure.as_deref().unwrap_or("none"),
                            expected,
                            "{id}: {name}"
                        );
                    }
                }
                if let Some(last) = expected("expect_apply_by") {
                    let given = outcome.apply_by.map(pack::facts::format_date);
                    assert_eq!(given.as_deref().unwrap_or("none"), last, "{id}: {name}");
                }
            }
        }
    }
    assert!(seen > 300, "{seen} cases");
}

/// Somebody's answers, as texts by question id; what is not there is not known.
type Told = Vec<Option<i64>>;

fn anybody() -> impl Strategy<Value = Told> {
    let slots: Vec<BoxedStrategy<Option<i64>>> = PACK
        .program
        .facts
        .iter()
        .map(|fact| {
            let values: BoxedStrategy<i64> = match fact.domain {
                Domain::Bool => (0..2i64).boxed(),
                Domain::Options(count) => (0..i64::from(count)).boxed(),
                // Small numbers are where the thresholds are.
                Domain::Number { min, max, .. } => (min..=max.min(min + 50)).boxed(),
                Domain::Date { .. } => (*DAY - 500..*DAY + 30).boxed(),
            };
            proptest::option::weighted(0.7, values).boxed()
        })
        .collect();
    slots
}

/// A list of people with Chinese headers and words.
fn written(people: &[Told], columns: &[usize]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut row = |cells: Vec<String>| {
        for (at, cell) in cells.iter().enumerate() {
            out.extend((at > 0).then_some(b','));
            sheets::push_text(&mut out, cell);
        }
        out.push(b'\n');
    };
    row(columns
        .iter()
        .map(|at| PACK.questions[*at].label.zh.clone())
        .collect());
    for person in people {
        let cell = |at: &usize| {
            let value = person[*at]?;
            let index = usize::try_from(value).unwrap_or(0);
            Some(match PACK.program.facts[*at].domain {
                Domain::Bool => ["否", "是"][index].to_owned(),
                Domain::Options(_) => PACK.questions[*at].options[index].label.zh.clone(),
                _ => pack::format_answer(&PACK, u16::try_from(*at).unwrap(), value),
            })
        };
        row(columns
            .iter()
            .map(|at| cell(at).unwrap_or_default())
            .collect());
    }
    out
}

/// What the machine says of one person, in a view's form.
fn one_by_one(
    person: &Told,
    columns: &[usize],
    check: &staff::Check<'_>,
) -> (Vec<Outcome>, Span, Vec<u16>) {
    let mut answers = Answers::none(&PACK.program);
    for at in columns {
        answers.values[*at] = person[*at];
    }
    // The outcomes under all of the pack's rules; the combination among those that are computed.
    let outcomes = Evaluator::new(&PACK.program)
        .unwrap()
        .evaluate(*DAY, &answers)
        .outcomes;
    let best = Evaluator::new(&check.scope.program)
        .unwrap()
        .evaluate(*DAY, &answers)
        .best;
    let sum = Span {
        min: best.min_fen,
        max: best.max_fen,
    };
    (outcomes, sum, best.programmes)
}

fn compare(view: &PersonView, outcomes: &[Outcome]) -> Result<(), TestCaseError> {
    for shown in &view.outcomes {
        let outcome = &outcomes[usize::from(shown.programme)];
        let standing = match outcome.status {
            Status::Eligible => Standing::Eligible,
            Status::Undetermined => Standing::Undetermined,
            Status::Ineligible => Standing::Ineligible,
            Status::NoRule => return Err(TestCaseError::fail("a programme without a rule")),
        };
        prop_assert_eq!(shown.standing, standing);
        prop_assert_eq!(shown.amount, outcome.amount.map(Into::into));
        prop_assert_eq!(shown.due, outcome.due_now.map(Into::into));
        prop_assert_eq!(shown.apply_by, outcome.apply_by);
        prop_assert_eq!(&shown.missing, &outcome.missing.iter().collect::<Vec<_>>());
        for (places, truths, which) in [
            (&shown.failed, &outcome.conditions, Truth::No),
            (&shown.open, &outcome.conditions, Truth::Unknown),
            (&shown.routes, &outcome.routes, Truth::Yes),
        ] {
            let wanted: Vec<u16> = (0u16..)
                .zip(truths)
                .filter(|(_, it)| **it == which)
                .map(|(at, _)| at)
                .collect();
            prop_assert_eq!(places, &wanted);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_list_of_anybody_gives_what_one_by_one_gives(
        people in proptest::collection::vec(anybody(), 1..6),
        columns in proptest::sample::subsequence((0..PACK.program.facts.len()).collect::<Vec<_>>(), 3..40),
        shuffled: bool,
    ) {
        let mut columns = columns;
        if shuffled {
            columns.reverse();
        }
        prop_assume!(people.iter().any(|it| columns.iter().any(|at| it[*at].is_some())));
        let bytes = written(&people, &columns);
        let list = list(&bytes);
        // A row without any answer is blank, and nobody.
        let people: Vec<&Told> = people.iter().filter(|it| columns.iter().any(|at| it[*at].is_some())).collect();
        prop_assert_eq!(list.people.len(), people.len());
        let scope = scope(&list, *DAY, &ALL);
        let check = checked(&scope, &list);
        let everybody = everybody(&check, &list);
        let (mut total, mut paid) = (Span::default(), 0);
        for (person, view) in people.iter().zip(&everybody) {
            let (outcomes, best, chosen) = one_by_one(person, &columns, &check);
            compare(view, &outcomes)?;
            prop_assert_eq!((view.best, &view.chosen), (best, &chosen));
            total.min += best.min;
            total.max += best.max;
            paid += u32::from(best.min > 0);
        }
        // The totals are the sums of what is shown.
        let summary = check.summary(&list);
        prop_assert_eq!((summary.best, summary.paid), (total, paid));
        for sum in &summary.programmes {
            let own = || everybody.iter().flat_map(|it| &it.outcomes).filter(|it| it.programme == sum.programme);
            let count = |standing| own().filter(|it| it.standing == standing).count() as u32;
            prop_assert_eq!(sum.eligible, count(Standing::Eligible));
            prop_assert_eq!(sum.undetermined, count(Standing::Undetermined));
            prop_assert_eq!(sum.ineligible, count(Standing::Ineligible));
            prop_assert_eq!(sum.chosen as usize, everybody.iter().filter(|it| it.chosen.contains(&sum.programme)).count());
            if let Some(figure) = sum.sum {
                let ends: Vec<Span> = own().filter_map(|it| it.amount).map(|it| it.span).collect();
                prop_assert_eq!(figure.span.min, ends.iter().map(|it| it.min).sum::<i64>());
                prop_assert_eq!(figure.span.max, ends.iter().map(|it| it.max).sum::<i64>());
            }
        }
    }

    #[test]
    fn a_filter_shows_those_who_pass_it(
        people in proptest::collection::vec(anybody(), 1..12),
        standing in proptest::option::of(proptest::sample::select(vec![Standing::Eligible, Standing::Undetermined, Standing::Ineligible])),
        of in proptest::option::of(proptest::sample::select(vec!["sh_skill_upgrade", "ui_skill_upgrade", "care_entry"])),
        within in proptest::option::of(0u32..400),
        from in 0u32..3,
        count in 0u32..5,
    ) {
        let columns: Vec<usize> = (0..PACK.program.facts.len()).collect();
        let list = list(&written(&people, &columns));
        let scope = scope(&list, *DAY, &ALL);
        let check = checked(&scope, &list);
        let filter = Filter { programme: of.map(programme), standing, within, text: String::new(), from, count };
        let page = check.look(&list, &filter);
        // Brute force: a person passes by one programme that meets everything that is asked for.
        let mut passing: Vec<(i64, u32, PersonView)> = Vec::new();
        for view in everybody(&check, &list) {
            let near = |last: i64| within.is_some_and(|days| (*DAY..=*DAY + i64::from(days)).contains(&last));
            let days = view.outcomes.iter().filter(|it| {
                filter.programme.is_none_or(|wanted| wanted == it.programme)
                    && standing.is_none_or(|wanted| wanted == it.standing)
                    && (within.is_none() || it.standing != Standing::Ineligible && it.apply_by.is_some_and(near))
            }).map(|it| it.apply_by.unwrap_or(i64::MAX)).min();
            if let Some(day) = days {
                passing.push((if within.is_some() { day } else { 0 }, view.line, view));
            }
        }
        passing.sort_by_key(|(day, line, _)| (*day, *line));
        prop_assert_eq!(page.total as usize, passing.len());
        prop_assert_eq!(page.best.max, passing.iter().map(|it| it.2.best.max).sum::<i64>());
        let shown: Vec<PersonView> = passing.into_iter().skip(from as usize).take(count as usize).map(|it| it.2).collect();
        prop_assert_eq!(page.people, shown);
    }
}

#[test]
fn an_empty_cell_is_an_open_question_and_never_no() {
    let csv = "姓名,户籍,当前状况,劳动年龄内,已取得证书,证书种类,证书等级,证书核发日期,在急需紧缺目录内,证书所属领域,同职业同等级已领\n\
        全,外省市,\"在职，正常缴纳社会保险\",是,是,分等级：职业资格或职业技能等级证书,3,2026-05-01,否,其他领域,否\n\
        缺领取记录,外省市,\"在职，正常缴纳社会保险\",是,是,分等级：职业资格或职业技能等级证书,3,2026-05-01,否,其他领域,\n\
        缺等级,外省市,\"在职，正常缴纳社会保险\",是,是,分等级：职业资格或职业技能等级证书,,2026-05-01,否,其他领域,否\n\
        已领,外省市,\"在职，正常缴纳社会保险\",是,是,分等级：职业资格或职业技能等级证书,3,2026-05-01,否,其他领域,是\n";
    let list = list(csv.as_bytes());
    let scope = scope(&list, *DAY, &["sh_skill_upgrade"]);
    let check = checked(&scope, &list);
    let everybody = everybody(&check, &list);
    let of = |at: usize| {
        let outcome = &everybody[at].outcomes[0];
        let amount = outcome.amount.unwrap();
        (word(outcome.standing), amount.span.min, amount.span.max)
    };
    let yuan = 10i64.pow(everybody[0].outcomes[0].amount.unwrap().scale.into());
    // 80 % of 2500; of 1500 to 3500 where the level is not known.
    assert_eq!(of(0), ("eligible", 2000 * yuan, 2000 * yuan));
    assert_eq!(of(1), ("undetermined", 0, 2000 * yuan));
    assert_eq!(of(2), ("eligible", 1200 * yuan, 2800 * yuan));
    assert_eq!(of(3), ("ineligible", 0, 0));
    let slot = |id| pack::slot_of(&PACK, id).unwrap();
    assert_eq!(
        everybody[1].outcomes[0].missing,
        [slot("same_certificate_claimed")]
    );
    assert_eq!(
        everybody[2].outcomes[0].missing,
        [slot("certificate_level")]
    );
}

#[test]
fn what_is_not_money_is_not_summed_up() {
    let csv = "姓名,已取得证书,证书种类,证书等级\n甲,是,分等级：职业资格或职业技能等级证书,三级\n";
    let list = list(csv.as_bytes());
    let scope = scope(&list, *DAY, &["residence_points_skill"]);
    let check = checked(&scope, &list);
    let summary = check.summary(&list);
    assert_eq!(
        (summary.programmes[0].eligible, summary.programmes[0].sum),
        (1, None)
    );
    assert_eq!(summary.best, Span::default());
    let kind = PACK.program.programmes[usize::from(programme("residence_points_skill"))].kind;
    assert_eq!(kind, Kind::Points);
    let points = everybody(&check, &list)[0].outcomes[0].amount.unwrap();
    assert_eq!(points.span, Span { min: 60, max: 60 });
}
