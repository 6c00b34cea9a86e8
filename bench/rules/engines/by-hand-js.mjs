// The rules as plain JavaScript, written out from the specification: JavaScript's floor.
import { outputs, programmes, rules } from "../spec.mjs";

export const name = "JavaScript by hand";
export const unknown = "taken as false";

/** An expression as JavaScript over `p` (facts) and `e` (earlier rules). */
export function translated([operator, ...of]) {
  switch (operator) {
    case "fact": return `p.${of[0]}`;
    case "rule": return `e.${of[0]}`;
    case "number": case "text": return JSON.stringify(of[0]);
    case "and": return `(${of.map(translated).join(" && ")})`;
    case "or": return `(${of.map(translated).join(" || ")})`;
    case "not": return `!${translated(of[0])}`;
    case "=": return `(${translated(of[0])} === ${translated(of[1])})`;
    case "+": case "*": return `(${of.map(translated).join(` ${operator} `)})`;
    case "min": case "max": return `Math.${operator}(${of.map(translated).join(", ")})`;
    case "if": return of.length === 1 ? translated(of[0]) : `(${translated(of[0])} ? ${translated(of[1])} : ${translated(["if", ...of.slice(2)])})`;
    case "table": return `[${of[1]}][${translated(of[0])}]`;
    default: return `(${translated(of[0])} ${operator} ${translated(of[1])})`;
  }
}

/** Each programme's amount as a function, for an engine that has no arithmetic. */
export const amounts = Object.fromEntries(programmes.map(([id, , amount]) => [id, new Function("p", `return ${translated(amount)};`)]));

const body = rules.map(([id, expression]) => `const ${id} = ${translated(expression).replaceAll("e.", "")};`).join("\n");
const compiled = new Function("p", `${body}\nreturn [${outputs}];`);

export const load = () => compiled;
export const prepare = (person) => person;
export const evaluate = (compiled, person) => compiled(person);
