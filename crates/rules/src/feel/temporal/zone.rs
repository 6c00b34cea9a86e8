//! Zones: none, an offset, or a name without its rules.

use super::super::Outcome;
use std::fmt::{self, Display, Formatter};

/// What a time counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Nothing is said: the clock of the place.
    Local,
    /// Seconds east of UTC.
    Offset(i32),
    /// A zone of the IANA database. Only its name is known here, not its rules.
    Named(String),
}

/// The names, one a line.
const NAMES: &str = include_str!("zones.txt");

/// Names of UTC.
const UTC: &[&str] = &[
    "UTC",
    "UCT",
    "GMT",
    "GMT0",
    "GMT+0",
    "GMT-0",
    "Zulu",
    "Universal",
    "Greenwich",
    "Etc/UTC",
    "Etc/UCT",
    "Etc/GMT",
    "Etc/GMT0",
    "Etc/GMT+0",
    "Etc/GMT-0",
    "Etc/Zulu",
    "Etc/Universal",
    "Etc/Greenwich",
];

impl Zone {
    /// Seconds east of UTC, where they are known; not for [`Zone::Local`].
    pub(in super::super) fn offset(&self) -> Option<i32> {
        match self {
            Zone::Offset(seconds) => Some(*seconds),
            Zone::Named(name) if UTC.contains(&name.as_str()) => Some(0),
            Zone::Local | Zone::Named(_) => None,
        }
    }

    /// The zone at the end of a time: nothing, `Z`, `+01:00`, `@Europe/Paris`.
    /// `None` where it is none; refused where that cannot be told.
    pub(super) fn read(text: &str) -> Outcome<Option<Self>> {
        if text.is_empty() {
            return Ok(Some(Zone::Local));
        }
        if text == "Z" {
            return Ok(Some(Zone::Offset(0)));
        }
        if let Some(name) = text.strip_prefix('@') {
            if NAMES.lines().any(|known| known == name) {
                return Ok(Some(Zone::Named(name.to_owned())));
            }
            return Err(format!("`{name}` is not a time zone known here"));
        }
        let (sign, digits) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
            (Some(digits), _) => (1, digits),
            (_, Some(digits)) => (-1, digits),
            _ => return Ok(None),
        };
        let mut parts = digits.split(':').map(two_digits);
        let (Some(Some(hours)), Some(Some(minutes))) = (parts.next(), parts.next()) else {
            return Ok(None);
        };
        let seconds = match parts.next() {
            None => 0,
            Some(Some(seconds)) if parts.next().is_none() => seconds,
            Some(_) => return Ok(None),
        };
        if minutes > 59 || seconds > 59 || hours > 18 {
            return Ok(None);
        }
        let total = hours * 3_600 + minutes * 60 + seconds;
        if total > 14 * 3_600 {
            return Err(format!("the offset `{text}` is larger than 14 hours"));
        }
        Ok(Some(Zone::Offset(sign * total)))
    }
}

fn two_digits(text: &str) -> Option<i32> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

/// Why a result that depends on a zone's rules is refused.
pub(super) fn unknown(a: &Zone, b: &Zone) -> String {
    let name = |zone: &Zone| match zone {
        Zone::Named(name) if zone.offset().is_none() => Some(name.clone()),
        _ => None,
    };
    let name = name(a).or_else(|| name(b)).unwrap_or_default();
    format!(
        "this depends on the clock changes of `{name}`, which are not known here; write an offset such as +08:00"
    )
}

impl Display for Zone {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Zone::Local => Ok(()),
            Zone::Offset(0) => out.write_str("Z"),
            Zone::Offset(seconds) => {
                let size = seconds.abs();
                let sign = if *seconds < 0 { '-' } else { '+' };
                write!(out, "{sign}{:02}:{:02}", size / 3_600, size / 60 % 60)?;
                if size % 60 == 0 {
                    Ok(())
                } else {
                    write!(out, ":{:02}", size % 60)
                }
            }
            Zone::Named(name) => write!(out, "@{name}"),
        }
    }
}
