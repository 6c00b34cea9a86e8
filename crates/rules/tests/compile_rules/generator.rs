//! Well-typed expressions from bytes.

/// Builds an expression from bytes: 0 is always the simplest choice, so that
/// proptest's shrinking makes it small.
pub struct Tape<'a>(pub std::slice::Iter<'a, u8>);

impl Tape<'_> {
    /// One of so many choices.
    pub fn pick(&mut self, choices: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % choices
    }

    /// One of the words.
    pub fn of<'s>(&mut self, words: &[&'s str]) -> &'s str {
        words[self.pick(words.len())]
    }

    /// A number.
    pub fn number(&mut self, depth: u32) -> String {
        if depth == 0 {
            return match self.pick(2) {
                0 => self
                    .of(&["1", "0", "2", "3", "0.5", "1.3", "10", "100", "7.25"])
                    .to_owned(),
                _ => self.of(&["level", "claims", "balance", "rent"]).to_owned(),
            };
        }
        let less = depth - 1;
        match self.pick(24) {
            0 => self.number(0),
            1 => format!("({} + {})", self.number(less), self.number(less)),
            2 => format!("({} - {})", self.number(less), self.number(less)),
            3 => format!("({} * {})", self.number(less), self.number(less)),
            4 => format!("(- {})", self.number(less)),
            5 => format!(
                "({} / {})",
                self.number(less),
                self.of(&["2", "4", "-5", "8", "10", "0.5"])
            ),
            6 => format!(
                "{}({}, {})",
                self.of(&["min", "max", "sum"]),
                self.number(less),
                self.number(less)
            ),
            7 => format!("abs({})", self.number(less)),
            8 => format!("{}({})", self.of(&["floor", "ceiling"]), self.number(less)),
            9 => {
                let round = self.of(&[
                    "round half up",
                    "round half down",
                    "round up",
                    "round down",
                    "decimal",
                ]);
                format!(
                    "{round}({}, {})",
                    self.number(less),
                    self.of(&["0", "1", "2", "-1"])
                )
            }
            10 => {
                let round = self.of(&[
                    "round half up",
                    "round half down",
                    "round up",
                    "round down",
                    "decimal",
                    "floor",
                ]);
                let divisor = self.of(&[
                    "3",
                    "level",
                    "-7",
                    "(claims + 1)",
                    "(rent + 0.01)",
                    "(level - 6)",
                    "6",
                ]);
                format!(
                    "{round}({} / {divisor}, {})",
                    self.number(less),
                    self.of(&["0", "1", "2", "-1"])
                )
            }
            11..14 => format!(
                "(if {} then {} else {})",
                self.truth(less),
                self.number(less),
                self.number(less)
            ),
            14 => format!(
                "[{}, {}, {}, {}, {}][{}]",
                self.number(less),
                self.number(less),
                self.number(0),
                self.number(0),
                self.number(0),
                self.of(&["level", "2", "-1", "(6 - level)"])
            ),
            15 => format!(
                "count({}[{}])",
                self.list(less),
                self.truth_of("item", less)
            ),
            16 => format!(
                "sum(for x in {} return x * {})",
                self.list(less),
                self.number(0)
            ),
            17 => format!(
                "{}(append({}[{}], 4))",
                self.of(&["min", "max", "sum"]),
                self.list(less),
                self.truth_of("item", less)
            ),
            // A literal times a count takes any unit.
            18 => format!("(1 * ({} - {}).days)", self.day(less), self.day(less)),
            19 => format!(
                "(1 * years and months duration({}, {}).{})",
                self.day(less),
                self.day(less),
                self.of(&["years", "months"])
            ),
            20 => format!("(1 * {}.year)", self.day(less)),
            21 => format!(
                "modulo({}, {})",
                self.number(less),
                self.of(&["3", "7", "10"])
            ),
            22 => format!("({} ** {})", self.number(0), self.of(&["2", "3", "0"])),
            _ => format!(
                "(if claims > {0} then floor({1} / (claims - {0})) else {2})",
                self.of(&["0", "3"]),
                self.number(less),
                self.number(less)
            ),
        }
    }

    fn list(&mut self, depth: u32) -> String {
        match self.pick(3) {
            0 => format!("[1, 2, {}]", self.number(0)),
            1 => format!("[{}, {}]", self.number(depth), self.number(depth)),
            _ => format!(
                "(if {} then [1, 2] else [{}])",
                self.truth(depth),
                self.number(depth)
            ),
        }
    }

    fn truth_of(&mut self, name: &str, depth: u32) -> String {
        let op = self.of(&["=", "!=", "<", "<=", ">", ">="]);
        format!("{name} {op} {}", self.number(depth))
    }

    /// A truth.
    pub fn truth(&mut self, depth: u32) -> String {
        let options = ["\"level\"", "\"unranked\"", "\"special\""];
        let comparison = ["=", "!=", "<", "<=", ">", ">="];
        if depth == 0 {
            return match self.pick(4) {
                0 => self.of(&["true", "false"]).to_owned(),
                1 => self.of(&["disabled", "veteran"]).to_owned(),
                2 => format!("(kind {} {})", self.of(&["=", "!="]), self.of(&options)),
                _ => format!(
                    "({} {} {})",
                    self.number(0),
                    self.of(&comparison),
                    self.number(0)
                ),
            };
        }
        let less = depth - 1;
        match self.pick(18) {
            0 => self.truth(0),
            1 => format!("({} and {})", self.truth(less), self.truth(less)),
            2 => format!("({} or {})", self.truth(less), self.truth(less)),
            3 => format!(
                "({} or {} or {})",
                self.truth(0),
                self.truth(less),
                self.truth(0)
            ),
            4 => format!("not({})", self.truth(less)),
            5 | 6 => format!(
                "({} {} {})",
                self.number(less),
                self.of(&comparison),
                self.number(less)
            ),
            7 => format!("(kind in ({}, {}))", self.of(&options), self.of(&options)),
            8 => format!("(kind {} other_kind)", self.of(&["=", "!="])),
            9 => {
                let (low, high) = (self.of(&["[", "("]), self.of(&["]", ")"]));
                format!(
                    "({} in {low}{}..{}{high})",
                    self.number(less),
                    self.number(0),
                    self.number(0)
                )
            }
            10 => format!(
                "({} between {} and {})",
                self.number(less),
                self.number(0),
                self.number(less)
            ),
            11 => format!(
                "({} in ({}, < {}, {}))",
                self.number(less),
                self.number(0),
                self.number(0),
                self.number(0)
            ),
            12 => {
                let condition = format!("x {} {}", self.of(&comparison), self.number(less));
                format!(
                    "({} x in {} satisfies {condition})",
                    self.of(&["some", "every"]),
                    self.list(less)
                )
            }
            13 => format!("list contains({}, {})", self.list(less), self.number(0)),
            14 => format!(
                "({} {} {})",
                self.day(less),
                self.of(&comparison),
                self.day(less)
            ),
            15 => format!(
                "(if {} then {} else {})",
                self.truth(less),
                self.truth(less),
                self.truth(less)
            ),
            16 => format!(
                "({} {} {})",
                self.truth(less),
                self.of(&["=", "!="]),
                self.truth(less)
            ),
            _ => format!(
                "((if {} then kind else {}) = {})",
                self.truth(less),
                self.of(&["other_kind", "\"special\""]),
                self.of(&options)
            ),
        }
    }

    fn day(&mut self, depth: u32) -> String {
        if depth == 0 {
            return self
                .of(&["issued", "applied_on", "born", "date(\"2024-02-29\")"])
                .to_owned();
        }
        let less = depth - 1;
        match self.pick(6) {
            0 => self.day(0),
            1 => format!(
                "({} {} duration(\"{}\"))",
                self.day(less),
                self.of(&["+", "-"]),
                self.of(&["P1M", "P12M", "P1Y1M", "P30D", "PT48H"])
            ),
            2 => format!(
                "({} + @\"P1M\" * {})",
                self.day(less),
                self.of(&["level", "claims", "2"])
            ),
            3 => format!(
                "(if {} then {} else {})",
                self.truth(less),
                self.day(less),
                self.day(less)
            ),
            4 => format!(
                "{}({}, {})",
                self.of(&["min", "max"]),
                self.day(less),
                self.day(less)
            ),
            _ => format!(
                "({} + {})",
                self.day(less),
                self.of(&["@\"P1D\"", "@\"-P1M\""])
            ),
        }
    }
}
