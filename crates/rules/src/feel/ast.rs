//! The tree that the parser makes of an expression.

/// Where something stands in the source text, in bytes, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// An expression and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of expression. Unary tests (`< 5`, `[1..3]`, `-`) are expressions too.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as written: digits with at most one dot, perhaps an exponent.
    Number(String),
    /// A string, escapes resolved.
    String(String),
    /// `@"…"`: a date, time, date and time, or duration.
    At(String),
    /// A name.
    Name(String),
    /// `- x`
    Negate(Box<Expr>),
    /// `a op b`
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `value between low and high`
    Between(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `value in tests`
    In(Box<Expr>, Vec<Expr>),
    /// `< x`, `>= x`, `= x`, …, as a unary test.
    UnaryTest(BinaryOp, Box<Expr>),
    /// `-` as a unary test of a decision table: anything.
    Any,
    /// `[low..high)`; an end that is left out is `None`.
    Interval {
        /// Lower end.
        low: Option<Box<Expr>>,
        /// Upper end.
        high: Option<Box<Expr>>,
        /// The lower end belongs to it.
        low_closed: bool,
        /// The upper end belongs to it.
        high_closed: bool,
    },
    /// `if c then a else b`
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `for x in a, y in b return e`
    For(Vec<Binding>, Box<Expr>),
    /// `some` / `every` … `satisfies` …
    Quantified {
        /// `every` rather than `some`.
        every: bool,
        /// The iterators.
        bindings: Vec<Binding>,
        /// The condition.
        satisfies: Box<Expr>,
    },
    /// `[a, b]`
    List(Vec<Expr>),
    /// `{a: 1}`
    Context(Vec<(String, Expr)>),
    /// `list[filter]`
    Filter(Box<Expr>, Box<Expr>),
    /// `base.name`
    Path(Box<Expr>, String),
    /// `name(args)`
    Call(String, Args),
    /// `function(a, b) e`
    Function(Vec<String>, Box<Expr>),
    /// `e instance of type`, the type as written
    InstanceOf(Box<Expr>, String),
}

/// One iterator of `for`, `some`, `every`.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    /// The name that each item gets.
    pub name: String,
    /// What is gone through: a list, or the low end of a range.
    pub domain: Expr,
    /// The high end of `low..high`.
    pub until: Option<Expr>,
}

/// A call's arguments.
#[derive(Clone, Debug, PartialEq)]
pub enum Args {
    /// `f(1, 2)`
    Positional(Vec<Expr>),
    /// `f(n: 1, scale: 2)`
    Named(Vec<(String, Expr)>),
}

/// Operators with two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `or`
    Or,
    /// `and`
    And,
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `**`
    Power,
}
