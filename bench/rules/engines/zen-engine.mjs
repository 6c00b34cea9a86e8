// GoRules' zen-engine: Rust behind a native addon. An answer that is not known is an error.
import zen from "@gorules/zen-engine";
import { outputs, rules } from "../spec.mjs";

export const name = "zen-engine";
export const unknown = "an error";

function translated([operator, ...of]) {
  switch (operator) {
    case "fact": case "number": return String(of[0]);
    case "rule": return `$.${of[0]}`;
    case "text": return `'${of[0]}'`;
    case "and": case "or": case "+": case "*": return `(${of.map(translated).join(` ${operator} `)})`;
    case "not": return `not (${translated(of[0])})`;
    case "=": return `(${translated(of[0])} == ${translated(of[1])})`;
    case "min": case "max": return `${operator}([${of.map(translated).join(", ")}])`;
    case "if": return of.length === 1 ? translated(of[0]) : `(${translated(of[0])} ? ${translated(of[1])} : ${translated(["if", ...of.slice(2)])})`;
    case "table": return `[${of[1].join(", ")}][${translated(of[0])}]`;
    default: return `(${translated(of[0])} ${operator} ${translated(of[1])})`;
  }
}

const node = (id, type, content) => ({ id, type, name: id, position: { x: 0, y: 0 }, content });
const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, sourceId, targetId, type: "edge" });
const expressions = rules.map(([id, expression]) => ({ id, key: id, value: translated(expression) }));
const model = JSON.stringify({
  contentType: "application/vnd.gorules.decision",
  nodes: [
    node("in", "inputNode", { schema: "" }),
    node("rules", "expressionNode", { expressions, passThrough: false, executionMode: "single" }),
    node("out", "outputNode", { schema: "" }),
  ],
  edges: [edge("in", "rules"), edge("rules", "out")],
});

export function load() {
  const engine = new zen.ZenEngine();
  return { engine, decision: engine.createDecision(Buffer.from(model)) };
}

export const prepare = (person) => person;

export async function evaluate({ decision }, person) {
  const { result } = await decision.evaluate(person);
  return outputs.map((id) => result[id]);
}
