//! `bazhu plain`.

use crate::run::{PACK, bazhu, folder};
use std::fs;

fn pages(name: &str) -> impl Fn(&str) -> String {
    let folder = folder(name);
    let said = bazhu(&["plain", PACK, "-o", folder.to_str().unwrap()]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    assert_eq!(said.stdout, format!("{}: 11 files\n", folder.display()));
    move |path| fs::read_to_string(folder.join(path)).unwrap()
}

#[test]
fn every_programme_has_a_page_in_both_languages() {
    let page = pages("plain-all");
    let (zh, en) = (page("index.html"), page("en/index.html"));
    for (id, chinese, english) in [
        ("course", "培训补贴", "Course grant"),
        ("rent", "房租补贴", "Rent grant"),
        ("bonus", "奖励", "Bonus"),
        ("exam", "能考几级", "Levels to sit"),
    ] {
        assert!(
            zh.contains(&format!("<a href=\"{id}.html\">{chinese}</a>")),
            "{zh}"
        );
        assert!(
            en.contains(&format!("<a href=\"{id}.html\">{english}</a>")),
            "{en}"
        );
        assert!(page(&format!("{id}.html")).contains(&format!("<h1>{chinese}</h1>")));
        assert!(page(&format!("en/{id}.html")).contains(&format!("<h1>{english}</h1>")));
    }
    assert!(zh.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    assert!(
        en.contains("<html lang=\"en\">")
            && en.contains("href=\"../plain.css\"")
            && en.contains("href=\"../index.html\"")
    );
}

#[test]
fn a_page_says_what_how_much_on_what_conditions_and_where() {
    let page = pages("plain-whole");
    let zh = page("course.html");
    for text in [
        "<th scope=\"row\">五级 ",
        "</th><td class=\"value\">1,000\u{a0}元</td>",
        "v2025 · 2025年1月1日起 至2026年12月31日",
        "参保满 12 个月",
        "第一条",
        "核发后 12 个月内申请",
        "身份证",
        "学生证",
        "（仅限 状况：学生）",
        "到示例局办理。",
        "培训补贴与房租补贴只能领一项。",
        "每年合计不超过 2,000 元。",
        "官方原文",
        "<span class=\"unconfirmed\">待核实</span>",
        "示〔2025〕1号",
        "<a href=\"tel:00000\">00000</a>",
        "2026年1月1日核对",
    ] {
        assert!(zh.contains(text), "{text}\n{zh}");
    }
    let en = page("en/course.html");
    for text in [
        "from 1 January 2025 until 31 December 2026",
        "Insured for 12 months",
        " (only for Status: Student)",
        "unconfirmed",
        "Example office",
    ] {
        assert!(en.contains(text), "{text}\n{en}");
    }
    assert!(
        page("rent.html")
            .contains("2025年1月1日起 <span class=\"unconfirmed\">待核实</span> 至2026年12月31日")
    );
    let exam = page("exam.html");
    assert!(exam.contains("<li>5 级：参保 6 个月"), "{exam}");
}

#[test]
fn texts_are_escaped_and_there_is_no_script_and_no_inline_style() {
    let page = pages("plain-escaped");
    let en = page("en/course.html");
    assert!(
        en.contains("&quot;A &amp; B&quot; &lt;ask the hotline&gt;"),
        "{en}"
    );
    assert!(en.contains("Example notice &lt;1st edition&gt;"));
    assert!(en.contains("<a href=\"https://example.org/notice?a=1&amp;b=2\" rel=\"noreferrer\">"));
    for path in ["index.html", "course.html", "en/index.html", "en/exam.html"] {
        let text = page(path);
        assert!(
            !text.contains("<script")
                && !text.contains("style=")
                && !text.contains("<style")
                && !text.contains("javascript:"),
            "{path}"
        );
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    let folder = folder("plain-links");
    bazhu(&["plain", PACK, "-o", folder.to_str().unwrap()]);
    for (path, base) in [
        ("index.html", folder.clone()),
        ("course.html", folder.clone()),
        ("en/rent.html", folder.join("en")),
    ] {
        let text = fs::read_to_string(folder.join(path)).unwrap();
        for link in text
            .split("href=\"")
            .skip(1)
            .filter_map(|it| it.split('"').next())
        {
            if link.starts_with("http") || link.starts_with("tel:") {
                continue;
            }
            match link.strip_prefix('#') {
                Some(id) => assert!(text.contains(&format!("id=\"{id}\"")), "{path}: {link}"),
                None => assert!(base.join(link).is_file(), "{path}: {link}"),
            }
        }
    }
}
