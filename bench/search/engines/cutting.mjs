// How texts are cut for engines that don't know Chinese.

/** Overlapping pairs of Chinese characters; other words whole. */
export function bigrams(text) {
  const pieces = [];
  for (const run of text.toLowerCase().match(/[\u4e00-\u9fff]+|[a-z0-9]+/g) ?? []) {
    if (run.charCodeAt(0) < 0x3000 || run.length === 1) pieces.push(run);
    else for (let at = 0; at + 1 < run.length; at += 1) pieces.push(run.slice(at, at + 2));
  }
  return pieces;
}

export const FIELDS = ["title", "occupation", "skills", "provider"];

/** A row whose skills are one text. */
export const flat = (row) => ({ ...row, skills: row.skills.join(" ") });

/** All fields in one text. */
export const joined = (row) => [row.title, row.occupation, ...row.skills, row.provider].join(" ");

/** Ids that pass a filter, as many as are wanted. */
export function cut(ids, rows, filter, limit, passes) {
  const left = filter ? ids.filter((id) => passes(rows[id], filter)) : ids;
  return limit === undefined ? left : left.slice(0, limit);
}
