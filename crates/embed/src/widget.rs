//! The widgets and what each may be told.

/// A widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widget {
    /// What may be claimed, question by question.
    Subsidy,
    /// Which level one can sit.
    Levels,
    /// Courses of a district.
    Courses,
    /// The start-up guide.
    Malan,
    /// Skilled people honoured.
    Honours,
    /// What a start-up loan costs.
    Loan,
}

/// Something that a widget may be told, as `data-NAME` on the link or `NAME=` in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// `zh-Hans` or `en`; without it that of the link's own page.
    Lang,
    /// `light`, `dark` or `auto`, which follows the page around it.
    Theme,
    /// A colour for links and buttons: `#0b6e4f`.
    Accent,
    /// A district's code: `310115`.
    District,
    /// A programme's id: `sh_skill_upgrade`.
    Programme,
}

impl Widget {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Widget; 6] = [
        Widget::Subsidy,
        Widget::Levels,
        Widget::Courses,
        Widget::Malan,
        Widget::Honours,
        Widget::Loan,
    ];

    /// The last word of its address.
    pub fn name(self) -> &'static str {
        match self {
            Widget::Subsidy => "subsidy",
            Widget::Levels => "levels",
            Widget::Courses => "courses",
            Widget::Malan => "malan",
            Widget::Honours => "honours",
            Widget::Loan => "loan",
        }
    }

    /// The widget of a name that [`Widget::name`] gave.
    pub fn of_name(name: &str) -> Option<Widget> {
        Widget::ALL.into_iter().find(|widget| widget.name() == name)
    }

    /// What changes something in it.
    pub fn takes(self, attribute: Attribute) -> bool {
        match attribute {
            Attribute::Lang | Attribute::Theme | Attribute::Accent => true,
            Attribute::District => self == Widget::Courses,
            Attribute::Programme => self == Widget::Subsidy,
        }
    }
}

impl Attribute {
    /// All of them.
    pub const ALL: [Attribute; 5] = [
        Attribute::Lang,
        Attribute::Theme,
        Attribute::Accent,
        Attribute::District,
        Attribute::Programme,
    ];

    /// The name in addresses, and behind `data-`.
    pub fn name(self) -> &'static str {
        match self {
            Attribute::Lang => "lang",
            Attribute::Theme => "theme",
            Attribute::Accent => "accent",
            Attribute::District => "district",
            Attribute::Programme => "programme",
        }
    }

    /// Whether a value is one. What is not one is as if it were not there.
    pub fn allows(self, value: &str) -> bool {
        match self {
            Attribute::Lang => matches!(value.get(..2), Some("zh" | "en")) && is_plain(value),
            Attribute::Theme => matches!(value, "light" | "dark" | "auto"),
            Attribute::Accent => crate::colour::Colour::read(value).is_some(),
            Attribute::District | Attribute::Programme => is_plain(value),
        }
    }
}

/// What ids and codes are made of: it needs no escape in an address.
fn is_plain(value: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    !value.is_empty() && value.len() <= 64 && value.chars().all(fits)
}
