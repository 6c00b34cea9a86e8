//! `cargo xtask`: sets up, builds, serves and tests the site. The only build script.

mod api_check;
mod bench_employers;
mod bench_rules;
mod bench_search;
mod bench_server;
mod bench_web;
mod build;
mod bundle;
mod catalogue_size;
mod chromium;
mod fault;
mod frames;
mod lean;
mod lists;
mod package;
mod parts;
mod plan;
mod postgres;
mod precache;
mod project;
mod proxy_check;
mod run;
mod serve;
mod setup;
mod size;
mod test;
mod tidy;
mod wasm;
mod whole;
mod worker;

use std::process::ExitCode;

use fault::{Fault, Outcome};
use plan::Step;
use project::Project;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  setup            fetch what a build needs: Rust's wasm target, Trunk, npm's packages
  build            set-up, then the site's release build in dist/
  serve [--port N] build, then serve it on http://127.0.0.1:8080
  package          one program that carries the built site, in target/package
  test             every check; --quick: those that need Rust alone;
                   --only NAME,…: tidy fmt clippy native pack clippy-web wasm site size package
                   api browser
  bench employers  a staff list of 10,000 people, from file to results (--runs N)
  bench rules      our engine beside five others, the same rules and people
  bench search     our search beside MiniSearch, FlexSearch, Orama, Fuse.js, Pagefind and a scan
  bench server     bazhu serve beside nginx and Fastify (ROUNDS, SECONDS, seconds of 1,000 connections)
  bench web        a first visit beside minimal React, Preact and Svelte apps (--runs N, --cpu N)
  pictures [PATH…] pictures of pages on three screens, light and dark, in target/pictures

Prerequisites: rustup and Node 20 or later.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\nerror: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the task that the arguments name.
fn dispatch(arguments: &[String]) -> Outcome {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => plan::run(&Project::find()?, &setup::STEPS),
        ["build"] => plan::run(&Project::find()?, &site_steps()),
        ["serve", options @ ..] => {
            let port = port(options)?;
            let project = Project::find()?;
            plan::run(&project, &site_steps())?;
            serve::forever(&project, port)
        }
        ["test", options @ ..] => {
            let selection = test::Selection::parse(options)?;
            test::run(&Project::find()?, &selection)
        }
        ["package"] => {
            let project = Project::find()?;
            plan::run(&project, &site_steps())?;
            package::program(&project, true).map(|_| ())
        }
        // Trunk calls this one, through a script of the set-up.
        ["bindgen", real, arguments @ ..] => parts::bindgen(&Project::find()?, real, arguments),
        ["bench", "employers", options @ ..] => {
            let project = Project::find()?;
            plan::run(&project, &site_steps())?;
            bench_employers::run_all(&project, options)
        }
        ["bench", "rules"] => bench_rules::run_all(&Project::find()?),
        ["bench", "search"] => bench_search::run_all(&Project::find()?),
        ["bench", "server", options @ ..] => {
            let project = Project::find()?;
            plan::run(&project, &site_steps())?;
            bench_server::run_all(&project, options)
        }
        ["bench", "web", options @ ..] => {
            let project = Project::find()?;
            plan::run(&project, &site_steps())?;
            bench_web::run_all(&project, options)
        }
        ["pictures", routes @ ..] => {
            let project = Project::find()?;
            plan::run(&project, &site_steps())?;
            test::pictures(&project, routes)
        }
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        [other, ..] => {
            Err(Fault::new(format!("there is no such task: `{other}`"))
                .help("see `cargo xtask help`"))
        }
    }
}

/// Set-up and build.
fn site_steps() -> Vec<Step> {
    [&setup::STEPS[..], &build::STEPS[..], &[build::REPORT]].concat()
}

/// The port that `--port N` or `--port=N` names, or 8080.
fn port(options: &[&str]) -> Outcome<u16> {
    let value = match options {
        [] => return Ok(8080),
        ["--port", value] => *value,
        [one] => one.strip_prefix("--port=").unwrap_or(one),
        _ => "",
    };
    value.parse().map_err(|_| {
        Fault::new(format!("`{}` is not a port", options.join(" ")))
            .help("write `--port` and a number up to 65535")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_8080_unless_a_flag_names_another() {
        assert_eq!(port(&[]), Ok(8080));
        assert_eq!(port(&["--port", "9000"]), Ok(9000));
        assert_eq!(port(&["--port=0"]), Ok(0));
        assert_eq!(
            port(&["--port", "70000"]).unwrap_err().what,
            "`--port 70000` is not a port"
        );
    }

    #[test]
    fn an_unknown_task_is_named() {
        let fault = dispatch(&["sevre".to_owned()]).unwrap_err();
        assert_eq!(fault.what, "there is no such task: `sevre`");
    }
}
