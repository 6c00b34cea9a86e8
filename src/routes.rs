//! The table of routes: which page an address names.
//!
//! To add a page: a variant here, a line in [`Route::of`], a line in `app.rs`, a file in `pages/`.

/// A page, with what its address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/check`: one question at a time. The fragment names the question.
    Check,
    /// `/result`: what may be claimed. The fragment may carry shared answers.
    Result,
    /// `/programmes`
    Programmes,
    /// `/programmes/:id`
    Programme(String),
    /// `/levels`
    Levels,
    /// `/loan`
    Loan,
    /// `/courses`: search and filters are in the fragment.
    Courses,
    /// `/courses/compare`: the fragment names up to three.
    Compare,
    /// `/courses/:id`
    Course(String),
    /// `/occupations`
    Occupations,
    /// `/occupations/:code`
    Occupation(String),
    /// `/majors/:code`
    Major(String),
    /// `/pathways`
    Pathways,
    /// `/institutions`
    Institutions,
    /// `/malan`: the start-up guide. What is unfolded is in the fragment.
    Malan,
    /// `/honours`: filters are in the fragment.
    Honours,
    /// `/honours/:id`
    Honour(String),
    /// `/employers`
    Employers,
    /// `/shortage`
    Shortage,
    /// `/pillars`
    Pillars,
    /// `/about`
    About,
    /// `/whats-new`
    WhatsNew,
    /// `/enquiry`: asking for a call. The fragment may name a course or a programme.
    Enquiry,
    /// `/enquiry/:receipt`
    Receipt(String),
    /// `/operator`
    Operator,
    /// `/embed`: how a widget comes onto another page.
    Embed,
    /// `/embed/check`: what another page's headers and markup would break.
    EmbedCheck,
    /// `/embed/:name`: a widget, in a frame of another page.
    Widget(String),
    /// Anything else.
    Missing,
}

impl Route {
    /// The page of a path (without query and fragment).
    pub fn of(path: &str) -> Route {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Route::Home,
            (Some("check"), None, _) => Route::Check,
            (Some("result"), None, _) => Route::Result,
            (Some("programmes"), None, _) => Route::Programmes,
            (Some("programmes"), Some(id), None) => Route::Programme(id.to_owned()),
            (Some("levels"), None, _) => Route::Levels,
            (Some("loan"), None, _) => Route::Loan,
            (Some("courses"), None, _) => Route::Courses,
            (Some("courses"), Some("compare"), None) => Route::Compare,
            (Some("courses"), Some(id), None) => Route::Course(id.to_owned()),
            (Some("occupations"), None, _) => Route::Occupations,
            (Some("occupations"), Some(code), None) => Route::Occupation(code.to_owned()),
            (Some("majors"), Some(code), None) => Route::Major(code.to_owned()),
            (Some("pathways"), None, _) => Route::Pathways,
            (Some("institutions"), None, _) => Route::Institutions,
            (Some("malan"), None, _) => Route::Malan,
            (Some("honours"), None, _) => Route::Honours,
            (Some("honours"), Some(id), None) => Route::Honour(id.to_owned()),
            (Some("employers"), None, _) => Route::Employers,
            (Some("shortage"), None, _) => Route::Shortage,
            (Some("pillars"), None, _) => Route::Pillars,
            (Some("about"), None, _) => Route::About,
            (Some("whats-new"), None, _) => Route::WhatsNew,
            (Some("enquiry"), None, _) => Route::Enquiry,
            (Some("enquiry"), Some(receipt), None) => Route::Receipt(receipt.to_owned()),
            (Some("operator"), None, _) => Route::Operator,
            (Some("embed"), None, _) => Route::Embed,
            (Some("embed"), Some("check"), None) => Route::EmbedCheck,
            (Some("embed"), Some(name), None) => Route::Widget(name.to_owned()),
            _ => Route::Missing,
        }
    }

    /// Whether it is a page of its own in a frame: no menu, no links within the app, nothing kept.
    pub fn is_framed(&self) -> bool {
        matches!(self, Route::Widget(_))
    }
}

/// The value of `key` in a fragment or query like `v=1&a=x`. Values are taken as they are
/// written: the app writes only characters that need no escape.
pub fn value_of<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| *name == key)
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_names_a_page() {
        assert_eq!(Route::of("/"), Route::Home);
        assert_eq!(Route::of("/check/"), Route::Check);
        assert_eq!(Route::of("/result"), Route::Result);
        assert_eq!(Route::of("/programmes"), Route::Programmes);
        assert_eq!(
            Route::of("/programmes/care_entry"),
            Route::Programme("care_entry".to_owned())
        );
        assert_eq!(Route::of("/embed"), Route::Embed);
        assert_eq!(Route::of("/embed/check"), Route::EmbedCheck);
        assert_eq!(Route::of("/embed/loan"), Route::Widget("loan".to_owned()));
        assert!(Route::of("/embed/loan").is_framed() && !Route::of("/embed").is_framed());
        assert_eq!(Route::of("/programmes/a/b"), Route::Missing);
        assert_eq!(Route::of("/check/x"), Route::Missing);
        assert_eq!(Route::of("/index.php"), Route::Missing);
    }

    #[test]
    fn a_fragment_gives_its_values() {
        assert_eq!(value_of("v=12ab&a=residence:shanghai", "v"), Some("12ab"));
        assert_eq!(
            value_of("v=12ab&a=residence:shanghai", "a"),
            Some("residence:shanghai")
        );
        assert_eq!(value_of("main", "v"), None);
    }
}
