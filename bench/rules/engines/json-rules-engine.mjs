// json-rules-engine: conditions as JSON. It has no arithmetic: definitions that need an
// option, and the amounts, are JavaScript, as its users write them.
import { Engine } from "json-rules-engine";
import { cap, definitions, groups, outputs, programmes } from "../spec.mjs";
import { amounts, translated as javascript } from "./by-hand-js.mjs";

export const name = "json-rules-engine";
export const unknown = "taken as false";

const OPERATORS = { ">=": "greaterThanInclusive", "<=": "lessThanInclusive", ">": "greaterThan", "<": "lessThan", "=": "equal" };

function condition([operator, ...of], truth = true) {
  switch (operator) {
    case "fact": case "rule": return { fact: of[0], operator: "equal", value: truth };
    case "and": return { all: of.map((it) => condition(it)) };
    case "or": return { any: of.map((it) => condition(it)) };
    case "not": return condition(of[0], false);
    default: {
      const [[, fact], [kind, value]] = of;
      return { fact, operator: OPERATORS[operator], value: kind === "rule" ? { fact: value } : value };
    }
  }
}

/** The facts and definitions that an expression reads. */
const reads = ([operator, ...of]) =>
  operator === "fact" || operator === "rule" ? of : of.flatMap((it) => (Array.isArray(it) && typeof it[0] === "string" ? reads(it) : []));

const model = JSON.stringify(programmes.map(([id, rule], index) => ({ name: id, priority: 100 - index, conditions: condition(rule), event: { type: id } })));
const derived = definitions.map(([id, expression]) => [id, [...new Set(reads(expression))], new Function("p", "e", `return ${javascript(expression)};`)]);
const alone = outputs.filter((id) => id !== "total" && !groups.flat().includes(id));

export function load() {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [id, needed, compute] of derived) {
    engine.addFact(id, async (_, almanac) => {
      const values = {};
      for (const it of needed) values[it] = await almanac.factValue(it);
      return compute(values, values);
    });
  }
  for (const rule of JSON.parse(model)) {
    const remember = (truth) => async (event, almanac) => almanac.addRuntimeFact(`${event.type}_ok`, truth);
    engine.addRule({ ...rule, onSuccess: remember(true), onFailure: remember(false) });
  }
  return engine;
}

export const prepare = (person) => person;

export async function evaluate(engine, person) {
  const { events } = await engine.run(person);
  const figures = Object.fromEntries(outputs.map((id) => [id, 0]));
  for (const { type } of events) figures[type] = amounts[type](person);
  const best = groups.map((group) => Math.max(...group.map((id) => figures[id])));
  figures.total = Math.min([...best, ...alone.map((id) => figures[id])].reduce((a, b) => a + b), cap);
  return outputs.map((id) => figures[id]);
}
