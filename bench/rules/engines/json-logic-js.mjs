// json-logic-js: rules as JSON, interpreted. What is not known counts as false.
import jsonLogic from "json-logic-js";
import { outputs, rules } from "../spec.mjs";

export const name = "json-logic-js";
export const unknown = "taken as false";

function translated([operator, ...of]) {
  switch (operator) {
    case "fact": case "rule": return { var: of[0] };
    case "number": case "text": return of[0];
    case "not": return { "!": [translated(of[0])] };
    case "=": return { "===": of.map(translated) };
    case "table": {
      const level = translated(of[0]);
      const [first, ...others] = of[1];
      return { if: [...others.flatMap((value, index) => [{ "===": [level, index + 1] }, value]), first] };
    }
    default: return { [operator]: of.map(translated) };
  }
}

const model = JSON.stringify(rules.map(([id, expression]) => [id, translated(expression)]));

export const load = () => JSON.parse(model);
export const prepare = (person) => person;

export function evaluate(rules, person) {
  const data = { ...person };
  for (const [id, rule] of rules) data[id] = jsonLogic.apply(rule, data);
  return outputs.map((id) => data[id]);
}
