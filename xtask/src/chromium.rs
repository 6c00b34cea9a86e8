//! The browser for the tests: the system's own, installed from Debian's packages where we may.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::{Project, on_path};
use crate::run::{note, read, run};

/// What drives the browser tests.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// The program through which wasm-bindgen's tests drive it.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, installing them where this machine lets us.
///
/// # Errors
///
/// If one is missing and can't be installed from here; the fault says what to install.
pub fn find_or_install(_: &Project) -> Outcome {
    if find().is_ok() && shows_chinese() {
        note(format!("{}", find()?.chromium.display()));
        return Ok(());
    }
    if on_path(&["apt-get"]).is_some() && is_root() {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(["chromium", "chromium-driver", "fonts-noto-cjk"])
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    if !shows_chinese() {
        note("no Chinese font is installed: pictures will show boxes; install Noto Sans CJK");
    }
    find().map(|_| ())
}

/// Finds Chromium and its driver: `CHROMIUM` and `CHROMEDRIVER`, or well-known names.
///
/// # Errors
///
/// If one is missing.
pub fn find() -> Outcome<Browser> {
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    let chromium = env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| {
            on_path(&[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ])
        })
        .or_else(|| Some(mac).filter(|path| path.is_file()));
    let driver = env::var_os("CHROMEDRIVER")
        .map(PathBuf::from)
        .or_else(|| on_path(&["chromedriver"]));
    let missing = |what: &str, variable: &str| {
        Fault::new(format!("{what} is not installed")).help(format!(
            "install Chromium or Chrome and its chromedriver (Debian: chromium, chromium-driver, \
             fonts-noto-cjk), or set {variable} to its path"
        ))
    };
    Ok(Browser {
        chromium: chromium.ok_or_else(|| missing("Chromium", "CHROMIUM"))?,
        driver: driver.ok_or_else(|| missing("chromedriver", "CHROMEDRIVER"))?,
    })
}

/// Writes what chromedriver must know of the browser and gives the file's path.
///
/// # Errors
///
/// If the file cannot be written.
pub fn capabilities(project: &Project, browser: &Browser) -> Outcome<PathBuf> {
    let folder = project.target.join("tools");
    fs::create_dir_all(&folder).at("make", &folder)?;
    let path = folder.join("webdriver.json");
    let binary = browser.chromium.display().to_string().replace('"', "\\\"");
    // Root may not use the sandbox, and the pages are our own.
    let text = format!(
        "{{\"goog:chromeOptions\": {{\"binary\": \"{binary}\", \"args\": [\"--headless=new\", \
         \"--no-sandbox\", \"--disable-gpu\", \"--disable-dev-shm-usage\"]}}}}\n"
    );
    fs::write(&path, text).at("write", &path)?;
    Ok(path)
}

/// Whether we may install packages.
pub fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Whether fontconfig knows a font for Chinese; true where there is no fontconfig to ask.
fn shows_chinese() -> bool {
    read(Command::new("fc-list").arg(":lang=zh")).map_or(true, |fonts| !fonts.trim().is_empty())
}
