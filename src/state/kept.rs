//! The names under which something is kept on the device. `/about` says what each is for, and
//! its button forgets all of them.

/// Every name.
pub const NAMES: [&str; 10] = [
    "bazhu.situations",
    "bazhu.compare",
    "bazhu.feedback",
    "bazhu.malan",
    "bazhu.outbox",
    "bazhu.seen",
    "bazhu.service",
    "bazhu.lang",
    "bazhu.theme",
    "bazhu.elder",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::texts::about;
    use std::path::Path;

    /// The names in the app's own code.
    fn names(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                names(&path, found);
            } else if !path.ends_with("kept.rs") && !path.ends_with("about.rs") {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                let names = text.split("\"bazhu.").skip(1);
                let names = names.filter_map(|rest| rest.split('"').next());
                // Alone it stands for all of them.
                let names = names.filter(|name| !name.is_empty());
                found.extend(names.map(|name| format!("bazhu.{name}")));
            }
        }
    }

    /// Whatever is kept is told, and what is told is kept. A name that is missing here is added
    /// to [`NAMES`] and, with what it is for, to `texts::about::kept`.
    #[test]
    fn every_name_is_told() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found = Vec::new();
        names(&root.join("src"), &mut found);
        found.sort();
        found.dedup();
        let mut told: Vec<&str> = NAMES.to_vec();
        told.sort_unstable();
        assert_eq!(found, told);
        for name in NAMES {
            for lang in [Lang::Zh, Lang::En] {
                assert!(about::kept(lang, name).is_some(), "{name}");
            }
        }
    }
}
