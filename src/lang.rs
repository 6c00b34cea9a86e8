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

    /// The language of a tag that [`Lang::tag`] gave.
    pub fn of_tag(tag: &str) -> Option<Lang> {
        [Lang::Zh, Lang::En]
            .into_iter()
            .find(|lang| lang.tag() == tag)
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
