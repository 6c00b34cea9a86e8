//! Numbers and columns of bytes: what the written forms consist of.

use super::Error;

/// Adds a number: seven bits a byte, low ones first.
pub(super) fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Adds a length.
pub(super) fn put_len(bytes: &mut Vec<u8>, length: usize) {
    put(bytes, small(length));
}

/// Adds some bytes and their number.
pub(super) fn put_bytes(bytes: &mut Vec<u8>, column: &[u8]) {
    put_len(bytes, column.len());
    bytes.extend_from_slice(column);
}

/// Adds numbers as columns: all low bytes, then all next ones, as far as the largest needs.
/// Bytes of one kind stand together, which compresses better than a number at a time.
pub(super) fn put_column(bytes: &mut Vec<u8>, numbers: &[u32]) {
    put_len(bytes, numbers.len());
    let mut shift = 0;
    let largest = numbers.iter().copied().max().unwrap_or(0);
    let width = (32 - largest.leading_zeros()).div_ceil(8);
    put(bytes, width);
    for _ in 0..width {
        bytes.extend(numbers.iter().map(|number| (number >> shift) as u8));
        shift += 8;
    }
}

/// A length as 32 bits. Nothing here comes near the limit: texts of a catalogue fit in memory
/// of a phone.
pub(super) fn small(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Takes numbers and columns off the front of some bytes.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { rest: bytes }
    }

    pub(super) fn number(&mut self) -> Result<u32, Error> {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let (byte, rest) = self.rest.split_first().ok_or(Error::Damaged)?;
            self.rest = rest;
            let bits = u32::from(byte & 0x7f);
            if shift > 28 || (shift == 28 && bits > 0xf) {
                return Err(Error::Damaged);
            }
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    pub(super) fn bytes(&mut self) -> Result<&'a [u8], Error> {
        let length = self.number()? as usize;
        self.take(length)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, Error> {
        core::str::from_utf8(self.bytes()?).map_err(|_| Error::Damaged)
    }

    /// What [`put_column`] wrote. A width of 0 would allow a length out of nothing, so the
    /// length is bounded by `most`.
    pub(super) fn column(&mut self, most: usize) -> Result<Vec<u32>, Error> {
        let length = self.number()? as usize;
        let width = self.number()?;
        if length > most || width > 4 {
            return Err(Error::Damaged);
        }
        let mut numbers = vec![0; length];
        for byte in 0..width {
            for (number, low) in numbers.iter_mut().zip(self.take(length)?) {
                *number |= u32::from(*low) << (8 * byte);
            }
        }
        Ok(numbers)
    }

    /// How many bytes are left.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// # Errors
    /// If anything is left over.
    pub(super) fn end(&self) -> Result<(), Error> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Error::Damaged)
        }
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let (front, rest) = self.rest.split_at_checked(length).ok_or(Error::Damaged)?;
        self.rest = rest;
        Ok(front)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_columns_read_back() {
        let mut bytes = Vec::new();
        let numbers = [0, 1, 127, 128, 300, 70_000, u32::MAX];
        for number in numbers {
            put(&mut bytes, number);
        }
        put_column(&mut bytes, &numbers);
        put_column(&mut bytes, &[0, 0]);
        put_bytes(&mut bytes, "电工".as_bytes());
        let mut reader = Reader::new(&bytes);
        for number in numbers {
            assert_eq!(reader.number(), Ok(number));
        }
        assert_eq!(reader.column(9), Ok(numbers.to_vec()));
        assert_eq!(reader.column(2), Ok(vec![0, 0]));
        assert_eq!(reader.text(), Ok("电工"));
        assert_eq!(reader.end(), Ok(()));
        assert_eq!(reader.number(), Err(Error::Damaged));
    }

    #[test]
    fn lengths_out_of_nothing_are_refused() {
        let mut bytes = Vec::new();
        put(&mut bytes, u32::MAX);
        put(&mut bytes, 0);
        assert_eq!(Reader::new(&bytes).column(1000), Err(Error::Damaged));
        assert_eq!(Reader::new(&bytes).bytes(), Err(Error::Damaged));
        assert_eq!(Reader::new(&[0xff; 6]).number(), Err(Error::Damaged));
    }
}
