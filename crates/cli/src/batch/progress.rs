//! How far a long run is: a bar on a terminal, nothing elsewhere.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Draw no more often than this.
const PAUSE: Duration = Duration::from_millis(100);
const WIDTH: u64 = 30;

/// A bar on standard error.
pub struct Progress {
    on: bool,
    total_bytes: u64,
    bytes: u64,
    people: u64,
    begun: Instant,
    drawn: Option<Instant>,
}

impl Progress {
    /// A bar for so many bytes; silent where standard error is no terminal.
    pub fn new(total_bytes: u64) -> Self {
        let on = std::io::stderr().is_terminal();
        Self {
            on,
            total_bytes,
            bytes: 0,
            people: 0,
            begun: Instant::now(),
            drawn: None,
        }
    }

    /// So much more is done.
    pub fn advance(&mut self, bytes: u64, people: u64) {
        self.bytes += bytes;
        self.people += people;
        if self.on && self.drawn.is_none_or(|it| it.elapsed() >= PAUSE) {
            self.drawn = Some(Instant::now());
            let line = bar(
                self.bytes,
                self.total_bytes,
                self.people,
                self.begun.elapsed(),
            );
            eprint!("\r{line}\x1b[K");
            // A bar that can't be drawn is not worth an error.
            let _ = std::io::stderr().flush();
        }
    }

    /// Makes room for a message.
    pub fn clear(&mut self) {
        if self.drawn.take().is_some() {
            eprint!("\r\x1b[K");
        }
    }

    /// People so far, and for how long.
    pub fn so_far(&self) -> (u64, Duration) {
        (self.people, self.begun.elapsed())
    }
}

fn bar(bytes: u64, total: u64, people: u64, elapsed: Duration) -> String {
    let share = |of: u64| (bytes.min(total) * of).checked_div(total).unwrap_or(of);
    let filled = share(WIDTH) as usize;
    let empty = (WIDTH as usize).saturating_sub(filled);
    format!(
        "[{}{}] {:3} %  {} people  {} per second",
        "#".repeat(filled),
        "-".repeat(empty),
        share(100),
        thousands(people),
        thousands(per_second(people, elapsed)),
    )
}

/// How many a second.
pub fn per_second(people: u64, elapsed: Duration) -> u64 {
    let per_second = u128::from(people) * 1_000_000 / elapsed.as_micros().max(1);
    u64::try_from(per_second).unwrap_or(u64::MAX)
}

/// `1,234,567`
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_up() {
        assert_eq!(
            bar(0, 0, 0, Duration::ZERO),
            format!("[{}] 100 %  0 people  0 per second", "#".repeat(30))
        );
        assert_eq!(
            bar(50, 100, 1_234_567, Duration::from_secs(2)),
            format!(
                "[{}{}]  50 %  1,234,567 people  617,283 per second",
                "#".repeat(15),
                "-".repeat(15)
            )
        );
        assert!(bar(500, 100, 1, Duration::from_secs(1)).contains("100 %"));
    }
}
