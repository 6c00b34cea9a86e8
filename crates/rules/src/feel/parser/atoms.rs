//! Operands: literals, names, calls, contexts, and what follows them.

use super::{Parser, Sub};
use crate::feel::ast::{Args, Expr, ExprKind};
use crate::feel::lexer::Token;
use crate::feel::names::{self, Kind};
use crate::feel::parser::SyntaxError;
use crate::feel::{MAX_NESTING, Span};

/// Words that are no names.
const KEYWORDS: &[&str] = &[
    "true",
    "false",
    "null",
    "and",
    "or",
    "if",
    "then",
    "else",
    "for",
    "in",
    "return",
    "some",
    "every",
    "satisfies",
    "between",
    "instance",
    "function",
    "external",
];

impl Parser {
    /// An operand with its signs and everything that follows it.
    pub(super) fn operand(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        if self.take_sign("-") {
            let (inner, depth) = self.nested(Self::operand)?;
            return self.node(start, depth, ExprKind::Negate(Box::new(inner)));
        }
        let first = self.atom()?;
        self.parts_after(start, first)
    }

    /// Paths, filters and `instance of` after an operand.
    pub(super) fn parts_after(&mut self, start: Span, first: Sub) -> Result<Sub, SyntaxError> {
        let mut base = first;
        loop {
            if self.take_sign(".") {
                let part = match self.multi_word(Kind::Part) {
                    Some((name, words)) => {
                        self.at += words;
                        name
                    }
                    None => self.any_name("a part's name after `.`")?,
                };
                base = self.node(start, base.1, ExprKind::Path(Box::new(base.0), part))?;
            } else if self.is_sign("[") && self.begins_operand(1) {
                self.advance();
                let filter = self.nested(Self::expression)?;
                self.expect_sign("]", "to close the filter")?;
                let kind = ExprKind::Filter(Box::new(base.0), Box::new(filter.0));
                base = self.node(start, base.1.max(filter.1), kind)?;
            } else if self.is_word("instance") {
                self.advance();
                self.expect_word("of", "after `instance`")?;
                let name = self.type_name()?;
                base = self.node(start, base.1, ExprKind::InstanceOf(Box::new(base.0), name))?;
            } else if self.is_sign("(") {
                return self.fault(
                    self.span(),
                    "only built-in functions can be called",
                    "their names are in docs/feel.md",
                );
            } else {
                return Ok(base);
            }
        }
    }

    /// Whether the token so far ahead can begin an operand. Where it cannot, a `[` before it
    /// ends an interval: `]1..10[`.
    fn begins_operand(&self, ahead: usize) -> bool {
        match self.peek_at(ahead) {
            Token::Number(_) | Token::Text(_) | Token::At(_) => true,
            Token::Word(word) => {
                let starts = [
                    "true", "false", "null", "if", "for", "some", "every", "function",
                ];
                !KEYWORDS.contains(&word.as_str()) || starts.contains(&word.as_str())
            }
            Token::Sign(sign) => ["(", "[", "{", "-"].contains(sign),
            Token::End => false,
        }
    }

    fn atom(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        let kind = match self.peek().clone() {
            Token::Number(text) => ExprKind::Number(text),
            Token::Text(text) => ExprKind::String(text),
            Token::At(text) => ExprKind::At(text),
            Token::Word(word) => return self.word(&word),
            Token::Sign("(") => return self.nested(Self::round_bracket),
            Token::Sign("[") => return self.nested(Self::square_bracket),
            Token::Sign("]") => return self.nested(Self::open_interval),
            Token::Sign("{") => return self.nested(Self::context),
            Token::Sign("<" | "<=" | ">" | ">=" | "=" | "!=") => {
                return self.unexpected("a value (a range such as `< 5` stands in round brackets)");
            }
            _ => return self.unexpected("a value"),
        };
        self.advance();
        self.node(start, 0, kind)
    }

    /// What begins with a word.
    fn word(&mut self, word: &str) -> Result<Sub, SyntaxError> {
        let start = self.span();
        let kind = match word {
            "true" => ExprKind::Bool(true),
            "false" => ExprKind::Bool(false),
            "null" => ExprKind::Null,
            "if" => return self.nested(Self::conditional),
            "for" | "some" | "every" => return self.nested(Self::iteration),
            "function" => return self.nested(Self::function),
            "?" if !self.in_unary_tests => {
                return self.fault(
                    start,
                    "`?` has a meaning only in the cells of a decision table",
                    "",
                );
            }
            _ if KEYWORDS.contains(&word) => return self.unexpected("a value"),
            _ => {
                if let Some((name, words)) = self.multi_word(Kind::Function)
                    && self.peek_at(words) == &Token::Sign("(")
                {
                    self.at += words;
                    return self.call(start, name);
                }
                self.advance();
                if self.is_sign("(") {
                    return self.call(start, word.to_owned());
                }
                return self.node(start, 0, ExprKind::Name(word.to_owned()));
            }
        };
        self.advance();
        self.node(start, 0, kind)
    }

