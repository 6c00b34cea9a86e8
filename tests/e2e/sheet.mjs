// Workbooks and CSV as other programs write and read them: the least that is needed to test ours.
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** The CRC-32 of some bytes. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A ZIP of texts by name. */
function zip(files) {
  const parts = [];
  const list = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    list.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), head, tail, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** The texts of a ZIP by name, by its list at the end. */
function unzip(bytes) {
  const files = {};
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const method = bytes.readUInt16LE(at + 10);
    const length = bytes.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + length);
    const content = method === 8 ? inflateRawSync(packed) : packed;
    files[bytes.toString("utf8", at + 46, at + 46 + name)] = content.toString("utf8");
    at += 46 + name + extra + comment;
  }
  return files;
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const unescape = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#13;", "\r").replaceAll("&amp;", "&");

const letter = (at) => (at < 26 ? "" : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));
const place = (letters) => [...letters].reduce((at, c) => at * 26 + c.charCodeAt(0) - 64, 0) - 1;

/** A workbook of one sheet. A cell is a text, a number, `{ day: "2026-05-01" }`, or `{ formula, value }`. */
export function workbook(rows) {
  const cell = (value, row, column) => {
    const at = `r="${letter(column)}${row + 1}"`;
    if (value === "" || value === undefined) return "";
    if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
    if (value.day) return `<c ${at} s="1"><v>${Date.parse(value.day) / 864e5 + 25569}</v></c>`;
    if (value.formula) return `<c ${at}><f>${escape(value.formula)}</f><v>${value.value}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
  };
  const body = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((it, column) => cell(it, row, column)).join("")}</row>`);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const links = (all) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(([kind, target], nth) => `<Relationship Id="r${nth + 1}" Type="${office}/${kind}" Target="${target}"/>`)
      .join("")}</Relationships>`;
  return zip({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": links([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="员工" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": links([["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"]]),
    "xl/styles.xml": `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${body.join("")}</sheetData></worksheet>`,
  });
}

/**
 * A workbook's sheets by name, each as rows of `{ text, isText, isFormula }`; where nothing stands
 * there is an empty text.
 */
export function sheets(bytes) {
  const files = unzip(bytes);
  const strings = [...(files["xl/sharedStrings.xml"] ?? "").matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map((it) => unescape(it[1]));
  const names = [...files["xl/workbook.xml"].matchAll(/<sheet name="([^"]*)"/g)].map((it) => unescape(it[1]));
  return Object.fromEntries(
    names.map((name, nth) => {
      const rows = [...files[`xl/worksheets/sheet${nth + 1}.xml`].matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row]) => {
        const cells = [];
        for (const [, at, attributes, inner] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs)) {
          const value = inner.match(/<v>(.*?)<\/v>/)?.[1] ?? "";
          const isText = attributes.includes('t="s"');
          cells[place(at)] = { text: isText ? strings[Number(value)] : value, isText, isFormula: inner.includes("<f") };
        }
        return Array.from(cells, (cell) => cell ?? { text: "", isText: false, isFormula: false });
      });
      return [name, rows];
    }),
  );
}

/** The rows of a CSV. */
export function csvRows(text) {
  const rows = [[""]];
  let quoted = false;
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    const c = text[at];
    if (c === '"' && quoted && text[at + 1] === '"') {
      row[row.length - 1] += c;
      at += 1;
    } else if (c === '"') quoted = !quoted;
    else if (c === "," && !quoted) row.push("");
    else if (c === "\n" && !quoted) rows.push([""]);
    else if (c !== "\r" || quoted) row[row.length - 1] += c;
  }
  if (rows.at(-1).join("") === "") rows.pop();
  return rows;
}

/** A CSV of rows. */
export function csv(rows) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map((it) => cell(String(it))).join(",")).join("\n") + "\n";
}
