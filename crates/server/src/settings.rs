//! What an operator sets: environment variables, each with a default that is safe.

use crate::secrets::TokenHash;
use ipnet::IpNet;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

/// A setting: its name, its default, what it is for. `docs/server.md` lists the same.
pub struct Known {
    /// The environment variable.
    pub name: &'static str,
    /// As shown to people.
    pub default: &'static str,
}

const fn known(name: &'static str, default: &'static str) -> Known {
    Known { name, default }
}

/// Every setting there is.
pub const SETTINGS: [Known; 16] = [
    known("BAZHU_LISTEN", "127.0.0.1:8080"),
    known("BAZHU_SITE", "the site that the program carries"),
    known("BAZHU_DATA", "bazhu-data"),
    known("DATABASE_URL", "SQLite in BAZHU_DATA"),
    known("BAZHU_KEY", "–"),
    known("BAZHU_KEY_FILE", "BAZHU_DATA/key, made when missing"),
    known("BAZHU_OPERATOR_TOKEN", "–"),
    known("BAZHU_OPERATOR_TOKEN_FILE", "–"),
    known("BAZHU_KEEP_DAYS", "90"),
    known("BAZHU_TRUSTED_PROXIES", "none"),
    known("BAZHU_TLS", "false"),
    known("BAZHU_FRAME_ANCESTORS", "none"),
    known("BAZHU_READS_PER_MINUTE", "600"),
    known("BAZHU_WRITES_PER_MINUTE", "30"),
    known("BAZHU_SHUTDOWN_SECONDS", "20"),
    known("BAZHU_LOG", "info"),
];

/// Variables of the same prefix that other programs of this project read.
const OTHERS: [&str; 6] = [
    "BAZHU_DRAFT",
    "BAZHU_NO_WORKER",
    "BAZHU_TOOLS",
    "BAZHU_URL",
    "BAZHU_TEST_POSTGRES",
    "BAZHU_SITE_ARCHIVE",
];

/// What the server is to do.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The built site's folder; without one, the site that the program carries.
    pub site: Option<PathBuf>,
    /// The folder for what the server keeps.
    pub data: PathBuf,
    /// A PostgreSQL address; without one, SQLite in the data folder.
    pub database: Option<Secret>,
    /// The key for personal data, as 64 hexadecimal digits.
    pub key: Option<Secret>,
    /// The file that holds the key.
    pub key_file: Option<PathBuf>,
    /// Who may publish; without one, nobody may.
    pub operator: Option<TokenHash>,
    /// How long enquiries and feedback are kept.
    pub keep_days: u32,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted: Vec<IpNet>,
    /// The site is reached by HTTPS.
    pub tls: bool,
    /// Origins that may frame `/embed/…`.
    pub frame_ancestors: Vec<String>,
    /// API requests that an address may make; 0 is no limit.
    pub reads_per_minute: u32,
    /// Enquiries, feedback and events that an address may send; 0 is no limit.
    pub writes_per_minute: u32,
    /// How long requests under way may take after a signal to stop.
    pub shutdown_seconds: u32,
    /// What is logged: `error`, `warn`, `info` or `debug`.
    pub log: tracing::Level,
}

/// A text that is not shown, not even for finding faults.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// A setting that can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{setting}: {wrong}\n  what to do: {help}")]
pub struct SettingError {
    /// Its name.
    pub setting: String,
    /// What is wrong with it.
    pub wrong: String,
    /// What to do.
    pub help: String,
}

impl SettingError {
    /// What is wrong with a setting, and what to do.
    pub fn new(setting: &str, wrong: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            setting: setting.to_owned(),
            wrong: wrong.into(),
            help: help.into(),
        }
    }
}

