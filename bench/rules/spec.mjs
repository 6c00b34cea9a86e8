// The rules that every engine is given: twelve invented programmes over 28 facts.
// Expressions are lists: an operator and its operands. `pack/` holds the same rules
// as a pack, `engine/src/by_hand.rs` by hand; `agree.mjs` checks that all say the same.

const operator = (name) => (...operands) => [name, ...operands];
const and = operator("and"), or = operator("or"), not = operator("not");
const add = operator("+"), multiply = operator("*"), min = operator("min"), max = operator("max");
/** condition, value, condition, value, …, otherwise */
const choose = operator("if");
const fact = (id) => ["fact", id];
/** The value of an earlier rule. */
const rule = (id) => ["rule", id];
const number = (value) => ["number", value];
const text = (value) => ["text", value];
const atLeast = (id, n) => [">=", fact(id), number(n)];
const atMost = (id, n) => ["<=", fact(id), number(n)];
const above = (id, n) => [">", fact(id), number(n)];
const below = (id, n) => ["<", fact(id), number(n)];
const is = (id, option) => ["=", fact(id), text(option)];
const byLevel = (values) => ["table", fact("skill_level"), values];

/** id, and: [smallest, largest] | options | the share of people for whom it is true */
export const facts = [
  ["age", { from: 16, to: 70 }],
  ["sex", { options: ["m", "f"] }],
  ["hukou_local", { share: 0.6 }],
  ["residence_permit", { share: 0.5 }],
  ["residence_months", { from: 0, to: 120 }],
  ["status", { options: ["employed", "unemployed", "flexible", "student", "self_employed", "retired"] }],
  ["unemployed_months", { from: 0, to: 36 }],
  ["registered_unemployed", { share: 0.4 }],
  ["insured_total", { from: 0, to: 240 }],
  ["insured_12", { from: 0, to: 12 }],
  ["receiving_ui", { share: 0.2 }],
  ["education", { from: 0, to: 5 }],
  ["graduation_years", { from: 0, to: 30 }],
  ["skill_level", { from: 0, to: 5 }],
  ["cert_months_ago", { from: 0, to: 24 }],
  ["cert_in_catalogue", { share: 0.7 }],
  ["trainings_this_year", { from: 0, to: 4 }],
  ["low_income", { share: 0.2 }],
  ["disability", { share: 0.08 }],
  ["veteran", { share: 0.08 }],
  ["migrant_worker", { share: 0.25 }],
  ["business_months", { from: 0, to: 60 }],
  ["employees_hired", { from: 0, to: 12 }],
  ["zero_employment_family", { share: 0.1 }],
  ["student_loan", { share: 0.2 }],
  ["rent_monthly", { from: 0, to: 6000 }],
  ["district_central", { share: 0.4 }],
  ["training_days", { from: 0, to: 90 }],
];

/** What several programmes use, each from facts and the ones above it. */
export const definitions = [
  ["retire_age", choose(is("sex", "m"), number(60), number(55))],
  ["hard_age", choose(is("sex", "m"), number(50), number(45))],
  ["working_age", and(atLeast("age", 16), ["<", fact("age"), rule("retire_age")])],
  ["resident", or(fact("hukou_local"), and(fact("residence_permit"), atLeast("residence_months", 6)))],
  ["hardship", or([">=", fact("age"), rule("hard_age")], fact("disability"), fact("low_income"), fact("zero_employment_family"), atLeast("unemployed_months", 12))],
  ["founder", and(is("status", "self_employed"), atLeast("business_months", 1), atMost("business_months", 36), rule("resident"))],
];

const inNeed = or(fact("low_income"), fact("disability"), fact("zero_employment_family"));
const freshCertificate = [fact("cert_in_catalogue"), atMost("cert_months_ago", 12), atLeast("skill_level", 1), below("trainings_this_year", 3), rule("working_age")];

