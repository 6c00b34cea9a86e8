//! Text to tokens.

use super::ast::Span;
use super::decimal::{Decimal, ParseDecimalError};
use super::parser::SyntaxError;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// As written.
    Number(String),
    /// Escapes resolved.
    Text(String),
    /// `@"…"`
    At(String),
    /// A name or keyword; also `?`.
    Word(String),
    /// Punctuation and operators.
    Sign(&'static str),
    /// After the last one.
    End,
}

impl Token {
    /// As it is named in an error.
    pub(super) fn describe(&self) -> String {
        match self {
            Token::Number(text) => format!("`{text}`"),
            Token::Text(text) => format!("the text {:?}", shortened(text)),
            Token::At(text) => format!("`@{:?}`", shortened(text)),
            Token::Word(text) => format!("`{}`", shortened(text)),
            Token::Sign(text) => format!("`{text}`"),
            Token::End => "the end".to_owned(),
        }
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 {
        return text.to_owned();
    }
    text.chars().take(39).chain(['…']).collect()
}

/// Longer ones before those that begin them.
const SIGNS: &[&str] = &[
    "**", "..", "<=", ">=", "!=", "->", "+", "-", "*", "/", "(", ")", "[", "]", "{", "}", ",", ":",
    ".", "=", "<", ">", "?",
];

/// All tokens with their places, [`Token::End`] last.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, Span)>, SyntaxError> {
    let mut lexer = Lexer { text, place: 0 };
    let mut tokens = Vec::new();
    loop {
        lexer.skip_blank()?;
        let start = lexer.place;
        let token = lexer.next()?;
        let done = token == Token::End;
        tokens.push((token, span(start, lexer.place)));
        if done {
            return Ok(tokens);
        }
    }
}

/// The text is at most 16 KiB long, so places fit.
fn span(start: usize, end: usize) -> Span {
    let place = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
    Span {
        start: place(start),
        end: place(end),
    }
}

