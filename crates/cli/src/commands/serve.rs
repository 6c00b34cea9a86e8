//! `bazhu serve`.

use crate::args::Serve;
use crate::failure::Failure;
use server::Settings;
use std::io::Write;

/// The site that this program carries.
#[cfg(feature = "site")]
const CARRIED: Option<&[u8]> = Some(include_bytes!(env!("SITE_ARCHIVE")));
#[cfg(not(feature = "site"))]
const CARRIED: Option<&[u8]> = None;

/// Serves until a signal to stop.
pub fn run(args: &Serve) -> Result<(), Failure> {
    let path = |path: &Option<std::path::PathBuf>| path.as_ref().map(|it| it.display().to_string());
    let given = [
        ("BAZHU_SITE", path(&args.site)),
        ("BAZHU_DATA", path(&args.data)),
        ("BAZHU_LISTEN", args.listen.clone()),
    ];
    let settings = settings(&given)?;
    server::serve(settings, CARRIED, |address| {
        // Scripts read the address from here; a closed output is no reason not to serve.
        let mut out = std::io::stdout();
        writeln!(out, "Serving on http://{address} (stop with Ctrl+C)").ok();
        out.flush().ok();
    })
    .map_err(|error| Failure::usage(error.to_string()))
}

/// The settings of the environment, but for what is given.
pub fn settings(given: &[(&str, Option<String>)]) -> Result<Settings, Failure> {
    let names = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
    let get = |name: &str| {
        let found = given.iter().find(|(it, _)| *it == name);
        let found = found.and_then(|(_, value)| value.clone());
        found.or_else(|| std::env::var(name).ok())
    };
    Settings::read(get, names).map_err(|error| Failure::usage(error.to_string()))
}
