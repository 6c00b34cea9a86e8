//! The index as bytes.
//!
//! Magic `BZIX`, the format's number (u16, little endian), the 16-byte hash of everything
//! after it, then the body: fields, lexicon, and for each field its texts and, document by
//! document, which of them it has; a document's first text is not repeated within its others. Pairs and postings follow from these and are made again
//! when the index is read: that is quicker than fetching them.

use super::Lexicon;
use super::builder::Builder;
use super::error::Error;
use super::index::{Field, Index};
use super::terms::ALIAS;
use super::wire::{Reader, put, put_bytes, put_column, put_len, small};
use pack::Hash;
use std::collections::BTreeMap;

/// The first four bytes of an index.
const MAGIC: [u8; 4] = *b"BZIX";

/// The number of the format that this code reads.
pub(super) const FORMAT: u16 = 1;

/// Separates texts; no text of a catalogue has it.
const BREAK: char = '\n';

/// Stands for the document's first text within its other texts: titles name the occupation.
const FIRST: char = '\u{1}';

impl Index {
    /// The index as bytes. The same index gives the same bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut body = Vec::new();
        put_len(&mut body, self.fields.len());
        for field in &self.fields {
            put_bytes(&mut body, field.name.as_bytes());
            put(&mut body, u32::from(field.weight));
        }
        put_bytes(&mut body, &self.lexicon.write());
        put_len(&mut body, self.documents.len());
        for field in 0..self.fields.len() {
            self.write_field(field as u8, &mut body);
        }
        self.write_aliases(&mut body);
        let mut bytes = Vec::with_capacity(22 + body.len());
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&FORMAT.to_le_bytes());
        bytes.extend_from_slice(&Hash::of(&body).0);
        bytes.extend_from_slice(&body);
        bytes
    }

    /// A field's texts, how many of them each document has, and which: 0 for the next one that
    /// no document before had, else its number + 1.
    fn write_field(&self, field: u8, body: &mut Vec<u8>) {
        let mut texts = String::new();
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut counts = Vec::new();
        let mut which = Vec::new();
        for document in 0..small(self.documents.len()) {
            let row = self.documents.row(document);
            let first = row.first().map_or("", |term| self.text(*term));
            let before = which.len();
            for (nth, term) in row.iter().enumerate() {
                if self.terms.field(*term) != field {
                    continue;
                }
                let text = plain(self.text(*term));
                let text = match plain(first) {
                    first if nth > 0 && !first.is_empty() => {
                        text.replacen(&first, &FIRST.to_string(), 1)
                    }
                    _ => text,
                };
                let next = small(numbers.len());
                match numbers.get(&text) {
                    Some(number) => which.push(number + 1),
                    None => {
                        texts.push_str(&text);
                        texts.push(BREAK);
                        numbers.insert(text, next);
                        which.push(0);
                    }
                }
            }
            counts.push(small(which.len() - before));
        }
        put_bytes(body, texts.as_bytes());
        put_column(body, &counts);
        put_column(body, &which);
    }

    fn write_aliases(&self, body: &mut Vec<u8>) {
        put_len(body, self.aliases.len());
        for (alias, term) in &self.aliases {
            put_bytes(body, plain(self.text(*alias)).as_bytes());
            put_bytes(body, plain(self.text(*term)).as_bytes());
        }
    }

    /// Reads what [`Index::write`] wrote.
    ///
    /// # Errors
    /// Any bytes that this format's [`Index::write`] did not write are refused.
    pub fn read(bytes: &[u8]) -> Result<Index, Error> {
        let rest = bytes.strip_prefix(&MAGIC).ok_or(Error::NotAnIndex)?;
        let (format, rest) = rest.split_first_chunk::<2>().ok_or(Error::Damaged)?;
        let found = u16::from_le_bytes(*format);
        if found != FORMAT {
            return Err(Error::Format { found });
        }
        let (hash, body) = rest.split_first_chunk::<16>().ok_or(Error::Damaged)?;
        if Hash::of(body).0 != *hash {
            return Err(Error::Damaged);
        }
        read_body(body)
    }
}

/// A text without the characters that mean something here.
fn plain(text: &str) -> String {
    text.replace([BREAK, FIRST], " ")
}

/// Reads what stands behind the hash.
fn read_body(body: &[u8]) -> Result<Index, Error> {
    let mut reader = Reader::new(body);
    let mut fields = Vec::new();
    for _ in 0..reader.number()?.min(u32::from(ALIAS)) {
        fields.push(Field {
            name: reader.text()?.to_owned(),
            weight: u16::try_from(reader.number()?).map_err(|_| Error::Damaged)?,
        });
    }
    let lexicon = Lexicon::read(reader.bytes()?)?;
    let documents = reader.number()? as usize;
    let mut columns = Vec::new();
    for _ in 0..fields.len() {
        columns.push(Column::take(&mut reader, documents)?);
    }
    let mut builder = Builder::with(fields, lexicon);
    let mut row: Vec<(u8, String)> = Vec::new();
    for _ in 0..documents {
        row.clear();
        for (field, column) in columns.iter_mut().enumerate() {
            column.next(field as u8, &mut row)?;
        }
        let texts: Vec<(u8, &str)> = row
            .iter()
            .map(|(field, it)| (*field, it.as_str()))
            .collect();
        builder.document(&texts);
    }
    if !columns.iter().all(Column::is_over) {
        return Err(Error::Damaged);
    }
    for _ in 0..reader.number()? {
        let word = reader.text()?;
        builder.synonym(word, reader.text()?);
    }
    reader.end()?;
    Ok(builder.finish())
}

/// A field, document by document.
struct Column<'a> {
    /// Texts that no document had yet.
    fresh: core::str::SplitTerminator<'a, char>,
    /// Texts that some document had.
    known: Vec<&'a str>,
    counts: std::vec::IntoIter<u32>,
    which: std::vec::IntoIter<u32>,
}

impl<'a> Column<'a> {
    fn take(reader: &mut Reader<'a>, documents: usize) -> Result<Column<'a>, Error> {
        let texts = reader.text()?;
        let counts = reader.column(documents)?;
        if counts.len() != documents {
            return Err(Error::Damaged);
        }
        let mut all = 0usize;
        for count in &counts {
            all = all.checked_add(*count as usize).ok_or(Error::Damaged)?;
        }
        let which = reader.column(all)?;
        if which.len() != all {
            return Err(Error::Damaged);
        }
        Ok(Column {
            fresh: texts.split_terminator(BREAK),
            known: Vec::new(),
            counts: counts.into_iter(),
            which: which.into_iter(),
        })
    }

    /// Adds the next document's texts to a row.
    fn next(&mut self, field: u8, row: &mut Vec<(u8, String)>) -> Result<(), Error> {
        for _ in 0..self.counts.next().unwrap_or(0) {
            let text = match self.which.next() {
                Some(0) => {
                    let text = self.fresh.next().ok_or(Error::Damaged)?;
                    self.known.push(text);
                    text
                }
                Some(number) => self.known.get(number as usize - 1).ok_or(Error::Damaged)?,
                None => return Err(Error::Damaged),
            };
            let whole = match row.first() {
                Some((_, first)) if text.contains(FIRST) => text.replacen(FIRST, first, 1),
                _ => text.to_owned(),
            };
            row.push((field, whole));
        }
        Ok(())
    }

    fn is_over(&self) -> bool {
        self.fresh.clone().next().is_none()
    }
}
