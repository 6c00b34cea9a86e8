//! Sums behind drawings: axes, dots, and words that fit a line. No markup, so that they are
//! tested natively.

/// So many dots at most stand for a figure.
const DOTS: u32 = 650;

/// How many things a dot stands for: 1, 10, 100, …, so that the largest figure of a drawing is
/// not more dots than one can look at.
pub fn per_dot(most: u32) -> u32 {
    let mut per = 1;
    while most / per > DOTS {
        per *= 10;
    }
    per
}

/// The dots of a figure, rounded; at least one for what there is.
pub fn dots(value: u32, per: u32) -> u32 {
    let half = per / 2;
    (value.saturating_add(half) / per.max(1)).max(u32::from(value > 0))
}

/// Dots `from..to` of a grid of `columns` as a path of dashes without length: with round caps
/// each is a dot. `pitch` is the distance between two.
pub fn dot_path(from: u32, to: u32, columns: u32, pitch: u32) -> String {
    let columns = columns.max(1);
    let mut path = String::new();
    let mut at = from;
    while at < to {
        let (row, column) = (at / columns, at % columns);
        let count = (columns - column).min(to - at);
        let (x, y) = (column * pitch + pitch / 2, row * pitch + pitch / 2);
        // A little beyond the last dot, so that its dash is not lost to rounding.
        path.push_str(&format!("M{x} {y}h{}", (count - 1) * pitch + 1));
        at += count;
    }
    path
}

/// The rows that so many dots take.
pub fn dot_rows(count: u32, columns: u32) -> u32 {
    count.div_ceil(columns.max(1)).max(1)
}

/// An axis from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// From one mark to the next: 1, 2 or 5, and zeros.
    pub step: u32,
    /// The last mark: at or beyond the largest figure.
    pub end: u32,
}

impl Axis {
    /// The axis of a largest figure, with at most five steps.
    pub fn of(most: u32) -> Axis {
        let most = most.clamp(1, 1_000_000_000);
        let mut step: u32 = 1;
        // 1, 2, 5, 10, 20, 50, …
        let mut factors = [2, 5, 10].into_iter().cycle();
        let mut ten = 1;
        while step * 5 < most {
            let factor = factors.next().unwrap_or(10);
            step = ten * factor;
            if factor == 10 {
                ten = step;
            }
        }
        Axis {
            step,
            end: most.div_ceil(step) * step,
        }
    }

    /// Its marks, zero first.
    pub fn marks(self) -> impl Iterator<Item = u32> {
        (0..=self.end / self.step.max(1)).map(move |nth| nth * self.step)
    }

    /// Where a figure lies, in thousandths of the axis.
    pub fn permille(self, value: u32) -> i64 {
        i64::from(value) * 1_000 / i64::from(self.end.max(1))
    }
}

/// A text in lines of at most `most` characters, parted at spaces; a longer word has a line of
/// its own. A text without spaces, as Chinese is, is parted into lines of about one length.
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    let length = text.chars().count();
    if length > 0 && !text.contains(' ') && !text.is_ascii() {
        let count = length.div_ceil(most.max(1));
        let letters: Vec<char> = text.chars().collect();
        let lines = letters.chunks(length.div_ceil(count));
        return lines.map(|line| line.iter().collect()).collect();
    }
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_dots_as_one_can_look_at() {
        assert_eq!((per_dot(10), per_dot(600), per_dot(650)), (1, 1, 1));
        assert_eq!(
            (per_dot(651), per_dot(40_000), per_dot(55_700)),
            (10, 100, 100)
        );
        // 55,700 in hundreds are 557, 40,000 are 400.
        assert_eq!((dots(55_700, 100), dots(40_000, 100)), (557, 400));
        assert_eq!((dots(0, 10), dots(4, 10), dots(15, 10)), (0, 1, 2));
    }

    #[test]
    fn dots_fill_row_after_row() {
        assert_eq!(dot_path(0, 5, 4, 10), "M5 5h31M5 15h1");
        // A part that begins within a row.
        assert_eq!(dot_path(3, 6, 4, 10), "M35 5h1M5 15h11");
        assert_eq!(dot_path(2, 2, 4, 10), "");
        assert_eq!(
            (dot_rows(600, 40), dot_rows(601, 40), dot_rows(0, 40)),
            (15, 16, 1)
        );
    }

    #[test]
    fn axes_begin_at_zero_and_end_beyond_the_largest() {
        for (most, step, end) in [
            (1, 1, 1),
            (5, 1, 5),
            (6, 2, 6),
            (631, 200, 800),
            (4_961, 1_000, 5_000),
            (162_200, 50_000, 200_000),
            (1_000_000_000, 200_000_000, 1_000_000_000),
        ] {
            assert_eq!(Axis::of(most), Axis { step, end }, "{most}");
        }
        for most in (1..100_000).step_by(37) {
            let axis = Axis::of(most);
            let marks: Vec<u32> = axis.marks().collect();
            assert!(marks.len() <= 6 && marks.first() == Some(&0));
            assert!(axis.end >= most && axis.end - most < axis.step);
            assert!(axis.permille(most) <= 1_000);
        }
        assert_eq!(Axis::of(162_200).permille(162_200), 811);
    }

    #[test]
    fn words_fit_their_lines() {
        assert_eq!(wrap("Shared resources", 9), ["Shared", "resources"]);
        assert_eq!(wrap("Shared resources", 16), ["Shared resources"]);
        assert_eq!(wrap("a Supervision b", 4), ["a", "Supervision", "b"]);
        assert!(wrap("", 4).is_empty());
        assert_eq!(wrap("市场导向", 1), ["市", "场", "导", "向"]);
        assert_eq!(wrap("市场导向", 2), ["市场", "导向"]);
        assert_eq!(wrap("市场导向", 9), ["市场导向"]);
        let beam = wrap("共建共享的培训评价服务体系", 9);
        assert_eq!(beam, ["共建共享的培训", "评价服务体系"]);
    }
}
