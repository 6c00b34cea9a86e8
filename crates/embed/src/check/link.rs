//! The link that the loader makes a frame of.

use super::{Fix, Look, Place, Report, Severity, What, loader};
use crate::FOLDER;
use crate::address::Address;
use crate::html::Tag;
use crate::near::nearest;
use crate::widget::{Attribute, Widget};

/// What the loader looks for.
pub const CLASS: &str = "bazhu-widget";

/// Whether it has the loader's class or leads to a widget of the site.
pub fn is_ours(look: &Look<'_>, tag: &Tag) -> bool {
    tag.has_class(CLASS)
        || tag
            .get("href")
            .and_then(|href| look.page.join(href))
            .is_some_and(|href| href.host == look.site.host && name_of(&href).is_some())
}

/// The last word of a widget's address.
pub fn name_of(address: &Address) -> Option<&str> {
    let name = address.path.strip_prefix(FOLDER)?.trim_end_matches('/');
    let other = name.is_empty() || name.contains('/') || name.ends_with(".js") || name == "check";
    (!other).then_some(name)
}

/// Says what is wrong with it; gives the address of its frame.
pub fn check(look: &Look<'_>, tag: &Tag, loaded: bool, report: &mut Report) -> Option<Address> {
    let place = Place::Html(tag.line);
    if loaded && !tag.has_class(CLASS) {
        let classes = tag.get("class").unwrap_or_default();
        let classes = format!("{classes} {CLASS}");
        let fix = Fix::Attribute(format!("class=\"{}\"", classes.trim()));
        report.add(Severity::Risk, place, What::LinkWithoutClass, fix);
        return None;
    }
    if tag.text.trim().is_empty() {
        report.add(Severity::Risk, place, What::LinkWithoutWords, Fix::None);
    }
    let href = tag.get("href").unwrap_or_default();
    let address = look.page.join(href);
    let widget = widget(look, href, address.as_ref(), place, "href", report)?;
    attributes(tag, widget, place, report);
    let address = address?;
    loader::mixed(look, &address, place, "href", report);
    loaded.then_some(address)
}

/// The widget of an address; says so where there is none.
pub fn widget(
    look: &Look<'_>,
    text: &str,
    address: Option<&Address>,
    place: Place,
    attribute: &str,
    report: &mut Report,
) -> Option<Widget> {
    let name = address.and_then(name_of);
    if let Some(widget) = name.and_then(Widget::of_name) {
        return Some(widget);
    }
    let names = || Widget::ALL.into_iter().map(Widget::name);
    let near = name.and_then(|name| nearest(name, names()));
    let fix = near.map_or(Fix::None, |near| {
        let address = look.site.with_path(&format!("{FOLDER}{near}"));
        Fix::Attribute(format!("{attribute}=\"{address}\""))
    });
    let what = What::UnknownWidget(text.to_owned(), near);
    report.add(Severity::Breaks, place, what, fix);
    None
}

/// Its `data-` attributes: names with a slip, values that are none, what changes nothing.
fn attributes(tag: &Tag, widget: Widget, place: Place, report: &mut Report) {
    let named = |name: &str| Attribute::ALL.into_iter().find(|it| it.name() == name);
    let given = tag.attributes.iter();
    let given = given.filter_map(|(name, value)| Some((name.strip_prefix("data-")?, value)));
    for (name, value) in given {
        let Some(attribute) = named(name) else {
            // Others' attributes are none of ours.
            let names = Attribute::ALL.into_iter().map(Attribute::name);
            if let Some(near) = nearest(name, names) {
                let what = What::UnknownAttribute(format!("data-{name}"), near);
                let fix = Fix::Attribute(format!("data-{near}=\"{value}\""));
                report.add(Severity::Risk, place, what, fix);
            }
            continue;
        };
        if !attribute.allows(value) {
            let what = What::BadValue(attribute.name(), value.clone());
            report.add(Severity::Risk, place, what, Fix::None);
        } else if !widget.takes(attribute) {
            let what = What::NotTaken(attribute.name());
            report.add(Severity::Note, place, what, Fix::None);
        }
    }
}
