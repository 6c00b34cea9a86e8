//! Running other programs: shown before they start, their failure told in one sentence.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::fault::{Fault, Outcome};

/// Says which of how many steps begins: `[3/9] …`.
pub fn announce(number: usize, of: usize, what: &str) {
    println!("\n[{number}/{of}] {what}");
}

/// Says something about the step that is under way.
pub fn note(text: impl AsRef<str>) {
    println!("      {}", text.as_ref());
}

/// A command as one could type it, without its environment.
pub fn shown(command: &Command) -> String {
    let mut text = name(command);
    for argument in command.get_args() {
        let argument = argument.to_string_lossy();
        text.push(' ');
        if argument.contains([' ', '"', '\'']) {
            text.push_str(&format!("{argument:?}"));
        } else {
            text.push_str(&argument);
        }
    }
    text
}

fn name(command: &Command) -> String {
    std::path::Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program())
        .to_string_lossy()
        .into_owned()
}

/// Runs a command with our own input and output, to its end.
///
/// # Errors
///
/// If it cannot be started or ends with anything but success.
pub fn run(command: &mut Command) -> Outcome {
    note(format!("$ {}", shown(command)));
    let begun = Instant::now();
    let status = command.status().map_err(|e| not_started(command, &e))?;
    if !status.success() {
        return Err(ended(command, status));
    }
    let seconds = begun.elapsed().as_secs();
    if seconds >= 5 {
        note(format!("({seconds} s)"));
    }
    Ok(())
}

/// Runs a command, prints its standard output as it comes and gives each line to `each`.
///
/// # Errors
///
/// As [`run`].
pub fn run_reading(command: &mut Command, mut each: impl FnMut(&str)) -> Outcome {
    note(format!("$ {}", shown(command)));
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| not_started(command, &e))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            each(&line);
        }
    }
    let status = child.wait().map_err(|e| not_started(command, &e))?;
    if status.success() {
        Ok(())
    } else {
        Err(ended(command, status))
    }
}

/// Runs a command silently and gives its standard output.
///
/// # Errors
///
/// If it cannot be started or fails; its error output is in the fault.
pub fn read(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|e| not_started(command, &e))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        let mut fault = ended(command, output.status);
        fault.what = format!("{}\n{}", fault.what, said.trim_end());
        Err(fault)
    }
}

fn not_started(command: &Command, error: &std::io::Error) -> Fault {
    Fault::new(format!("cannot start `{}`: {error}", name(command)))
}

fn ended(command: &Command, status: std::process::ExitStatus) -> Fault {
    Fault::new(format!("`{}` ended with {status}", shown(command)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["test", "--", "a name"]);
        assert_eq!(shown(&command), "cargo test -- \"a name\"");
    }

    #[test]
    fn a_failing_command_is_named_with_its_status() {
        let fault = read(Command::new("sh").args(["-c", "echo why >&2; exit 3"])).unwrap_err();
        assert_eq!(
            fault.what,
            "`sh -c \"echo why >&2; exit 3\"` ended with exit status: 3\nwhy"
        );
    }

    #[test]
    fn every_line_is_passed_on() {
        let mut lines = Vec::new();
        run_reading(Command::new("printf").arg("one\\ntwo\\n"), |line| {
            lines.push(line.to_owned());
        })
        .unwrap();
        assert_eq!(lines, ["one", "two"]);
    }
}
