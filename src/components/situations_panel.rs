//! Several named situations on one device, and the button that clears them all.

use crate::state::site::Site;
use crate::state::situations::{MAX, Situation};
use crate::texts::check as t;
use crate::ui::prelude::*;
use web_sys::SubmitEvent;

/// Lists, renames, adds, deletes situations.
pub fn situations_panel(site: Site) -> impl IntoView {
    let lang = site.lang();
    let count = Memo::new(move |_| site.situations.read().list().len());
    let current = Memo::new(move |_| site.situations.read().index());
    let lines = move || {
        // A list of one says nothing.
        if count.get() < 2 {
            return View::default();
        }
        let all = site.situations.read();
        let current = all.index();
        let list = all.list().iter().enumerate();
        list.map(|(index, situation)| line(site, index, situation, index == current))
            .collect_view()
    };
    let add = move |_| {
        site.change(|all| {
            all.add_blank();
        });
        site.router.go("/check");
    };
    let full = move || count.get() >= MAX;
    view! {
        <details class="card situations">
            <summary>
                <h2>{t::situations_title(lang)}</h2>
            </summary>
            <p class="help">{t::situations_help(lang)}</p>
            <ul class="status-list">{lines}</ul>
            {move || {
                // The field follows when another situation becomes current.
                current.get();
                name_form(site)
            }}
            <p class="row">
                <button type="button" class="button" disabled=full on:click=add>
                    {t::situation_new(lang)}
                </button>
            </p>
            {clear_all(site)}
        </details>
    }
}

fn name_of(site: Site, index: usize, situation: &Situation) -> String {
    match situation.name.as_str() {
        "" => t::situation_nth(site.lang(), index + 1),
        name => name.to_owned(),
    }
}

fn line(site: Site, index: usize, situation: &Situation, current: bool) -> impl IntoView + use<> {
    let lang = site.lang();
    let name = name_of(site, index, situation);
    let choose = move |_| site.change(|all| all.choose(index));
    let delete = move |_| site.change(|all| all.remove(index));
    let (use_label, delete_label) = (
        t::situation_use_of(lang, &name),
        t::situation_delete_of(lang, &name),
    );
    let choose = match current {
        true => view! { <span class="badge jade">{t::situation_current(lang)}</span> }.into_any(),
        false => view! {
            <button type="button" class="button quiet" aria-label=use_label on:click=choose>
                {t::situation_use(lang)}
            </button>
        }
        .into_any(),
    };
    view! {
        <li>
            <span>{name} " · " {t::answered(lang, situation.answers.len())}</span>
            <span class="row">
                {choose}
                <button type="button" class="button quiet" aria-label=delete_label on:click=delete>
                    {t::situation_delete(lang)}
                </button>
            </span>
        </li>
    }
}

fn name_form(site: Site) -> impl IntoView {
    let lang = site.lang();
    let name = site
        .situations
        .with_untracked(|all| all.current().name.clone());
    let text = RwSignal::new(name);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let name = text.get_untracked().trim().to_owned();
        site.change_current(|now| now.name = name);
    };
    view! {
        <form on:submit=submit>
            <label class="field-label" for="situation-name">
                {t::situation_name(lang)}
            </label>
            <span class="with-unit">
                <input
                    id="situation-name"
                    maxlength="30"
                    autocomplete="off"
                    prop:value=text
                    on:input:target=move |event| text.set(event.target().value())
                />
                <button class="button" type="submit">
                    {t::situation_save(lang)}
                </button>
            </span>
        </form>
    }
}

/// Clears everything, after asking once more.
fn clear_all(site: Site) -> impl IntoView {
    let lang = site.lang();
    let asking = RwSignal::new(false);
    let done = RwSignal::new(false);
    let clear = move |_| {
        site.clear();
        asking.set(false);
        done.set(true);
        site.router.go("/check");
    };
    let body = move || match asking.get() {
        true => view! {
            <div class="sure" role="alert">
                <p>{t::clear_sure(lang)}</p>
                <p class="row">
                    <button type="button" class="button danger" on:click=clear>
                        {t::clear_yes(lang)}
                    </button>
                    <button type="button" class="button" on:click=move |_| asking.set(false)>
                        {t::clear_no(lang)}
                    </button>
                </p>
            </div>
        }
        .into_any(),
        false => view! {
            <button type="button" class="button quiet danger" on:click=move |_| asking.set(true)>
                {t::clear_all(lang)}
            </button>
        }
        .into_any(),
    };
    view! {
        {body}
        <p role="status">{move || done.get().then(|| t::cleared(lang))}</p>
    }
}
