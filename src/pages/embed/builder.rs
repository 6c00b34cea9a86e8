//! `/embed`: choose a widget, see it, copy the lines.
//!
//! What is chosen stands in the fragment, so that a reload, the other language and a link keep it.

use super::code::code;
use super::fields::{chips, line, select};
use crate::browser::{frame, history};
use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::lang::Lang;
use crate::routes::{Route, value_of};
use crate::state::rules_pack::Progress;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::{embed as t, widgets};
use crate::ui::prelude::*;
use embed::address::Address;
use embed::colour::{Colour, Ground, Palette};
use embed::snippet::{Snippet, frame_source, loader, script_source};
use embed::{Attribute, INTEGRITY, LOADER, Options, Theme, Widget};
use rules::program::Kind;

/// The longest text of a link.
const MOST_WORDS: usize = 60;

/// What is chosen. A copy is a handle.
#[derive(Clone, Copy)]
struct Choice {
    site: Site,
    address: StoredValue<Address>,
    widget: RwSignal<Widget>,
    lang: RwSignal<String>,
    theme: RwSignal<Theme>,
    /// As typed.
    accent: RwSignal<String>,
    district: RwSignal<String>,
    programme: RwSignal<String>,
    /// As typed; empty for the widget's own name.
    words: RwSignal<String>,
}

impl Choice {
    fn read(site: Site, address: Address) -> Choice {
        let fragment = site.router.fragment.get_untracked();
        let options = Options::read("", &fragment);
        let widget = value_of(&fragment, "widget").and_then(Widget::of_name);
        let words = value_of(&fragment, "words").map_or_else(String::new, history::decode);
        let accent = value_of(&fragment, "accent").map_or_else(String::new, history::decode);
        Choice {
            site,
            address: StoredValue::new(address),
            widget: RwSignal::new(widget.unwrap_or(Widget::Subsidy)),
            lang: RwSignal::new(options.lang.unwrap_or_default()),
            theme: RwSignal::new(options.theme),
            accent: RwSignal::new(accent),
            district: RwSignal::new(options.district.unwrap_or_default()),
            programme: RwSignal::new(options.programme.unwrap_or_default()),
            words: RwSignal::new(words),
        }
    }

    /// The page's own fragment.
    fn write(self) -> String {
        let mut text = format!("widget={}", self.widget.get().name());
        let pairs = [
            ("lang", self.lang.get()),
            ("theme", self.theme.get().tag().to_owned()),
            ("accent", history::encode(&self.accent.get())),
            ("district", self.district.get()),
            ("programme", self.programme.get()),
            ("words", history::encode(&self.words.get())),
        ];
        for (name, value) in pairs {
            if !value.is_empty() && value != "auto" {
                text.push_str(&format!("&{name}={value}"));
            }
        }
        text
    }

    fn options(self) -> Options {
        let there = |text: String| (!text.is_empty()).then_some(text);
        Options {
            lang: there(self.lang.get()),
            theme: self.theme.get(),
            accent: Colour::read(self.accent.get().trim()),
            district: there(self.district.get()),
            programme: there(self.programme.get()),
        }
    }

    /// The link's words: those typed, or the widget's name in its language.
    fn words(self) -> String {
        let typed = self.words.get();
        let typed: String = typed.trim().chars().take(MOST_WORDS).collect();
        if !typed.is_empty() {
            return typed;
        }
        let lang = Lang::of_tag(&self.lang.get()).unwrap_or_else(|| self.site.lang());
        name(lang, self.widget.get()).to_owned()
    }

    fn with_snippet(self, then: impl Fn(&Snippet<'_>) -> String) -> String {
        let (options, words) = (self.options(), self.words());
        self.address.with_value(|site| {
            then(&Snippet {
                site,
                widget: self.widget.get(),
                options: &options,
                words: &words,
            })
        })
    }
}

/// A widget's name.
fn name(lang: Lang, widget: Widget) -> &'static str {
    match widget {
        Widget::Subsidy => widgets::subsidy(lang),
        Widget::Levels => widgets::levels(lang),
        Widget::Courses => widgets::courses(lang),
        Widget::Malan => widgets::malan(lang),
        Widget::Honours => widgets::honours(lang),
        Widget::Loan => widgets::loan(lang),
    }
}

