//! Lists that people keep by hand, compared with what they list.

use super::arrows::{dependencies, is_ours, manifests};
use crate::fault::Outcome;
use crate::project::Project;

/// Missing lines, differing versions and addresses that a lock file must not hold.
pub fn check(project: &Project) -> Outcome<Vec<String>> {
    let read = |name: &str| super::text(&project.root.join(name));
    let mut wrong = Vec::new();
    let listed = read("docs/dependencies.md")?;
    for manifest in manifests() {
        for name in dependencies(&read(manifest)?) {
            if !is_ours(&name) && !is_listed(&listed, &name) {
                wrong.push(format!(
                    "docs/dependencies.md: `{name}` of {manifest} has no line"
                ));
            }
        }
    }
    let packages = read("package.json")?;
    let trunk = read("Trunk.toml")?;
    for (tool, version) in [
        ("wasm_bindgen", project.locked_version("wasm-bindgen")?),
        (
            "wasm_opt",
            npm_version(&packages, "binaryen").map(|version| {
                let major = version.split('.').next().unwrap_or_default();
                format!("version_{major}")
            }),
        ),
        ("tailwindcss", npm_version(&packages, "@tailwindcss/cli")),
    ] {
        let version = version.unwrap_or_default();
        if !trunk.contains(&format!("{tool} = \"{version}\"")) {
            wrong.push(format!("Trunk.toml: `{tool}` must be \"{version}\""));
        }
    }
    if read("package-lock.json")?.contains("\"resolved\"") {
        wrong.push("package-lock.json: names a registry; delete it and run `npm install`".into());
    }
    let headings = |text: String| text.lines().filter(|line| line.starts_with('#')).count();
    if headings(read("README.md")?) != headings(read("README.zh.md")?) {
        wrong.push("README.zh.md: its headings are not those of README.md".into());
    }
    Ok(wrong)
}

/// Whether the table has a line for a crate.
fn is_listed(table: &str, name: &str) -> bool {
    table
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .filter_map(|line| line.split(" |").next())
        .flat_map(|cell| cell.split(", "))
        .any(|listed| listed.trim_matches(['`', ' ']) == name)
}

/// The version that package.json asks for.
fn npm_version(packages: &str, name: &str) -> Option<String> {
    let (_, after) = packages.split_once(&format!("\"{name}\": \""))?;
    Some(after.split('"').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_listed_by_its_whole_name() {
        let table = "| crate | where | why |\n| --- | --- | --- |\n| `serde`, toml | pack | x |\n";
        assert!(is_listed(table, "serde"));
        assert!(is_listed(table, "toml"));
        assert!(!is_listed(table, "serde_json"));
        assert!(!is_listed(table, "pack"));
    }

    #[test]
    fn a_version_is_read_from_package_json() {
        let text = "{\"devDependencies\": {\"binaryen\": \"132.0.0\"}}";
        assert_eq!(npm_version(text, "binaryen").as_deref(), Some("132.0.0"));
        assert_eq!(npm_version(text, "tailwindcss"), None);
    }
}
