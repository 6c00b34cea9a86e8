//! The site's two languages.

use pack::model::Text;

/// A language of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文, the first.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The tag of the `lang` attribute and of storage.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-Hans",
            Lang::En => "en",
        }
    }

    /// The language of a tag: `zh-Hans` and `en` as [`Lang::tag`] gives them, or as people
    /// write them (`zh`, `zh-CN`, `en-GB`).
    pub fn of_tag(tag: &str) -> Option<Lang> {
        match tag.get(..2)? {
            "zh" => Some(Lang::Zh),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The other one.
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// The text in this language.
    pub fn pick(self, text: &Text) -> &str {
        match self {
            Lang::Zh => &text.zh,
            Lang::En => &text.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_a_language() {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(Lang::of_tag(lang.tag()), Some(lang));
        }
        assert_eq!(Lang::of_tag("zh"), Some(Lang::Zh));
        assert_eq!(Lang::of_tag("en-GB"), Some(Lang::En));
        for other in ["", "e", "中文", "fr"] {
            assert_eq!(Lang::of_tag(other), None, "{other}");
        }
    }
}