/// The page.
pub fn builder(site: Site, address: Address) -> impl IntoView {
    let lang = site.lang();
    let choice = Choice::read(site, address);
    Effect::new(move |before: Option<String>| {
        let now = choice.write();
        let changed = before.is_some_and(|before| before != now);
        if changed && site.router.route.get_untracked() == Route::Embed {
            site.router.replace(&format!("/embed#{now}"));
        }
        now
    });
    view! {
        <div class="page embed">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            <div class="columns">
                <div class="first">
                    <section class="card" aria-labelledby="settings">
                        <h2 id="settings">{t::settings(lang)}</h2>
                        {settings(choice)}
                    </section>
                </div>
                <div class="second">{preview(choice)}</div>
            </div>
            {lines(choice)}
        </div>
    }
}

fn settings(choice: Choice) -> impl IntoView {
    let lang = choice.site.lang();
    let themes = [
        (Theme::Auto, t::as_page(lang)),
        (Theme::Light, t::light(lang)),
        (Theme::Dark, t::dark(lang)),
    ];
    let languages = [
        (String::new(), t::as_page(lang)),
        (Lang::Zh.tag().to_owned(), t::chinese(lang)),
        (Lang::En.tag().to_owned(), t::english(lang)),
    ];
    let of_widget = move || {
        let widget = choice.widget.get();
        let district = widget.takes(Attribute::District).then(|| district(choice));
        let programme = widget
            .takes(Attribute::Programme)
            .then(|| programme(choice));
        (district, programme)
    };
    let problem = Memo::new(move |_| {
        let typed = choice.accent.get();
        let wrong = !typed.trim().is_empty() && Colour::read(typed.trim()).is_none();
        wrong.then(|| t::accent_wrong(lang).to_owned())
    });
    view! {
        {chips(t::which(lang), choice.widget, Widget::ALL.map(|it| (it, name(lang, it))).to_vec())}
        {chips(t::language(lang), choice.lang, languages.to_vec())}
        {chips(t::colours(lang), choice.theme, themes.to_vec())}
        {line("accent", t::accent(lang), t::accent_help(lang), choice.accent, problem)}
        {move || moved(lang, choice)}
        {of_widget}
        {line("words", t::words(lang), t::words_help(lang), choice.words, Memo::new(|_| None))}
    }
}

/// That the accent has to be another one to be read.
fn moved(lang: Lang, choice: Choice) -> Option<impl IntoView> {
    let accent = Colour::read(choice.accent.get().trim())?;
    // The tokens of this page's colours, and those of the other.
    let of = |theme: Theme| {
        let read = |name: &str| Colour::read(&frame::token_of(theme.tag(), name));
        let ground = Ground {
            paper: read("--paper")?,
            card: read("--card")?,
        };
        Some(Palette::of(accent, ground).main)
    };
    let (light, dark) = (of(Theme::Light)?, of(Theme::Dark)?);
    let differs = light != accent || dark != accent;
    differs.then(|| {
        let text = t::accent_moved(lang, &light.to_string(), &dark.to_string());
        view! { <p class="help small">{text}</p> }
    })
}

fn district(choice: Choice) -> View {
    let lang = choice.site.lang();
    with_books(choice.site, &[Part::Places], move |books| {
        let districts = books.places()?.districts.iter();
        let options = districts.map(|it| (it.code.clone(), it.name.clone()));
        let options = options.collect();
        Some(
            select(
                "district",
                t::district(lang),
                choice.district,
                options,
                lang,
            )
            .into_any(),
        )
    })
}

