// Orama with its Mandarin tokenizer.
import { create, insertMultiple, load as restore, save as dump, search } from "@orama/orama";
import { createTokenizer } from "@orama/tokenizers/mandarin";
import { FIELDS, flat } from "./cutting.mjs";

const schema = { title: "string", occupation: "string", skills: "string", provider: "string", district: "enum", level: "enum", price: "number" };
const make = () => create({ schema, components: { tokenizer: createTokenizer({ language: "mandarin" }) } });

export const name = "Orama, Mandarin tokenizer";
export async function build(rows) {
  const index = await make();
  await insertMultiple(index, rows.map((row) => ({ ...flat(row), id: String(row.id) })), 1000);
  return index;
}
export async function find(index, text, filter, limit) {
  const where = {};
  if (filter?.district) where.district = { eq: filter.district };
  if (filter?.level) where.level = { eq: filter.level };
  if (filter?.most) where.price = { lte: filter.most };
  // A threshold of 0 asks for all words.
  const asked = { term: text, properties: FIELDS, limit: limit ?? 200_000, threshold: 0, ...(filter ? { where } : {}) };
  return (await search(index, asked)).hits.map(({ id }) => Number(id));
}
export const save = (index) => Buffer.from(JSON.stringify(dump(index)));
export async function load(bytes) {
  const index = await make();
  restore(index, JSON.parse(bytes.toString()));
  return index;
}
