//! Every example of docs/cli.md does what is written there.

use crate::run::{folder, run};
use std::fs;
use std::path::Path;
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A fenced block: what stands behind the fence, and the lines.
struct Block<'t> {
    info: &'t str,
    lines: Vec<&'t str>,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let lines = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block { info, lines });
        }
    }
    blocks
}

/// Does a text fit a pattern in which `…` is any text?
fn fits(text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('…');
    let first = parts.next().unwrap();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else {
            return false;
        };
        rest = after;
    }
    rest.ends_with(last)
}

/// Runs a command line as a shell does; what it said on both outputs, and its exit code if not 0.
fn shell(command: &str, folder: &Path) -> String {
    let bin = Path::new(env!("CARGO_BIN_EXE_bazhu")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let said = run(
        Command::new("sh")
            .args(["-c", &format!("{{ {command}\n}} 2>&1")])
            .current_dir(folder)
            .env("PATH", path),
        "",
    );
    let code = if said.code == 0 {
        String::new()
    } else {
        format!("(exit code {})\n", said.code)
    };
    said.stdout + &code
}

#[test]
fn every_example_does_what_is_written() {
    let text = fs::read_to_string(Path::new(ROOT).join("docs/cli.md")).unwrap();
    let folder = folder("docs");
    std::os::unix::fs::symlink(
        fs::canonicalize(ROOT).unwrap().join("data"),
        folder.join("data"),
    )
    .unwrap();
    let mut run = 0;
    for block in blocks(&text) {
        if let Some((_, file)) = block.info.split_once(' ') {
            fs::write(folder.join(file), block.lines.join("\n") + "\n").unwrap();
            continue;
        }
        assert_eq!(block.info, "console");
        for example in block.lines.join("\n").split("$ ").skip(1) {
            let (command, expected) = example.split_once('\n').unwrap_or((example, ""));
            let said = shell(command, &folder);
            assert!(
                fits(said.trim_end(), expected.trim_end()),
                "$ {command}\n--- said:\n{said}--- written:\n{expected}"
            );
            run += 1;
        }
    }
    assert!(run >= 14, "only {run} examples were found");
}

#[test]
fn the_pattern_of_an_example_can_fail() {
    assert!(
        fits("a, 12 bytes", "a, … bytes")
            && fits("abc", "abc")
            && fits("x\nlast", "…\nlast")
            && fits("", "…")
    );
    assert!(
        !fits("a, 12 bits", "a, … bytes")
            && !fits("abcd", "abc")
            && !fits("abc", "abcd")
            && !fits("ab", "a…bc")
    );
}

#[test]
fn every_command_has_a_section() {
    let text = fs::read_to_string(Path::new(ROOT).join("docs/cli.md")).unwrap();
    let help = crate::run::bazhu(&["--help"]).stdout;
    let commands = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands
        .filter_map(|line| line.split_whitespace().next())
        .filter(|it| *it != "help")
        .collect();
    assert!(commands.len() >= 7, "{help}");
    for command in commands {
        assert!(
            text.contains(&format!("\n## `bazhu {command}")),
            "{command}"
        );
    }
}
