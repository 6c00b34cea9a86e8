//! What a widget is told, by the address that it is opened with.

use crate::colour::Colour;
use crate::widget::{Attribute, Widget};

/// Whose colours a widget has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the page around it.
    #[default]
    Auto,
    /// Light ones.
    Light,
    /// Dark ones.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The word in addresses.
    pub fn tag(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a word that [`Theme::tag`] gave.
    pub fn of_tag(tag: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.tag() == tag)
    }
}

/// What a widget is told. What is no value of its kind is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// A language's tag.
    pub lang: Option<String>,
    /// Whose colours.
    pub theme: Theme,
    /// The colour of links and buttons.
    pub accent: Option<Colour>,
    /// A district's code.
    pub district: Option<String>,
    /// A programme's id.
    pub programme: Option<String>,
}

impl Options {
    /// What an address says, by its query and fragment without their marks; the fragment counts
    /// for more, as the loader writes there.
    pub fn read(query: &str, fragment: &str) -> Options {
        let value = |attribute: Attribute| {
            let of = |text: &str| {
                text.split('&')
                    .filter_map(|pair| pair.split_once('='))
                    .find(|(name, _)| *name == attribute.name())
                    .map(|(_, value)| value.replace("%23", "#"))
                    .filter(|value| attribute.allows(value))
            };
            of(fragment).or_else(|| of(query))
        };
        Options {
            lang: value(Attribute::Lang),
            theme: value(Attribute::Theme)
                .and_then(|tag| Theme::of_tag(&tag))
                .unwrap_or_default(),
            accent: value(Attribute::Accent).and_then(|text| Colour::read(&text)),
            district: value(Attribute::District),
            programme: value(Attribute::Programme),
        }
    }

    /// What a widget takes of it, as attributes with values; `theme` only where it is not `auto`.
    pub fn of(&self, widget: Widget) -> Vec<(Attribute, String)> {
        let theme = (self.theme != Theme::Auto).then(|| self.theme.tag().to_owned());
        let all = [
            (Attribute::Lang, self.lang.clone()),
            (Attribute::Theme, theme),
            (Attribute::Accent, self.accent.map(|it| it.to_string())),
            (Attribute::District, self.district.clone()),
            (Attribute::Programme, self.programme.clone()),
        ];
        let there = all
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        there.filter(|(name, _)| widget.takes(*name)).collect()
    }

    /// The fragment for a widget, without its mark: `lang=en&accent=0b6e4f`.
    pub fn write(&self, widget: Widget) -> String {
        let pairs: Vec<String> = self
            .of(widget)
            .iter()
            .map(|(name, value)| format!("{}={}", name.name(), value.trim_start_matches('#')))
            .collect();
        pairs.join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let options = Options {
            lang: Some("en".to_owned()),
            theme: Theme::Dark,
            accent: Colour::read("#0b6e4f"),
            district: Some("310115".to_owned()),
            programme: Some("sh_skill_upgrade".to_owned()),
        };
        let text = options.write(Widget::Courses);
        assert_eq!(text, "lang=en&theme=dark&accent=0b6e4f&district=310115");
        let back = Options::read("", &text);
        assert_eq!(back.programme, None);
        assert_eq!(back.district, options.district);
        assert_eq!(
            (back.lang, back.theme, back.accent),
            (options.lang, options.theme, options.accent)
        );
    }

    #[test]
    fn the_fragment_counts_for_more_than_the_query() {
        let options = Options::read("lang=zh-Hans&theme=light", "lang=en&accent=%230b6e4f");
        assert_eq!(options.lang.as_deref(), Some("en"));
        assert_eq!(options.theme, Theme::Light);
        assert_eq!(options.accent, Colour::read("0b6e4f"));
    }

    #[test]
    fn what_is_no_value_is_left_out() {
        let long = format!("programme={}", "a".repeat(65));
        for text in [
            "lang=fr&theme=blue&accent=red",
            "district=<b>&programme=a'b",
            "lang=en%22",
            &long,
        ] {
            assert_eq!(Options::read("", text), Options::default(), "{text}");
        }
        // A bad value in the fragment does not hide a good one in the query.
        let options = Options::read("theme=dark", "theme=<");
        assert_eq!(options.theme, Theme::Dark);
    }
}
