//! Colours stand in style/ only, as tokens; and no `style` attributes, which the content security
//! policy refuses.

use crate::fault::Outcome;
use crate::project::{Project, files_under};

/// Every colour outside style/, and every inline style.
pub fn check(project: &Project) -> Outcome<Vec<String>> {
    let mut files = files_under(&project.root.join("src"))?;
    files.push(project.root.join("index.html"));
    let mut wrong = Vec::new();
    for file in files.iter().filter(|file| file.is_file()) {
        let name = file.strip_prefix(&project.root).unwrap_or(file);
        for (index, line) in super::text(file)?.lines().enumerate() {
            let place = format!("{}:{}", name.display(), index + 1);
            // The browser's own frame takes its colour from here, before any style is read.
            if line.contains("theme-color") {
                continue;
            }
            if let Some(colour) = colour(line) {
                wrong.push(format!("{place}: `{colour}` belongs in style/, as a token"));
            }
            if line.contains(" style=") {
                wrong.push(format!(
                    "{place}: the page's policy refuses `style=`; use a class or `style:property`"
                ));
            }
        }
    }
    Ok(wrong)
}

/// The first colour that a line names other than by one of our tokens.
fn colour(line: &str) -> Option<String> {
    const FUNCTIONS: [&str; 7] = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "lab(", "lch("];
    if line.trim_start().starts_with("//") {
        return None;
    }
    let function = FUNCTIONS.iter().find(|name| calls(line, name));
    if let Some(name) = function {
        return Some((*name).to_owned());
    }
    line.split(|c: char| c.is_whitespace() || "\"'`;,<>(){}".contains(c))
        .find(|word| is_hex(word) || is_palette(word))
        .map(str::to_owned)
}

/// Whether a line calls a function of that name, rather than one whose name ends with it.
fn calls(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// `#FBFAF7` and the like; `#add` may be a place on a page, `#0af` may not.
fn is_hex(word: &str) -> bool {
    word.split(['#', ':', '=', '[', ']'])
        .skip(usize::from(!word.starts_with('#')))
        .any(|digits| {
            word.contains(&format!("#{digits}"))
                && digits.bytes().all(|b| b.is_ascii_hexdigit())
                && match digits.len() {
                    3 | 4 => digits.bytes().any(|b| b.is_ascii_digit()),
                    6 | 8 => true,
                    _ => false,
                }
        })
}

/// A class from Tailwind's own palette: `text-slate-500`, `dark:bg-white`.
fn is_palette(word: &str) -> bool {
    const NAMES: [&str; 22] = [
        "slate", "gray", "zinc", "neutral", "stone", "red", "orange", "amber", "yellow", "lime",
        "green", "emerald", "teal", "cyan", "sky", "blue", "indigo", "violet", "purple", "fuchsia",
        "pink", "rose",
    ];
    const USES: [&str; 8] = [
        "text", "bg", "border", "fill", "stroke", "outline", "ring", "divide",
    ];
    let class = word.rsplit(':').next().unwrap_or(word);
    let mut parts = class.split(['-', '/']);
    let uses = parts.next().is_some_and(|first| USES.contains(&first));
    let (name, shade) = (parts.next().unwrap_or_default(), parts.next());
    let numbered = shade.is_some_and(|shade| shade.parse::<u16>().is_ok());
    uses && (matches!(name, "white" | "black") || NAMES.contains(&name) && numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_found_and_tokens_let_be() {
        for line in [
            r##"fill="#FBFAF7""##,
            r##"class="bg-[#0af]""##,
            "color: rgb(1, 2, 3)",
            r#"class="p-4 dark:text-slate-500""#,
            r#"class="hover:bg-white""#,
            r#"class="bg-black/50""#,
        ] {
            assert!(colour(line).is_some(), "{line}");
        }
        for line in [
            r##"href="#add""##,
            r##"href="#result""##,
            r#"class="bg-amber text-amber-mist""#,
            "#[component]",
            "// was #FBFAF7",
            "let label(x) = tab(1);",
            "fn in_rgb(x: u8) {",
        ] {
            assert_eq!(colour(line), None, "{line}");
        }
    }
}
