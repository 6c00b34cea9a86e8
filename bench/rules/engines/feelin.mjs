// feelin: FEEL in JavaScript. It has no form to keep a parsed expression in, so each is
// parsed whenever it is evaluated; that is how its users use it.
import { evaluate as feel } from "feelin";
import { outputs, rules } from "../spec.mjs";

export const name = "feelin";
export const unknown = "null";

function translated([operator, ...of]) {
  switch (operator) {
    case "fact": case "rule": case "number": return String(of[0]);
    case "text": return JSON.stringify(of[0]);
    case "and": case "or": case "+": case "*": return `(${of.map(translated).join(` ${operator} `)})`;
    case "not": return `not(${translated(of[0])})`;
    case "min": case "max": return `${operator}(${of.map(translated).join(", ")})`;
    case "if": return of.length === 1 ? translated(of[0]) : `(if ${translated(of[0])} then ${translated(of[1])} else ${translated(["if", ...of.slice(2)])})`;
    case "table": return `[${of[1].join(", ")}][${translated(of[0])} + 1]`;
    default: return `${translated(of[0])} ${operator} ${translated(of[1])}`;
  }
}

const texts = rules.map(([id, expression]) => [id, translated(expression)]);

export const load = () => texts;
export const prepare = (person) => person;

export function evaluate(rules, person) {
  const context = { ...person };
  for (const [id, text] of rules) context[id] = feel(text, context).value;
  return outputs.map((id) => context[id]);
}
