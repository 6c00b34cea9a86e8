// MiniSearch, with overlapping pairs of characters (so that it finds what stands within a
// title) and as it comes, with prefixes and its own fuzziness.
import MiniSearch from "minisearch";
import { passes } from "../rows.mjs";
import { FIELDS, bigrams as pairs, cut, flat } from "./cutting.mjs";

function engine(name, options) {
  let rows;
  return {
    name,
    build(all) {
      rows = all;
      const index = new MiniSearch(options);
      index.addAll(all.map(flat));
      return index;
    },
    find(index, text, filter, limit) {
      const searching = filter ? { filter: ({ id }) => passes(rows[id], filter) } : undefined;
      return cut(index.search(text, searching).map(({ id }) => id), rows, undefined, limit, passes);
    },
    save: (index) => Buffer.from(JSON.stringify(index)),
    load: (bytes) => MiniSearch.loadJSON(bytes.toString(), options),
  };
}

export const bigrams = engine("MiniSearch, pairs of characters", { fields: FIELDS, tokenize: pairs, searchOptions: { combineWith: "AND" } });
export const standard = engine("MiniSearch, default, prefix and fuzzy", { fields: FIELDS, searchOptions: { combineWith: "AND", prefix: true, fuzzy: 0.2 } });
