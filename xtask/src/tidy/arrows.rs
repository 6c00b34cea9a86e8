//! Dependencies between our crates go one way, and the app carries nothing heavy.

use crate::fault::Outcome;
use crate::project::Project;
use crate::run::read;

/// Each package, its manifest and the packages of ours that it may know.
const ARROWS: [(&str, &str, &[&str]); 15] = [
    ("rules", "crates/rules/Cargo.toml", &[]),
    ("pack", "crates/pack/Cargo.toml", &["rules"]),
    (
        "catalogue",
        "crates/catalogue/Cargo.toml",
        &["pack", "rules"],
    ),
    ("report", "crates/report/Cargo.toml", &["pack", "rules"]),
    ("site", "crates/site/Cargo.toml", &[]),
    ("api", "crates/api/Cargo.toml", &[]),
    (
        "server",
        "crates/server/Cargo.toml",
        &["api", "catalogue", "pack", "report", "rules", "site"],
    ),
    (
        "cli",
        "crates/cli/Cargo.toml",
        &[
            "api",
            "catalogue",
            "pack",
            "report",
            "rules",
            "server",
            "sheets",
            "site",
        ],
    ),
    ("sheets", "crates/sheets/Cargo.toml", &[]),
    (
        "staff",
        "crates/staff/Cargo.toml",
        &["pack", "rules", "sheets"],
    ),
    (
        "staff-worker",
        "crates/staff-worker/Cargo.toml",
        &["pack", "rules", "staff"],
    ),
    ("markup", "crates/markup/Cargo.toml", &[]),
    (
        "app",
        "Cargo.toml",
        &[
            "api",
            "catalogue",
            "embed",
            "markup",
            "pack",
            "rules",
            "staff",
        ],
    ),
    ("embed", "crates/embed/Cargo.toml", &[]),
    ("xtask", "xtask/Cargo.toml", &["embed", "site"]),
];

/// Crates that must not reach the browser, and what they would cost (brotli) or why not.
const TOO_HEAVY: [(&str, &str); 8] = [
    ("regex", "186 kB"),
    ("url", "60 kB"),
    ("jiff", "42 kB"),
    ("serde_json", "20 kB"),
    ("chrono", "13 kB"),
    ("fluent-bundle", "46 kB"),
    ("toml", "the browser reads the compact form only"),
    (
        "annotate-snippets",
        "the browser reads the compact form only",
    ),
];

/// Every arrow that points the wrong way, and every package that has no line above.
pub fn check(project: &Project) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    let names: Vec<&str> = ARROWS.iter().map(|(name, ..)| *name).collect();
    for (name, manifest, allowed) in ARROWS {
        let text = super::text(&project.root.join(manifest))?;
        for dependency in dependencies(&text) {
            let known = dependency.as_str();
            if names.contains(&known) && !allowed.contains(&known) {
                wrong.push(format!("{manifest}: `{name}` must not depend on `{known}`"));
            }
        }
    }
    let crates = project.root.join("crates");
    let Ok(folders) = crates.read_dir() else {
        return Ok(wrong);
    };
    for folder in folders.flatten() {
        let name = folder.file_name().to_string_lossy().into_owned();
        if !names.contains(&name.as_str()) {
            wrong.push(format!(
                "crates/{name}: say in xtask/src/tidy/arrows.rs what `{name}` may depend on"
            ));
        }
    }
    Ok(wrong)
}

/// Every crate that our own code in the browser uses although it is too heavy for a phone.
///
/// Only direct use counts: what Leptos names but the app never calls, the linker drops.
pub fn check_weight(project: &Project) -> Outcome<Vec<String>> {
    let tree = read(project.cargo().args([
        "tree",
        "--locked",
        "--package=app",
        "--package=catalogue",
        "--package=pack",
        "--package=rules",
        "--target=wasm32-unknown-unknown",
        "--edges=normal",
        "--depth=1",
        "--prefix=none",
    ]))?;
    let has = |name: &str| {
        tree.lines()
            .any(|line| line.split(' ').next() == Some(name))
    };
    Ok(TOO_HEAVY
        .iter()
        .filter(|(name, _)| has(name))
        .map(|(name, why)| format!("`{name}` must not be used in the browser ({why})"))
        .collect())
}

/// Whether a package is one of ours.
pub fn is_ours(name: &str) -> bool {
    ARROWS.iter().any(|(ours, ..)| *ours == name)
}

/// The manifest of each of our packages.
pub fn manifests() -> impl Iterator<Item = &'static str> {
    ARROWS.iter().map(|(_, manifest, _)| *manifest)
}

/// The names of all dependencies of a manifest: normal, build and development ones, for any target.
pub fn dependencies(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in manifest.lines() {
        if let Some(header) = line.trim().strip_prefix('[') {
            let header = header.trim_end_matches(']');
            let workspace = header.starts_with("workspace");
            inside = !workspace && header.ends_with("dependencies");
            // `[target.….dependencies.web-sys]` names one by itself.
            if let Some((before, name)) = header.rsplit_once('.')
                && !workspace
                && before.ends_with("dependencies")
            {
                found.push(name.to_owned());
            }
        } else if inside
            && !line.starts_with([' ', '#', ']', '}'])
            && let Some((key, _)) = line.split_once('=')
        {
            let name = key.split('.').next().unwrap_or(key).trim();
            found.push(name.trim_matches('"').to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_kinds_of_dependencies_are_seen() {
        let manifest = "[package]\nname = \"app\"\n[workspace.dependencies]\nnot = \"1\"\n\
            [dependencies]\n# why\nrules.workspace = true\nleptos = { version = \"1\" }\n\
            [target.'cfg(target_arch = \"wasm32\")'.dependencies]\njs-sys = \"0.3\"\n\
            [target.'cfg(target_arch = \"wasm32\")'.dependencies.web-sys]\nversion = \"0.3\"\n\
            features = [\n  \"Window\",\n]\n[dev-dependencies]\ninsta = \"1\"\n[features]\nx = []\n";
        assert_eq!(
            dependencies(manifest),
            ["rules", "leptos", "js-sys", "web-sys", "insta"]
        );
    }
}
