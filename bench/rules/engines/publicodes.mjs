// publicodes: rules in French words. Says which answers are missing.
import Publicodes from "publicodes";
import { facts, outputs, rules } from "../spec.mjs";

export const name = "publicodes";
export const unknown = "names what is missing";

const words = (id) => id.replaceAll("_", " ");

function translation() {
  const lifted = {};
  /** A nested sum or product becomes a rule of its own, as the language wants it. */
  const lift = (expression) => {
    const atom = asAtom(expression);
    if (atom !== undefined) return atom;
    const id = `intermediaire ${Object.keys(lifted).length + 1}`;
    lifted[id] = null;
    lifted[id] = asRule(expression);
    return id;
  };
  const asAtom = ([operator, value]) =>
    ({ fact: words, rule: words, number: String, text: (it) => `'${it}'` })[operator]?.(value);
  const asRule = (expression) => {
    const [operator, ...of] = expression;
    const atom = asAtom(expression);
    if (atom !== undefined) return atom;
    switch (operator) {
      case "and": return { "toutes ces conditions": of.map(asRule) };
      case "or": return { "une de ces conditions": of.map(asRule) };
      case "not": return `${asRule(of[0])} = non`;
      case "+": return { somme: of.map(lift) };
      case "*": return { produit: of.map(lift) };
      case "max": return { "le maximum de": of.map(lift) };
      case "min": {
        const value = asRule(of[0]);
        return { ...(typeof value === "string" ? { valeur: value } : value), plafond: lift(of[1]) };
      }
      case "if": {
        const branches = [];
        for (let at = 0; at + 1 < of.length; at += 2) branches.push({ si: asRule(of[at]), alors: asRule(of[at + 1]) });
        return { variations: [...branches, { sinon: asRule(of.at(-1)) }] };
      }
      case "table": {
        const [first, ...others] = of[1];
        const branches = others.map((value, index) => ({ si: `${asRule(of[0])} = ${index + 1}`, alors: String(value) }));
        return { variations: [...branches, { sinon: String(first) }] };
      }
      default: return `${asAtom(of[0])} ${operator} ${asAtom(of[1])}`;
    }
  };
  const model = {};
  for (const [id, { options }] of facts) {
    model[words(id)] = { question: `${id} ?`, ...(options && { "une possibilité": options.map((it) => `'${it}'`) }) };
  }
  const named = (rule) => (typeof rule === "string" ? { valeur: rule } : rule);
  for (const [id, expression] of rules) model[words(id)] = named(asRule(expression));
  for (const [id, rule] of Object.entries(lifted)) model[id] = named(rule);
  return model;
}

const model = JSON.stringify(translation());
const logger = { log() {}, warn() {}, error() {} };
const ids = outputs.map(words);

export const load = () => new Publicodes(JSON.parse(model), { logger, strict: true });

export function prepare(person) {
  const value = (it) => (it === true ? "oui" : it === false ? "non" : typeof it === "string" ? `'${it}'` : it);
  return Object.fromEntries(Object.entries(person).map(([id, it]) => [words(id), value(it)]));
}

export function evaluate(engine, situation) {
  engine.setSituation(situation);
  const missing = new Set();
  const figures = ids.map((id) => {
    const { nodeValue, missingVariables } = engine.evaluate(id);
    for (const it of Object.keys(missingVariables)) missing.add(it);
    return nodeValue;
  });
  evaluate.missing = missing.size;
  return figures;
}