/** id, condition, amount in yuan */
export const programmes = [
  ["p1", and(...freshCertificate, atLeast("insured_total", 12)), byLevel([0, 1000, 1500, 2000, 3000, 4000])],
  ["p2", and(...freshCertificate, is("status", "unemployed"), fact("registered_unemployed")), multiply(byLevel([0, 1200, 1800, 2500, 3500, 5000]), choose(inNeed, number(1), number(0.8)))],
  ["p3", and(is("status", "flexible"), fact("hukou_local"), rule("hardship"), atLeast("insured_12", 1), rule("working_age")), min(multiply(number(950), fact("insured_12")), number(9000))],
  ["p4", and(or(is("status", "student"), atMost("graduation_years", 1)), atLeast("education", 2), or(fact("low_income"), fact("disability"), fact("student_loan")), rule("resident"), below("age", 35)), number(1000)],
  ["p5", and(rule("founder"), atLeast("business_months", 12), atLeast("employees_hired", 1), or(and(atMost("graduation_years", 5), atLeast("education", 3)), fact("registered_unemployed"), fact("veteran"), fact("migrant_worker"), fact("disability")), atLeast("insured_12", 6)), number(8000)],
  ["p6", and(rule("founder"), above("rent_monthly", 0), atLeast("employees_hired", 1), not(fact("receiving_ui")), atLeast("insured_12", 3)), min(multiply(fact("rent_monthly"), number(6)), choose(fact("district_central"), number(15000), number(10000)))],
  ["p7", and(rule("founder"), atLeast("employees_hired", 1), atLeast("insured_12", 6), not(fact("receiving_ui")), rule("working_age")), min(multiply(number(7200), fact("employees_hired")), number(30000))],
  ["p8", and(atLeast("age", 16), atMost("age", 35), or(is("status", "unemployed"), is("status", "student")), atMost("graduation_years", 2), rule("resident"), below("insured_total", 24)), number(12912)],
  ["p9", and(or(rule("p1_ok"), rule("p2_ok")), inNeed, atLeast("training_days", 5), not(fact("receiving_ui")), rule("resident")), min(multiply(fact("training_days"), number(40)), number(2400))],
  ["p10", and(rule("hardship"), fact("hukou_local"), is("status", "unemployed"), fact("registered_unemployed"), rule("working_age"), not(fact("receiving_ui"))), number(2690)],
  ["p11", and(is("status", "employed"), atLeast("unemployed_months", 6), atLeast("insured_12", 6), or(fact("migrant_worker"), rule("hardship")), rule("working_age")), choose(atLeast("unemployed_months", 24), number(4000), atLeast("unemployed_months", 12), number(2500), number(1500))],
  ["p12", and(atLeast("age", 50), or(fact("hukou_local"), atLeast("residence_months", 12)), below("trainings_this_year", 1), atMost("skill_level", 2), not(fact("receiving_ui"))), add(number(500), choose(fact("low_income"), number(200), number(0)))],
];

/** Of each group only the best is paid. */
export const groups = [["p1", "p2", "p12"], ["p3", "p10", "p11"], ["p4", "p8"]];
/** All programmes together come to no more, in yuan. */
export const cap = 30000;

const alone = programmes.map(([id]) => id).filter((id) => !groups.flat().includes(id));

/** Everything as a list of [id, expression], each from facts and the ones above it. */
export const rules = [
  ...definitions,
  ...programmes.flatMap(([id, condition, amount]) => [[`${id}_ok`, condition], [id, choose(rule(`${id}_ok`), amount, number(0))]]),
  ["total", min(add(...groups.map((group) => max(...group.map(rule))), ...alone.map(rule)), number(cap))],
];

/** The thirteen figures that are asked for. */
export const outputs = [...programmes.map(([id]) => id), "total"];

/** The figures of a person about whom all is known; slow, and the yardstick of the others. */
export function figures(person) {
  const values = {};
  const value = ([name, ...of]) => {
    switch (name) {
      case "fact": return person[of[0]];
      case "rule": return values[of[0]];
      case "number": case "text": return of[0];
      case "and": return of.every(value);
      case "or": return of.some(value);
      case "not": return !value(of[0]);
      case ">=": return value(of[0]) >= value(of[1]);
      case "<=": return value(of[0]) <= value(of[1]);
      case ">": return value(of[0]) > value(of[1]);
      case "<": return value(of[0]) < value(of[1]);
      case "=": return value(of[0]) === value(of[1]);
      case "+": return of.map(value).reduce((a, b) => a + b);
      case "*": return of.map(value).reduce((a, b) => a * b);
      case "min": return Math.min(...of.map(value));
      case "max": return Math.max(...of.map(value));
      case "if": {
        let at = 0;
        while (at + 1 < of.length && !value(of[at])) at += 2;
        return value(of[at + 1 < of.length ? at + 1 : at]);
      }
      case "table": return of[1][value(of[0])];
      default: throw new Error(`no such operator: ${name}`);
    }
  };
  for (const [id, expression] of rules) values[id] = value(expression);
  return outputs.map((id) => values[id]);
}