    /// The longest known name of several words ahead, and how many words it has.
    fn multi_word(&self, kind: Kind) -> Option<(String, usize)> {
        let is_ahead = |words: &&&[&str]| {
            let mut words = words.iter().enumerate();
            words.all(
                |(place, word)| matches!(self.peek_at(place), Token::Word(found) if found == word),
            )
        };
        let words = names::multi_word(kind)
            .iter()
            .filter(is_ahead)
            .max_by_key(|words| words.len())?;
        Some((words.join(" "), words.len()))
    }

    /// A name that is no keyword, for something new.
    pub(super) fn plain_name(&mut self, wanted: &str) -> Result<String, SyntaxError> {
        match self.peek() {
            Token::Word(word) if !KEYWORDS.contains(&word.as_str()) && word != "?" => {
                self.any_name(wanted)
            }
            _ => self.unexpected(wanted),
        }
    }

    /// Any word, keywords too.
    fn any_name(&mut self, wanted: &str) -> Result<String, SyntaxError> {
        match self.peek().clone() {
            Token::Word(word) if word != "?" => {
                self.advance();
                Ok(word)
            }
            _ => self.unexpected(wanted),
        }
    }

    /// `(…)` after a function's name.
    fn call(&mut self, start: Span, name: String) -> Result<Sub, SyntaxError> {
        self.advance();
        let (args, depth) = self.nested(|parser| {
            if parser.named_argument().is_some() {
                parser.named_arguments()
            } else {
                parser.positional_arguments()
            }
        })?;
        self.expect_sign(")", "or `,` after an argument")?;
        self.node(start, depth, ExprKind::Call(name, args))
    }

    fn positional_arguments(&mut self) -> Result<(Args, u32), SyntaxError> {
        let mut args = Vec::new();
        let mut depth = 0;
        if !self.is_sign(")") {
            loop {
                let (arg, arg_depth) = self.expression()?;
                args.push(arg);
                depth = depth.max(arg_depth);
                if !self.take_sign(",") {
                    break;
                }
            }
        }
        Ok((Args::Positional(args), depth))
    }

    fn named_arguments(&mut self) -> Result<(Args, u32), SyntaxError> {
        let mut args: Vec<(String, Expr)> = Vec::new();
        let mut depth = 0;
        loop {
            let Some((name, words)) = self.named_argument() else {
                return self.unexpected("an argument's name and `:`");
            };
            if args.iter().any(|(other, _)| *other == name) {
                return self.fault(
                    self.span(),
                    format!("the argument `{name}` is given twice"),
                    "",
                );
            }
            self.at += words + 1;
            let (arg, arg_depth) = self.expression()?;
            args.push((name, arg));
            depth = depth.max(arg_depth);
            if !self.take_sign(",") {
                return Ok((Args::Named(args), depth));
            }
        }
    }

    /// `some words:` ahead: the name and the number of its words.
    fn named_argument(&self) -> Option<(String, usize)> {
        let mut words: Vec<&str> = Vec::new();
        while let Token::Word(word) = self.peek_at(words.len()) {
            words.push(word);
        }
        let found = !words.is_empty() && self.peek_at(words.len()) == &Token::Sign(":");
        found.then(|| (words.join(" "), words.len()))
    }

    /// `{a: 1, "b c": 2}`
    fn context(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        self.advance();
        let mut entries: Vec<(String, Expr)> = Vec::new();
        let mut depth = 0;
        if !self.take_sign("}") {
            loop {
                let key_span = self.span();
                let key = match self.peek().clone() {
                    Token::Text(text) => {
                        self.advance();
                        text
                    }
                    _ => self.any_name("an entry's name")?,
                };
                if entries.iter().any(|(other, _)| *other == key) {
                    return self.fault(key_span, format!("the entry `{key}` is given twice"), "");
                }
                self.expect_sign(":", "after the entry's name")?;
                let (value, value_depth) = self.expression()?;
                entries.push((key, value));
                depth = depth.max(value_depth);
                if !self.take_sign(",") {
                    break;
                }
            }
            self.expect_sign("}", "or `,` in the context")?;
        }
        self.node(start, depth, ExprKind::Context(entries))
    }

    /// A type after `instance of`, in one spelling: `list<number>`.
    pub(super) fn type_name(&mut self) -> Result<String, SyntaxError> {
        if self.nesting >= MAX_NESTING {
            return self.fault(
                self.span(),
                format!("types are nested more than {MAX_NESTING} deep"),
                "",
            );
        }
        let name = match self.multi_word(Kind::Type) {
            Some((name, words)) => {
                self.at += words;
                name
            }
            None => self.type_word()?,
        };
        if !self.take_sign("<") {
            return Ok(name);
        }
        if name != "list" && name != "range" {
            return self.fault(
                self.span(),
                format!("types of the form `{name}<…>` are outside the subset"),
                "",
            );
        }
        let inner = self.nested(Self::type_name)?;
        self.expect_sign(">", "after the type")?;
        Ok(format!("{name}<{inner}>"))
    }

    fn type_word(&mut self) -> Result<String, SyntaxError> {
        self.any_name("a type such as `number`")
    }
}
