//! Cuts a stream into chunks of whole lines.

use std::io::{self, Read};

/// A longer line is a bad row: nobody needs as much, and memory stays bounded.
pub const MAX_LINE: usize = 1 << 20;

/// Read at a time. Large enough that handing it over costs nothing, small enough to stay in cache.
const CHUNK: usize = 1 << 18;

/// Whole lines.
#[derive(Debug)]
pub struct Chunk {
    /// The number of the first line; 1 is the file's first.
    pub first_line: u64,
    /// The lines, each with its line end except perhaps the last.
    pub bytes: Vec<u8>,
}

/// An iterator over a stream's chunks.
pub struct Chunks<R> {
    source: R,
    /// The next line's number.
    line: u64,
    /// The beginning of a line whose end has not been read.
    rest: Vec<u8>,
    /// Inside a line that is too long and already handed over.
    skipping: bool,
}

impl<R: Read> Chunks<R> {
    /// Chunks of a stream that begins with `rest`, whose first line has the number `line`.
    pub fn new(source: R, line: u64, rest: Vec<u8>) -> Self {
        Self {
            source,
            line,
            rest,
            skipping: false,
        }
    }

    /// The next line without its end, for a header; `None` at the end.
    ///
    /// # Errors
    /// The stream can't be read, or the line is longer than [`MAX_LINE`].
    pub fn header(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            if let Some(end) = memchr::memchr(b'\n', &self.rest) {
                let after = self.rest.split_off(end + 1);
                let mut line = std::mem::replace(&mut self.rest, after);
                line.pop();
                self.line += 1;
                return Ok(Some(line));
            }
            if self.rest.len() > MAX_LINE {
                return Err(io::Error::other("the first line is longer than 1 MiB"));
            }
            let mut buffer = std::mem::take(&mut self.rest);
            let read = self.fill(&mut buffer)?;
            if read == 0 {
                self.line += 1;
                return Ok((!buffer.is_empty()).then_some(buffer));
            }
            self.rest = buffer;
        }
    }

    fn fill(&mut self, buffer: &mut Vec<u8>) -> io::Result<usize> {
        (&mut self.source).take(CHUNK as u64).read_to_end(buffer)
    }

    fn next_chunk(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            let mut bytes = Vec::with_capacity(self.rest.len() + CHUNK + 1);
            bytes.append(&mut self.rest);
            let ended = self.fill(&mut bytes)? == 0;
            if self.skipping {
                match memchr::memchr(b'\n', &bytes) {
                    Some(end) => {
                        bytes.drain(..=end);
                        self.line += 1;
                        self.skipping = false;
                    }
                    None => bytes.clear(),
                }
            }
            if ended {
                return Ok((!bytes.is_empty()).then(|| self.hand_over(bytes)));
            }
            match memchr::memrchr(b'\n', &bytes) {
                Some(end) => {
                    self.rest = bytes.split_off(end + 1);
                    return Ok(Some(self.hand_over(bytes)));
                }
                None if bytes.len() > MAX_LINE => {
                    // Enough to be seen as too long; the number grows when its end is skipped.
                    self.skipping = true;
                    return Ok(Some(self.hand_over(bytes)));
                }
                None => self.rest = bytes,
            }
        }
    }

    fn hand_over(&mut self, bytes: Vec<u8>) -> Chunk {
        let first_line = self.line;
        self.line += memchr::memchr_iter(b'\n', &bytes).count() as u64;
        Chunk { first_line, bytes }
    }
}

impl<R: Read> Iterator for Chunks<R> {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_chunk().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All lines with their numbers.
    fn lines(text: &[u8]) -> Vec<(u64, usize)> {
        let mut found = Vec::new();
        for chunk in Chunks::new(text, 1, Vec::new()) {
            let chunk = chunk.unwrap();
            for (number, line) in
                (chunk.first_line..).zip(chunk.bytes.split_inclusive(|byte| *byte == b'\n'))
            {
                found.push((number, line.strip_suffix(b"\n").unwrap_or(line).len()));
            }
        }
        found
    }

    #[test]
    fn no_line_is_lost_cut_or_numbered_wrongly() {
        let lengths: Vec<usize> = (0..3_000).map(|n| n * 7919 % 700).collect();
        let text: String = lengths.iter().map(|n| "x".repeat(*n) + "\n").collect();
        let expected: Vec<(u64, usize)> = (1..).zip(lengths).collect();
        assert!(text.len() > 3 * CHUNK);
        assert_eq!(lines(text.as_bytes()), expected);
    }

    #[test]
    fn the_last_line_needs_no_end() {
        assert_eq!(lines(b"a\nbc"), [(1, 1), (2, 2)]);
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"\n"), [(1, 0)]);
    }

    #[test]
    fn a_line_too_long_is_seen_as_such_and_the_next_is_whole() {
        let text = format!(
            "a\n{}\nbc\n{}\n{}",
            "x".repeat(5 * MAX_LINE),
            "y".repeat(MAX_LINE),
            "z".repeat(3 * MAX_LINE)
        );
        let lines = lines(text.as_bytes());
        let numbers: Vec<u64> = lines.iter().map(|it| it.0).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        assert!(lines[1].1 > MAX_LINE && lines[4].1 > MAX_LINE);
        assert_eq!((lines[2].1, lines[3].1), (2, MAX_LINE));
    }

    #[test]
    fn the_header_is_the_first_line() {
        let mut chunks = Chunks::new(&b"id,a\n1,2\n"[..], 1, Vec::new());
        assert_eq!(chunks.header().unwrap().as_deref(), Some(&b"id,a"[..]));
        let chunk = chunks.next().unwrap().unwrap();
        assert_eq!(
            (chunk.first_line, chunk.bytes.as_slice()),
            (2, &b"1,2\n"[..])
        );
        assert_eq!(Chunks::new(&b""[..], 1, Vec::new()).header().unwrap(), None);
        assert_eq!(
            Chunks::new(&b"id"[..], 1, Vec::new())
                .header()
                .unwrap()
                .as_deref(),
            Some(&b"id"[..])
        );
    }
}
