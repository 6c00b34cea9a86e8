//! One thing that the check found, in words.

use super::code::code;
use crate::components::icon::{Icon, icon};
use crate::components::words::comma;
use crate::lang::Lang;
use crate::texts::embed as t;
use crate::ui::prelude::*;
use embed::check::{Finding, Fix, Place, Severity, What};

/// What it is, how bad, where, and what to write.
pub fn finding(lang: Lang, finding: &Finding) -> impl IntoView + use<> {
    let (class, sign, word) = match finding.severity {
        Severity::Breaks => ("badge rust", Icon::Cross, t::is_break(lang)),
        Severity::Risk => ("badge amber", Icon::Info, t::is_risk(lang)),
        Severity::Note => ("badge plain", Icon::Dash, t::is_note(lang)),
    };
    let place = place_words(lang, finding.place);
    view! {
        <li>
            <p class="marks">
                <span class=class>{icon(sign)} {word}</span>
                <span class="muted small">{place}</span>
            </p>
            <p>{what(lang, &finding.what)}</p>
            {fix(lang, &finding.fix)}
        </li>
    }
}

/// Where something stands.
pub fn place_words(lang: Lang, place: Place) -> String {
    match place {
        Place::Headers(line) => t::in_headers(lang, line),
        Place::Html(line) => t::in_html(lang, line),
        Place::Missing => String::new(),
    }
}

fn fix(lang: Lang, fix: &Fix) -> View {
    let (words, text) = match fix {
        Fix::None => return View::default(),
        Fix::Without(name) => {
            return view! { <p>{t::fix_without(lang, name)}</p> }.into_any();
        }
        Fix::Directive(text) => (t::fix_directive(lang), text.clone()),
        Fix::Attribute(text) => (t::fix_attribute(lang), text.clone()),
        Fix::Line(text) => (t::fix_line(lang), text.clone()),
    };
    view! {
        <p class="small">{words}</p>
        {code(lang, words, Memo::new(move |_| text.clone()))}
    }
    .into_any()
}

fn what(lang: Lang, what: &What) -> String {
    match what {
        What::ScriptBlocked(directive) => t::script_blocked(lang, directive),
        What::NonceMissing(directive) => t::nonce_missing(lang, directive),
        What::FrameBlocked(directive) => t::frame_blocked(lang, directive),
        What::WouldBlock(directive) => t::would_block(lang, directive),
        What::BadSource(word, Some(meant)) => t::bad_source_meant(lang, word, meant),
        What::BadSource(word, None) => t::bad_source(lang, word),
        What::PageSandbox(flags) => t::page_sandbox(lang, flags.join(comma(lang))),
        What::UnknownWidget(address, _) => t::unknown_widget(lang, address),
        What::MixedContent(address) => t::mixed_content(lang, address),
        What::ScriptType(kind) => t::script_type(lang, kind),
        What::UnknownScript(address) => t::unknown_script(lang, address),
        What::UnknownAttribute(given, near) => t::unknown_attribute(lang, given, near),
        What::BadValue(name, value) => t::bad_value(lang, name, value),
        What::NotTaken(name) => t::not_taken(lang, name),
        What::Harmless(name) => t::harmless(lang, name),
        What::Provided(name) => t::provided(lang, name),
        other => fixed(lang, other).to_owned(),
    }
}

/// What has no values to say.
fn fixed(lang: Lang, what: &What) -> &'static str {
    match what {
        What::IntegrityDemanded => t::integrity_demanded(lang),
        What::FrameWithoutScripts => t::frame_without_scripts(lang),
        What::FrameWithoutPopups => t::frame_without_popups(lang),
        What::FrameKeepsPopups => t::frame_keeps_popups(lang),
        What::FrameSameOrigin => t::frame_same_origin(lang),
        What::FrameCsp => t::frame_csp(lang),
        What::FrameUntitled => t::frame_untitled(lang),
        What::WrongHash => t::wrong_hash(lang),
        What::OtherHash => t::other_hash(lang),
        What::NoHash => t::no_hash(lang),
        What::NoCrossorigin => t::no_crossorigin(lang),
        What::Credentials => t::credentials(lang),
        What::NoLoader => t::no_loader(lang),
        What::NoLink => t::no_link(lang),
        What::LinkWithoutClass => t::link_without_class(lang),
        What::LinkWithoutWords => t::link_without_words(lang),
        _ => t::unread(lang),
    }
}
