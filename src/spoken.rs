//! Words as they are read aloud: figures as people say them, in pieces that every engine of
//! speech reads to its end.

use crate::lang::Lang;

/// The longest piece, in characters. Some engines fall silent after a quarter of a minute, which
/// is about so much of slow Chinese; an English letter takes a third of the time.
fn longest(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 60,
        Lang::En => 180,
    }
}

/// What is read, piece by piece: none is empty, none longer than an engine reads at once.
pub fn pieces(lang: Lang, text: &str) -> Vec<String> {
    let longest = longest(lang);
    let mut pieces: Vec<String> = Vec::new();
    for line in text.lines() {
        let mut now = String::new();
        for sentence in parts(&said(lang, line), |c| "。！？；!?;".contains(c)) {
            for part in short(sentence, longest) {
                if count(&now) + count(&part) > longest {
                    push(&mut pieces, std::mem::take(&mut now));
                }
                now.push_str(&part);
            }
        }
        push(&mut pieces, now);
    }
    pieces
}

fn push(pieces: &mut Vec<String>, piece: String) {
    let piece = piece.trim();
    if piece.chars().any(char::is_alphanumeric) {
        pieces.push(piece.to_owned());
    }
}

fn count(text: &str) -> usize {
    text.chars().count()
}

/// A sentence in parts of at most so many characters: at commas, else at spaces, else anywhere.
fn short(sentence: &str, longest: usize) -> Vec<String> {
    if count(sentence) <= longest {
        return vec![sentence.to_owned()];
    }
    let mut all = Vec::new();
    let mut now = String::new();
    for part in parts(sentence, |c| "，、：,:".contains(c) || c == ' ') {
        if count(&now) + count(part) > longest && !now.is_empty() {
            all.push(std::mem::take(&mut now));
        }
        now.push_str(part);
        while count(&now) > longest {
            let rest = now.chars().skip(longest).collect();
            all.push(now.chars().take(longest).collect());
            now = rest;
        }
    }
    all.push(now);
    all
}

/// The text in parts that end after a mark; a mark between two digits ends none (1,600; 9:30).
fn parts(text: &str, is_mark: impl Fn(char) -> bool) -> Vec<&str> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let after = letters.peek().map_or(' ', |(_, c)| *c);
        let within = before.is_ascii_digit() && after.is_ascii_digit();
        before = c;
        if is_mark(c) && !within {
            let end = at + c.len_utf8();
            all.extend(text.get(start..end));
            start = end;
        }
    }
    all.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    all
}

/// A line as it is said: `¥1,200–2,000` is "1200到2000元", `12333` is said digit by digit.
fn said(lang: Lang, line: &str) -> String {
    let (to, yuan) = match lang {
        Lang::Zh => ("到", "元"),
        Lang::En => (" to ", " yuan"),
    };
    let letters: Vec<char> = line.chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or(' ');
    let mut out = String::new();
    let mut place = 0;
    // A sum began: its unit follows once the figures end.
    let mut in_sum = false;
    while place < letters.len() {
        let c = at(place);
        let before = place.checked_sub(1).map_or(' ', at);
        let next = at(place + 1);
        let figures = before.is_ascii_digit() && (next.is_ascii_digit() || next == '¥');
        match c {
            '¥' => in_sum = true,
            ',' if figures => {}
            '–' if figures => out.push_str(to),
            '·' | '→' => out.push_str(pause(lang)),
            _ if c.is_ascii_digit() && !before.is_ascii_digit() => {
                let number: String = letters
                    .iter()
                    .skip(place)
                    .take_while(|c| c.is_ascii_digit())
                    .collect();
                match number.as_str() {
                    "12333" => out.push_str("1 2 3 3 3"),
                    _ => out.push_str(&number),
                }
                place += number.len();
                let goes_on = matches!(at(place), ',' | '.' | '–')
                    && (at(place + 1).is_ascii_digit() || at(place + 1) == '¥');
                if in_sum && !goes_on {
                    in_sum = false;
                    out.push_str(yuan);
                }
                continue;
            }
            _ => out.push(c),
        }
        place += 1;
    }
    out
}

fn pause(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "，",
        Lang::En => ",",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_the_hotline_are_said_as_people_say_them() {
        let zh = |text: &str| pieces(Lang::Zh, text);
        assert_eq!(zh("可领 ¥1,600"), ["可领 1600元"]);
        assert_eq!(zh("¥1,200–2,000 · 3 项"), ["1200到2000元 ， 3 项"]);
        assert_eq!(zh("¥1,200–¥2,000"), ["1200到2000元"]);
        assert_eq!(
            zh("每月 ¥8,530.99，共 12 个月"),
            ["每月 8530.99元，共 12 个月"]
        );
        assert_eq!(zh("打 12333 咨询"), ["打 1 2 3 3 3 咨询"]);
        assert_eq!(zh("编号 123334"), ["编号 123334"]);
        assert_eq!(zh("9:30–11:30"), ["9:30到11:30"]);
        assert_eq!(pieces(Lang::En, "Up to ¥1,600."), ["Up to 1600 yuan."]);
    }

    #[test]
    fn lines_are_pieces_and_what_has_no_words_is_none() {
        assert_eq!(
            pieces(Lang::Zh, "标题\n\n · \n第一句。第二句！"),
            ["标题", "第一句。第二句！"]
        );
        assert!(pieces(Lang::Zh, " \n—\n").is_empty());
    }

    #[test]
    fn a_long_text_is_cut_at_its_marks_and_loses_nothing() {
        let sentence = "企业职工参加失业保险满十二个月并取得初级以上证书的，可以申请补贴";
        let text = format!("{sentence}；{sentence}，{sentence}。") + &"字".repeat(150);
        let cut = pieces(Lang::Zh, &text);
        assert!(cut.iter().all(|piece| count(piece) <= 60), "{cut:?}");
        assert_eq!(cut.concat(), text);
        assert_eq!(cut.first().unwrap(), &format!("{sentence}；"));
        let words = "subsidy ".repeat(60);
        let cut = pieces(Lang::En, &words);
        assert!(
            cut.iter().all(|piece| piece.ends_with("subsidy")),
            "{cut:?}"
        );
        assert_eq!(cut.join(" "), words.trim());
    }
}
