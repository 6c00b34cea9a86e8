//! Results as a CSV for a spreadsheet.

use pack::Pack;
use pack::facts::format_decimal;
use report::result::status;
use rules::eval::Evaluation;
use rules::program::Program;
use sheets::push_text;

/// One row a person: status and amount of every programme, and the best sum.
pub struct Sheet<'p> {
    program: &'p Program,
}

impl<'p> Sheet<'p> {
    /// A sheet for a pack's programmes.
    pub fn new(pack: &'p Pack) -> Self {
        Self {
            program: &pack.program,
        }
    }

    /// Appends the header; the first column is the people's `id`, or their `line` where they have none.
    pub fn header(&self, out: &mut Vec<u8>, has_id: bool) {
        out.extend(if has_id { &b"id"[..] } else { b"line" });
        for programme in &self.program.programmes {
            for column in ["status", "min", "max"] {
                out.extend(format!(",{}_{column}", programme.id).bytes());
            }
        }
        out.extend(b",best_min,best_max,best_programmes\n");
    }

    /// Appends a person's row.
    pub fn row(&self, out: &mut Vec<u8>, name: &str, evaluation: &Evaluation) {
        push_text(out, name);
        for outcome in &evaluation.outcomes {
            out.push(b',');
            out.extend(status(outcome.status).bytes());
            for bound in [
                outcome.amount.map(|it| it.min),
                outcome.amount.map(|it| it.max),
            ] {
                out.push(b',');
                if let (Some(bound), Some(amount)) = (bound, outcome.amount) {
                    out.extend(format_decimal(bound, amount.scale).bytes());
                }
            }
        }
        for fen in [evaluation.best.min_fen, evaluation.best.max_fen] {
            out.push(b',');
            push_yuan(out, fen);
        }
        out.push(b',');
        for (place, index) in evaluation.best.programmes.iter().enumerate() {
            if place > 0 {
                out.push(b' ');
            }
            let id = self
                .program
                .programmes
                .get(usize::from(*index))
                .map_or("", |it| it.id.as_str());
            out.extend(id.bytes());
        }
        out.push(b'\n');
    }
}

/// Appends an amount in fen as yuan.
pub fn push_yuan(out: &mut Vec<u8>, fen: i64) {
    if fen % 100 == 0 {
        push_whole(out, fen / 100);
    } else {
        out.extend(format_decimal(fen, 2).bytes());
    }
}

/// Appends a whole number; `to_string` would allocate for each.
pub fn push_whole(out: &mut Vec<u8>, number: i64) {
    let mut digits = [0u8; 20];
    let mut rest = number.unsigned_abs();
    let mut used = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        used += 1;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        out.push(b'-');
    }
    out.extend(digits.get(digits.len() - used..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl Fn(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_exact() {
        for number in [0, 7, -12, 1600, i64::MAX, i64::MIN] {
            assert_eq!(text(|out| push_whole(out, number)), number.to_string());
        }
        assert_eq!(text(|out| push_yuan(out, 857_143)), "8571.43");
        assert_eq!(text(|out| push_yuan(out, 160_000)), "1600");
    }
}
