//! The container of a workbook: packed files, one behind the other.
//!
//! What a workbook needs of the format (PKWARE's APPNOTE 6.3) fits here; the library's writer
//! would bring a second, slower packer along to the browser.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write;

/// UTF-8 names; packed by deflate; as versions from 2.0 on read it.
const VERSION: u16 = 20;
const UTF8: u16 = 1 << 11;
const DEFLATE: u16 = 8;
/// 1980-01-01, the format's first day: the same table gives the same bytes.
const DATE: u16 = 1 << 5 | 1;

/// Files that are being packed.
#[derive(Default)]
pub(super) struct Zip {
    out: Vec<u8>,
    /// The list at the end.
    list: Vec<u8>,
    count: u16,
}

/// A file that is being packed piece by piece.
pub(super) struct Entry {
    name: String,
    packer: DeflateEncoder<Vec<u8>>,
    sum: crc32fast::Hasher,
    length: u32,
}

impl Entry {
    pub(super) fn new(name: impl Into<String>) -> Entry {
        Entry {
            name: name.into(),
            // Three times as fast as the default and a tenth larger.
            packer: DeflateEncoder::new(Vec::new(), Compression::new(3)),
            sum: crc32fast::Hasher::new(),
            length: 0,
        }
    }

    /// Packs a further piece.
    pub(super) fn write(&mut self, text: &str) {
        // A vector takes everything.
        let _ = self.packer.write_all(text.as_bytes());
        self.sum.update(text.as_bytes());
        self.length = self
            .length
            .saturating_add(u32::try_from(text.len()).unwrap_or(u32::MAX));
    }
}

impl Zip {
    /// Adds a file at once.
    pub(super) fn add(&mut self, name: &str, text: &str) {
        let mut entry = Entry::new(name);
        entry.write(text);
        self.close(entry);
    }

    /// Adds a file that was packed.
    pub(super) fn close(&mut self, entry: Entry) {
        let packed = entry.packer.finish().unwrap_or_default();
        let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        let long = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut head = Vec::new();
        for field in [VERSION, UTF8, DEFLATE, 0, DATE] {
            head.extend(field.to_le_bytes());
        }
        for field in [entry.sum.finalize(), long(packed.len()), entry.length] {
            head.extend(field.to_le_bytes());
        }
        head.extend(short(entry.name.len()).to_le_bytes());
        head.extend(0u16.to_le_bytes());

        let offset = long(self.out.len());
        self.out.extend(b"PK\x03\x04");
        self.out.extend(&head);
        self.out.extend(entry.name.as_bytes());
        self.out.extend(packed);

        self.list.extend(b"PK\x01\x02");
        self.list.extend(VERSION.to_le_bytes());
        self.list.extend(&head);
        // No comment, the first disk, no attributes.
        self.list.extend([0; 10]);
        self.list.extend(offset.to_le_bytes());
        self.list.extend(entry.name.as_bytes());
        self.count = self.count.saturating_add(1);
    }

    /// The whole container.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let long = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (at, length) = (long(self.out.len()), long(self.list.len()));
        self.out.append(&mut self.list);
        self.out.extend(b"PK\x05\x06");
        self.out.extend([0; 4]);
        self.out.extend(self.count.to_le_bytes());
        self.out.extend(self.count.to_le_bytes());
        self.out.extend(length.to_le_bytes());
        self.out.extend(at.to_le_bytes());
        self.out.extend([0; 2]);
        self.out
    }
}
