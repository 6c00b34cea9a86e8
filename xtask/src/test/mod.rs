//! `cargo xtask test`: every check there is, each of which can be run alone.

mod checks;
mod tally;

use crate::fault::{Fault, Outcome};
use crate::plan::Step;
use crate::project::Project;
use crate::run::{announce, note};
use crate::{chromium, setup};
use checks::CHECKS;
pub use checks::{against_site, pictures};
use tally::Tally;

/// One check.
struct Check {
    /// What `--only` calls it.
    name: &'static str,
    /// What it does, as a line for the terminal.
    what: &'static str,
    /// What must be there first.
    needs: Needs,
    /// Does it and counts its tests; a check that counts none is one test itself.
    run: fn(&Project, &mut Tally) -> Outcome,
}

/// What a check builds on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// The Rust toolchain alone: these are the checks of `--quick`.
    Rust,
    /// The whole set-up.
    Tools,
    /// The set-up and the built site.
    Site,
}

/// Which checks to run.
#[derive(Debug, PartialEq, Eq)]
pub enum Selection {
    /// All of them.
    All,
    /// Those that need no more than Rust.
    Quick,
    /// Those of these names.
    Only(Vec<String>),
}

impl Selection {
    /// Reads the options of `cargo xtask test`.
    ///
    /// # Errors
    ///
    /// If an option or a check's name is unknown.
    pub fn parse(options: &[&str]) -> Outcome<Self> {
        match options {
            [] => Ok(Self::All),
            ["--quick"] => Ok(Self::Quick),
            ["--only", names] => {
                let names: Vec<String> = names.split(',').map(str::to_owned).collect();
                match names.iter().find(|name| known(name).is_none()) {
                    None => Ok(Self::Only(names)),
                    Some(name) => {
                        let all: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
                        Err(Fault::new(format!("there is no check `{name}`"))
                            .help(format!("name one of {}", all.join(", "))))
                    }
                }
            }
            _ => Err(
                Fault::new(format!("`{}` is not what `test` takes", options.join(" "))).help(
                    "write `--quick`, or `--only` and the names of checks, separated by commas",
                ),
            ),
        }
    }

    fn has(&self, check: &Check) -> bool {
        match self {
            Self::All => true,
            Self::Quick => check.needs == Needs::Rust,
            Self::Only(names) => names.iter().any(|name| name == check.name),
        }
    }
}

fn known(name: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.name == name)
}

/// Sets up what the selected checks need, runs them all and prints a closing line.
///
/// A failing check does not stop the others, except those that need its result.
///
/// # Errors
///
/// If the set-up or any check fails.
pub fn run(project: &Project, selection: &Selection) -> Outcome {
    let mut checks: Vec<&Check> = CHECKS.iter().filter(|check| selection.has(check)).collect();
    if checks.iter().any(|check| check.needs == Needs::Site)
        && let Some(site) = known("site")
        && !checks.iter().any(|check| check.name == "site")
    {
        checks.insert(0, site);
    }
    let setup = setup_steps(&checks);
    let steps = setup.len() + checks.len();
    for (index, step) in setup.iter().enumerate() {
        announce(index + 1, steps, step.what);
        (step.run)(project)?;
    }
    let mut sum = Tally::default();
    let mut failed: Vec<&str> = Vec::new();
    for (index, check) in checks.iter().enumerate() {
        announce(setup.len() + index + 1, steps, check.what);
        if check.needs == Needs::Site && failed.contains(&"site") {
            note("not run: there is no site to test");
            continue;
        }
        let mut tally = Tally::default();
        let result = (check.run)(project, &mut tally);
        match result {
            Ok(()) if tally.passed == 0 => tally.passed = 1,
            Ok(()) => {}
            Err(fault) => {
                eprintln!("\nerror: {fault}");
                failed.push(check.name);
                tally.failed = tally.failed.max(1);
            }
        }
        sum.add(tally);
    }
    println!();
    for name in &failed {
        println!("failed: {name} (alone: `cargo xtask test --only {name}`)");
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Fault::new(format!(
            "{} of {} checks failed",
            failed.len(),
            checks.len()
        )))
    }
}

/// The set-up that these checks need.
fn setup_steps(checks: &[&Check]) -> Vec<Step> {
    if checks.iter().all(|check| check.needs == Needs::Rust) {
        return Vec::new();
    }
    let mut steps = setup::STEPS.to_vec();
    steps.push(Step {
        what: "Chromium, for the tests in a browser",
        run: chromium::find_or_install,
    });
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_chosen_by_name_and_a_wrong_name_lists_the_right_ones() {
        assert_eq!(Selection::parse(&[]), Ok(Selection::All));
        assert_eq!(Selection::parse(&["--quick"]), Ok(Selection::Quick));
        assert_eq!(
            Selection::parse(&["--only", "fmt,size"]),
            Ok(Selection::Only(vec!["fmt".into(), "size".into()]))
        );
        let fault = Selection::parse(&["--only", "fmt,sise"]).unwrap_err();
        assert_eq!(fault.what, "there is no check `sise`");
        assert!(fault.help.contains("size"));
    }

    #[test]
    fn quick_leaves_out_what_needs_a_browser() {
        let quick: Vec<&str> = CHECKS
            .iter()
            .filter(|check| Selection::Quick.has(check))
            .map(|check| check.name)
            .collect();
        assert_eq!(quick, ["tidy", "fmt", "clippy", "native", "fuzz", "pack"]);
    }

    #[test]
    fn quick_sets_nothing_up() {
        let quick: Vec<&Check> = CHECKS
            .iter()
            .filter(|check| Selection::Quick.has(check))
            .collect();
        assert!(setup_steps(&quick).is_empty());
    }
}