struct Lexer<'t> {
    text: &'t str,
    place: usize,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.place..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.place += length;
        rest.get(..length).unwrap_or("")
    }

    fn error<T>(
        &self,
        start: usize,
        message: impl Into<String>,
        help: &str,
    ) -> Result<T, SyntaxError> {
        let help = (!help.is_empty()).then(|| help.to_owned());
        let end = self.place.max(
            start
                + self
                    .text
                    .get(start..)
                    .and_then(|t| t.chars().next())
                    .map_or(0, char::len_utf8),
        );
        Err(SyntaxError {
            span: span(start, end),
            message: message.into(),
            help,
        })
    }

    fn skip_blank(&mut self) -> Result<(), SyntaxError> {
        loop {
            self.take_while(char::is_whitespace);
            let start = self.place;
            if self.rest().starts_with("//") {
                self.take_while(|c| c != '\n');
            } else if let Some(comment) = self.rest().strip_prefix("/*") {
                match comment.find("*/") {
                    Some(length) => self.place += 2 + length + 2,
                    None => {
                        return self.error(start, "this comment has no end", "end it with `*/`");
                    }
                }
            } else {
                return Ok(());
            }
        }
    }

    fn next(&mut self) -> Result<Token, SyntaxError> {
        let start = self.place;
        let Some(first) = self.peek() else {
            return Ok(Token::End);
        };
        let second = self.rest().chars().nth(1);
        if first.is_ascii_digit() || (first == '.' && second.is_some_and(|c| c.is_ascii_digit())) {
            return self.number();
        }
        if first.is_ascii_alphabetic() || first == '_' {
            return Ok(Token::Word(
                self.take_while(|c| c.is_ascii_alphanumeric() || c == '_')
                    .to_owned(),
            ));
        }
        if first == '"' {
            return Ok(Token::Text(self.text()?));
        }
        if first == '@' {
            self.place += 1;
            if self.peek() != Some('"') {
                return self.error(start, "`@` stands before a text", "write @\"2026-01-31\"");
            }
            return Ok(Token::At(self.text()?));
        }
        if let Some(sign) = SIGNS
            .iter()
            .copied()
            .find(|sign| self.rest().starts_with(sign))
        {
            self.place += sign.len();
            return Ok(if sign == "?" {
                Token::Word(sign.to_owned())
            } else {
                Token::Sign(sign)
            });
        }
        if first == '\'' || first == '“' || first == '”' {
            return self.error(
                start,
                format!("`{first}` does not begin a text"),
                "put texts in straight double quotes",
            );
        }
        if first.is_alphabetic() {
            let word = self.take_while(|c| c.is_alphanumeric() || c == '_');
            return self.error(
                start,
                format!("the name `{}` is not in ASCII", shortened(word)),
                "names are ASCII letters, digits and `_`; other letters go into texts",
            );
        }
        let help = match first {
            '!' => "write `!=` or `not(…)`",
            '&' => "write `and`",
            '|' => "write `or`",
            '%' => "write `modulo(a, b)` or a decimal such as 0.2",
            '^' => "write `**`",
            ';' => "write `,`",
            _ => "",
        };
        self.error(
            start,
            format!("`{}` has no meaning here", first.escape_debug()),
            help,
        )
    }

    fn number(&mut self) -> Result<Token, SyntaxError> {
        let start = self.place;
        self.take_while(|c| c.is_ascii_digit());
        let mut ahead = self.rest().chars();
        if ahead.next() == Some('.') && ahead.next().is_some_and(|c| c.is_ascii_digit()) {
            self.place += 1;
            self.take_while(|c| c.is_ascii_digit());
        }
        if self.rest().starts_with(['e', 'E']) {
            let mark = self.place;
            self.place += 1;
            if self.rest().starts_with(['+', '-']) {
                self.place += 1;
            }
            if self.take_while(|c| c.is_ascii_digit()).is_empty() {
                self.place = mark;
            }
        }
        if self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            self.take_while(|c| c.is_alphanumeric() || c == '_');
            return self.error(
                start,
                "a number and a name run together",
                "put an operator between them; names begin with a letter",
            );
        }
        let text = self.text.get(start..self.place).unwrap_or("");
        match text.parse::<Decimal>() {
            Ok(_) => Ok(Token::Number(text.to_owned())),
            Err(error @ ParseDecimalError::TooManyDigits) => {
                self.error(start, error.to_string(), "write fewer digits")
            }
            Err(error) => self.error(start, error.to_string(), ""),
        }
    }

    /// From one double quote to the next.
    fn text(&mut self) -> Result<String, SyntaxError> {
        let start = self.place;
        self.place += 1;
        let mut result = String::new();
        loop {
            result.push_str(self.take_while(|c| c != '"' && c != '\\'));
            match self.peek() {
                None => {
                    self.place = start + 1;
                    return self.error(start, "this text has no end", "end it with `\"`");
                }
                Some('"') => {
                    self.place += 1;
                    return Ok(result);
                }
                Some(_) => result.push(self.escape()?),
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let start = self.place;
        self.place += 1;
        let mark = self.peek();
        self.place += mark.map_or(0, char::len_utf8);
        let code = match mark {
            Some('n') => return Ok('\n'),
            Some('r') => return Ok('\r'),
            Some('t') => return Ok('\t'),
            Some(c @ ('"' | '\'' | '\\')) => return Ok(c),
            Some('u') => self.hex(4),
            Some('U') => self.hex(6),
            _ => {
                return self.error(
                    start,
                    "unknown escape in a text",
                    r#"known are \n \r \t \" \' \\ \uXXXX \UXXXXXX"#,
                );
            }
        };
        // Characters beyond U+FFFF may be written as a pair of surrogates.
        let code = match code {
            Some(high @ 0xD800..=0xDBFF) if self.rest().starts_with("\\u") => {
                self.place += 2;
                self.hex(4)
                    .filter(|low| (0xDC00..=0xDFFF).contains(low))
                    .map(|low| 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
            }
            code => code,
        };
        match code.and_then(char::from_u32) {
            Some(c) => Ok(c),
            None => self.error(
                start,
                "this escape names no character",
                r"write four hexadecimal digits after \u, six after \U",
            ),
        }
    }

    fn hex(&mut self, digits: usize) -> Option<u32> {
        let text = self.rest().get(..digits)?;
        if !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.place += digits;
        u32::from_str_radix(text, 16).ok()
    }
}
