//! The rules of `spec.mjs` as a programmer would write them: the floor.

use crate::contender::{OUTPUTS, UNKNOWN};

/// `status`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Employed,
    Unemployed,
    Flexible,
    Student,
    SelfEmployed,
    Retired,
}

/// A person about whom all is known.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    age: i64,
    man: bool,
    hukou_local: bool,
    residence_permit: bool,
    residence_months: i64,
    status: Status,
    unemployed_months: i64,
    registered_unemployed: bool,
    insured_total: i64,
    insured_12: i64,
    receiving_ui: bool,
    education: i64,
    graduation_years: i64,
    skill_level: i64,
    cert_months_ago: i64,
    cert_in_catalogue: bool,
    trainings_this_year: i64,
    low_income: bool,
    disability: bool,
    veteran: bool,
    migrant_worker: bool,
    business_months: i64,
    employees_hired: i64,
    zero_employment_family: bool,
    student_loan: bool,
    rent_monthly: i64,
    district_central: bool,
    training_days: i64,
}

impl Person {
    /// A person from a row of numbers in the order of `spec.mjs`.
    pub fn from_row(row: &[i64]) -> Self {
        let mut rest = row
            .iter()
            .map(|value| if *value == UNKNOWN { 0 } else { *value });
        let mut number = || rest.next().unwrap_or(0);
        Self {
            age: number(),
            man: number() == 0,
            hukou_local: number() == 1,
            residence_permit: number() == 1,
            residence_months: number(),
            status: match number() {
                0 => Status::Employed,
                1 => Status::Unemployed,
                2 => Status::Flexible,
                3 => Status::Student,
                4 => Status::SelfEmployed,
                _ => Status::Retired,
            },
            unemployed_months: number(),
            registered_unemployed: number() == 1,
            insured_total: number(),
            insured_12: number(),
            receiving_ui: number() == 1,
            education: number(),
            graduation_years: number(),
            skill_level: number(),
            cert_months_ago: number(),
            cert_in_catalogue: number() == 1,
            trainings_this_year: number(),
            low_income: number() == 1,
            disability: number() == 1,
            veteran: number() == 1,
            migrant_worker: number() == 1,
            business_months: number(),
            employees_hired: number(),
            zero_employment_family: number() == 1,
            student_loan: number() == 1,
            rent_monthly: number(),
            district_central: number() == 1,
            training_days: number(),
        }
    }
}

fn by_level(amounts: [i64; 6], level: i64) -> i64 {
    usize::try_from(level)
        .ok()
        .and_then(|level| amounts.get(level))
        .copied()
        .unwrap_or(0)
}

fn paid(holds: bool, amount: i64) -> i64 {
    if holds { amount } else { 0 }
}

/// The figures of `spec.mjs`, in its order, in yuan.
pub fn figures(p: &Person) -> [i64; OUTPUTS] {
    let retire_age = if p.man { 60 } else { 55 };
    let hard_age = if p.man { 50 } else { 45 };
    let working_age = p.age >= 16 && p.age < retire_age;
    let resident = p.hukou_local || (p.residence_permit && p.residence_months >= 6);
    let in_need = p.low_income || p.disability || p.zero_employment_family;
    let hardship = p.age >= hard_age || in_need || p.unemployed_months >= 12;
    let founder =
        p.status == Status::SelfEmployed && (1..=36).contains(&p.business_months) && resident;
    let fresh = p.cert_in_catalogue
        && p.cert_months_ago <= 12
        && p.skill_level >= 1
        && p.trainings_this_year < 3
        && working_age;

    let p1_ok = fresh && p.insured_total >= 12;
    let p2_ok = fresh && p.status == Status::Unemployed && p.registered_unemployed;
    let p1 = paid(
        p1_ok,
        by_level([0, 1000, 1500, 2000, 3000, 4000], p.skill_level),
    );
    let share = if in_need { 10 } else { 8 };
    let p2 = paid(
        p2_ok,
        by_level([0, 1200, 1800, 2500, 3500, 5000], p.skill_level) * share / 10,
    );
    let p3 = paid(
        p.status == Status::Flexible
            && p.hukou_local
            && hardship
            && p.insured_12 >= 1
            && working_age,
        (950 * p.insured_12).min(9000),
    );
    let p4 = paid(
        (p.status == Status::Student || p.graduation_years <= 1)
            && p.education >= 2
            && (p.low_income || p.disability || p.student_loan)
            && resident
            && p.age < 35,
        1000,
    );
    let p5 = paid(
        founder
            && p.business_months >= 12
            && p.employees_hired >= 1
            && ((p.graduation_years <= 5 && p.education >= 3)
                || p.registered_unemployed
                || p.veteran
                || p.migrant_worker
                || p.disability)
            && p.insured_12 >= 6,
        8000,
    );
    let p6 = paid(
        founder
            && p.rent_monthly > 0
            && p.employees_hired >= 1
            && !p.receiving_ui
            && p.insured_12 >= 3,
        (p.rent_monthly * 6).min(if p.district_central { 15_000 } else { 10_000 }),
    );
    let p7 = paid(
        founder && p.employees_hired >= 1 && p.insured_12 >= 6 && !p.receiving_ui && working_age,
        (7200 * p.employees_hired).min(30_000),
    );
    let p8 = paid(
        (16..=35).contains(&p.age)
            && matches!(p.status, Status::Unemployed | Status::Student)
            && p.graduation_years <= 2
            && resident
            && p.insured_total < 24,
        12_912,
    );
    let p9 = paid(
        (p1_ok || p2_ok) && in_need && p.training_days >= 5 && !p.receiving_ui && resident,
        (p.training_days * 40).min(2400),
    );
    let p10 = paid(
        hardship
            && p.hukou_local
            && p.status == Status::Unemployed
            && p.registered_unemployed
            && working_age
            && !p.receiving_ui,
        2690,
    );
    let p11 = paid(
        p.status == Status::Employed
            && p.unemployed_months >= 6
            && p.insured_12 >= 6
            && (p.migrant_worker || hardship)
            && working_age,
        match p.unemployed_months {
            24.. => 4000,
            12.. => 2500,
            _ => 1500,
        },
    );
    let p12 = paid(
        p.age >= 50
            && (p.hukou_local || p.residence_months >= 12)
            && p.trainings_this_year < 1
            && p.skill_level <= 2
            && !p.receiving_ui,
        if p.low_income { 700 } else { 500 },
    );

    let total =
        (p1.max(p2).max(p12) + p3.max(p10).max(p11) + p4.max(p8) + p5 + p6 + p7 + p9).min(30_000);
    [p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, total]
}