impl Settings {
    /// Reads the settings; `get` gives a variable's text, `names` are all that are set.
    ///
    /// # Errors
    ///
    /// The first setting that is unknown or can't be used.
    pub fn read(
        get: impl Fn(&str) -> Option<String>,
        names: impl IntoIterator<Item = String>,
    ) -> Result<Self, SettingError> {
        unknown(names)?;
        let get = |name: &str| get(name).filter(|text| !text.trim().is_empty());
        let number = |name: &str, default: u32, least: u32, most: u32| match get(name) {
            None => Ok(default),
            Some(text) => match text.trim().parse::<u32>() {
                Ok(number) if (least..=most).contains(&number) => Ok(number),
                _ => Err(SettingError::new(
                    name,
                    format!("`{text}` is not a whole number from {least} to {most}"),
                    format!("set it to a number, or leave it out for {default}"),
                )),
            },
        };
        let list = |name: &str| {
            let text = get(name).unwrap_or_default();
            let items = text.split([',', ' ']).map(str::trim);
            let items = items.filter(|it| !it.is_empty());
            items.map(str::to_owned).collect::<Vec<_>>()
        };
        let listen = get("BAZHU_LISTEN").unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        Ok(Self {
            listen: listen.trim().parse().map_err(|_| {
                SettingError::new(
                    "BAZHU_LISTEN",
                    format!("`{listen}` is not an address with a port"),
                    "write 127.0.0.1:8080, or 0.0.0.0:8080 for every network",
                )
            })?,
            site: get("BAZHU_SITE").map(PathBuf::from),
            data: get("BAZHU_DATA").map_or_else(|| PathBuf::from("bazhu-data"), PathBuf::from),
            database: get("DATABASE_URL").map(database).transpose()?,
            key: get("BAZHU_KEY").map(Secret),
            key_file: get("BAZHU_KEY_FILE").map(PathBuf::from),
            operator: operator(
                get("BAZHU_OPERATOR_TOKEN"),
                get("BAZHU_OPERATOR_TOKEN_FILE"),
            )?,
            keep_days: number("BAZHU_KEEP_DAYS", 90, 1, 3650)?,
            trusted: list("BAZHU_TRUSTED_PROXIES")
                .iter()
                .map(|text| network(text))
                .collect::<Result<_, _>>()?,
            tls: match get("BAZHU_TLS").as_deref().map(str::trim) {
                None | Some("false") => false,
                Some("true") => true,
                Some(other) => {
                    return Err(SettingError::new(
                        "BAZHU_TLS",
                        format!("`{other}` is neither `true` nor `false`"),
                        "set it to `true` if the site is reached by HTTPS alone",
                    ));
                }
            },
            frame_ancestors: list("BAZHU_FRAME_ANCESTORS")
                .into_iter()
                .map(origin)
                .collect::<Result<_, _>>()?,
            reads_per_minute: number("BAZHU_READS_PER_MINUTE", 600, 0, 1_000_000)?,
            writes_per_minute: number("BAZHU_WRITES_PER_MINUTE", 30, 0, 1_000_000)?,
            shutdown_seconds: number("BAZHU_SHUTDOWN_SECONDS", 20, 1, 600)?,
            log: match get("BAZHU_LOG").as_deref().map(str::trim) {
                Some("error") => tracing::Level::ERROR,
                Some("warn") => tracing::Level::WARN,
                None | Some("info") => tracing::Level::INFO,
                Some("debug") => tracing::Level::DEBUG,
                Some(other) => {
                    return Err(SettingError::new(
                        "BAZHU_LOG",
                        format!("there is no level `{other}`"),
                        "set it to error, warn, info or debug",
                    ));
                }
            },
        })
    }

    /// Reads the settings from the environment.
    ///
    /// # Errors
    ///
    /// As [`Settings::read`].
    pub fn from_environment() -> Result<Self, SettingError> {
        let names = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
        Self::read(|name| std::env::var(name).ok(), names)
    }
}

/// A misspelt setting would be taken for its default.
fn unknown(names: impl IntoIterator<Item = String>) -> Result<(), SettingError> {
    let all = || SETTINGS.iter().map(|it| it.name);
    for name in names {
        let ours = name.starts_with("BAZHU_");
        if ours && !all().chain(OTHERS).any(|it| it == name) {
            let near = report::similar::hint(&name, all());
            return Err(SettingError::new(
                &name,
                format!("there is no such setting{near}"),
                "docs/server.md lists the settings",
            ));
        }
    }
    Ok(())
}

fn database(url: String) -> Result<Secret, SettingError> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(Secret(url));
    }
    // The address may hold a password, so that it is not repeated.
    Err(SettingError::new(
        "DATABASE_URL",
        "it names no PostgreSQL database",
        "write postgres://user:password@host:5432/name, or leave it out for SQLite in BAZHU_DATA",
    ))
}