fn programme(choice: Choice) -> View {
    let lang = choice.site.lang();
    let region = move || {
        let Progress::Ready(loaded) = choice.site.pack.get() else {
            return View::default();
        };
        let pack = &loaded.pack;
        let all = pack.program.programmes.iter().zip(&pack.programmes);
        // Levels are no programme to claim from.
        let all = all.filter(|(code, _)| code.kind != Kind::Levels);
        let options = all.map(|(code, text)| (code.id.clone(), lang.pick(&text.title).to_owned()));
        let options = options.collect();
        select(
            "programme",
            t::programme(lang),
            choice.programme,
            options,
            lang,
        )
        .into_any()
    };
    region.into_view()
}

/// The widget as it will be, by the loader itself.
fn preview(choice: Choice) -> impl IntoView {
    frame::load_once(LOADER);
    let lang = choice.site.lang();
    let snippet = Memo::new(move |_| (choice.options(), choice.widget.get(), choice.words()));
    let widget = move || {
        let (options, widget, words) = snippet.get();
        let of = |attribute: Attribute| {
            let all = options.of(widget);
            let found = all.into_iter().find(|(it, _)| *it == attribute);
            found.map(|(_, value)| value)
        };
        // The page around decides, as it does elsewhere.
        let lang = of(Attribute::Lang);
        view! {
            <a
                class="bazhu-widget"
                href=format!("/embed/{}", widget.name())
                data-lang=lang
                data-theme=of(Attribute::Theme)
                data-accent=of(Attribute::Accent)
                data-district=of(Attribute::District)
                data-programme=of(Attribute::Programme)
            >
                {words}
            </a>
        }
    };
    view! {
        <section class="preview">
            <h2 id="preview">{t::preview(lang)}</h2>
            <div class="host">{widget}</div>
        </section>
    }
}

/// Everything to copy.
fn lines(choice: Choice) -> impl IntoView {
    let lang = choice.site.lang();
    let with_loader = Memo::new(move |_| {
        let link = choice.with_snippet(|it| it.link());
        let loader = choice.address.with_value(loader);
        format!("{link}\n{loader}")
    });
    let plain = Memo::new(move |_| choice.with_snippet(|it| it.frame()));
    let policy = Memo::new(move |_| {
        choice.address.with_value(|site| {
            let (script, frame) = (script_source(site), frame_source(site));
            format!("script-src {script};\nframe-src {frame};")
        })
    });
    view! {
        <section class="card" aria-labelledby="code">
            <h2 id="code">{t::code(lang)}</h2>
            <h3>{t::with_loader(lang)}</h3>
            <p class="help">{t::with_loader_help(lang)}</p>
            {code(lang, t::with_loader(lang), with_loader)}
            <h3>{t::plain_frame(lang)}</h3>
            <p class="help">{t::plain_frame_help(lang)}</p>
            {code(lang, t::plain_frame(lang), plain)}
            <p class="help small">{t::unlisted(lang)}</p>
        </section>
        <section class="card" aria-labelledby="policy">
            <h2 id="policy">{t::policy(lang)}</h2>
            <p class="help">{t::policy_help(lang)}</p>
            {code(lang, t::policy(lang), policy)}
            <p class="row">
                <a class="button" href="/embed/check">
                    {t::to_check(lang)} {icon(Icon::Right)}
                </a>
            </p>
        </section>
        <section class="card" aria-labelledby="hash">
            <h2 id="hash">{t::hash(lang)}</h2>
            <p class="help">{t::hash_help(lang)}</p>
            {code(lang, t::hash(lang), Memo::new(|_| INTEGRITY.to_owned()))}
        </section>
        <section class="card" aria-labelledby="event">
            <h2 id="event">{t::result(lang)}</h2>
            <p class="help">{t::result_help(lang)}</p>
            {code(lang, t::result(lang), Memo::new(|_| EVENT.to_owned()))}
        </section>
    }
}

/// How a page listens; docs/embedding.md says what stands in `detail`.
const EVENT: &str = "document.addEventListener('bazhu:result', function (event) {
  console.log(event.target.href, event.detail);
});";
