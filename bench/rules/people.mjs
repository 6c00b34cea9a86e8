// The same thousand people every time, from a seeded generator (mulberry32).
import { facts } from "./spec.mjs";

function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const between = (random, from, to) => from + Math.floor(random() * (to - from + 1));

/** People about whom all is known. */
export function all(count = 1000) {
  const random = generator(42);
  const answer = ({ from, to, options, share }) =>
    options ? options[between(random, 0, options.length - 1)] : share ? random() < share : between(random, from, to);
  return Array.from({ length: count }, () => Object.fromEntries(facts.map(([id, domain]) => [id, answer(domain)])));
}

/** The same people with about half of the answers. */
export function half(count = 1000) {
  const random = generator(7);
  return all(count).map((person) => Object.fromEntries(Object.entries(person).filter(() => random() < 0.5)));
}

/** People about whom nothing is known. */
export const none = (count = 1000) => Array.from({ length: count }, () => ({}));

export const cases = { all, half, none };

/** What stands for "not known" among whole numbers. */
const UNKNOWN = -(2n ** 63n);

/** People as whole numbers, a row of facts each, as our engine and the rules by hand take them. */
export function numbers(people) {
  const number = (value, { options }) =>
    value === undefined ? UNKNOWN : BigInt(options ? options.indexOf(value) : Number(value));
  return BigInt64Array.from(people.flatMap((person) => facts.map(([id, domain]) => number(person[id], domain))));
}