fn operator(
    token: Option<String>,
    file: Option<String>,
) -> Result<Option<TokenHash>, SettingError> {
    let (name, text) = match (token, file) {
        (Some(_), Some(_)) => {
            return Err(SettingError::new(
                "BAZHU_OPERATOR_TOKEN_FILE",
                "BAZHU_OPERATOR_TOKEN is set too",
                "leave one of them out",
            ));
        }
        (Some(token), None) => ("BAZHU_OPERATOR_TOKEN", token),
        (None, Some(path)) => {
            let text = std::fs::read_to_string(&path).map_err(|error| {
                SettingError::new(
                    "BAZHU_OPERATOR_TOKEN_FILE",
                    format!("`{path}` can't be read: {error}"),
                    "`bazhu token` makes a token and its file",
                )
            })?;
            ("BAZHU_OPERATOR_TOKEN_FILE", text)
        }
        (None, None) => return Ok(None),
    };
    TokenHash::read(text.trim())
        .map(Some)
        .map_err(|wrong| SettingError::new(name, wrong, "`bazhu token` makes a token that will do"))
}

fn network(text: &str) -> Result<IpNet, SettingError> {
    let address = || text.parse::<std::net::IpAddr>().map(IpNet::from).ok();
    text.parse().ok().or_else(address).ok_or_else(|| {
        SettingError::new(
            "BAZHU_TRUSTED_PROXIES",
            format!("`{text}` is neither an address nor a network"),
            "write addresses or networks such as 10.0.0.0/8, separated by commas",
        )
    })
}

/// An origin as a content security policy takes it: nothing that could end the directive.
fn origin(text: String) -> Result<String, SettingError> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .unwrap_or_default();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '*');
    if !host.is_empty() && host.chars().all(fits) {
        return Ok(text);
    }
    Err(SettingError::new(
        "BAZHU_FRAME_ANCESTORS",
        format!("`{text}` is not an origin"),
        "write origins such as https://www.example.gov.cn, separated by commas",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Settings, SettingError> {
        let get = |name: &str| {
            let found = pairs.iter().find(|(it, _)| *it == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Settings::read(get, pairs.iter().map(|(name, _)| (*name).to_owned()))
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let settings = read(&[]).unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(settings.keep_days, 90);
        assert!(settings.operator.is_none() && settings.trusted.is_empty());
    }

    #[test]
    fn the_table_for_operators_lists_every_setting_with_its_default() {
        let table = include_str!("../../../docs/server.md");
        for known in SETTINGS {
            let line = format!("| `{}` | ", known.name);
            let line = table.lines().find(|it| it.starts_with(&line));
            let line = line.unwrap_or_else(|| panic!("{} has no line", known.name));
            let plain = line.replace('`', "");
            let default = plain.split(" | ").nth(1);
            assert_eq!(default, Some(known.default), "{}", known.name);
        }
    }

    #[test]
    fn a_bad_setting_is_named() {
        for (name, value, wrong) in [
            (
                "BAZHU_LISTEN",
                "8080",
                "`8080` is not an address with a port",
            ),
            (
                "BAZHU_KEEP_DAYS",
                "0",
                "`0` is not a whole number from 1 to 3650",
            ),
            ("BAZHU_TLS", "yes", "`yes` is neither `true` nor `false`"),
            (
                "DATABASE_URL",
                "mysql://u:secret@h/d",
                "it names no PostgreSQL database",
            ),
            (
                "BAZHU_TRUSTED_PROXIES",
                "10.0.0.0/8, proxy",
                "`proxy` is neither an address nor a network",
            ),
            (
                "BAZHU_FRAME_ANCESTORS",
                "https://a.cn;script-src *",
                "`https://a.cn;script-src` is not an origin",
            ),
            ("BAZHU_LOG", "loud", "there is no level `loud`"),
            (
                "BAZHU_OPERATOR_TOKEN",
                "short",
                "the token has fewer than 32 characters",
            ),
            (
                "BAZHU_LISTN",
                "x",
                "there is no such setting; did you mean `BAZHU_LISTEN`?",
            ),
        ] {
            let error = read(&[(name, value)]).unwrap_err();
            assert_eq!(
                (error.setting.as_str(), error.wrong.as_str()),
                (name, wrong)
            );
            assert!(!error.to_string().contains("secret"), "{error}");
        }
    }

    #[test]
    fn lists_are_read_with_commas_and_spaces() {
        let settings = read(&[
            ("BAZHU_TRUSTED_PROXIES", "10.0.0.0/8, ::1,192.168.1.7"),
            ("BAZHU_FRAME_ANCESTORS", "https://a.gov.cn https://*.b.cn"),
        ])
        .unwrap();
        assert_eq!(settings.trusted.len(), 3);
        assert_eq!(
            settings.frame_ancestors,
            ["https://a.gov.cn", "https://*.b.cn"]
        );
    }
}
