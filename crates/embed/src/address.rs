//! Web addresses, as far as policies look at them.

use core::fmt;

/// How an address is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// In the open.
    Http,
    /// Encrypted.
    Https,
}

impl Scheme {
    /// As it is written, without its colon.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Http => "http",
            Scheme::Https => "https",
        }
    }

    /// The port where none is named.
    pub fn port(self) -> u16 {
        match self {
            Scheme::Http => 80,
            Scheme::Https => 443,
        }
    }

    /// The scheme of a name, in any case.
    pub fn of_name(name: &str) -> Option<Scheme> {
        [Scheme::Http, Scheme::Https]
            .into_iter()
            .find(|scheme| name.eq_ignore_ascii_case(scheme.name()))
    }
}

/// An address of the web: `https://www.example.gov.cn/services/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// How it is fetched.
    pub scheme: Scheme,
    /// In lower case; names outside ASCII as browsers send them (`xn--…`).
    pub host: String,
    /// Also where it is the scheme's own.
    pub port: u16,
    /// From its `/` on, without query and fragment.
    pub path: String,
}

impl Address {
    /// Reads an address; `None` where it is none, has a name and password, or a host outside ASCII.
    pub fn read(text: &str) -> Option<Address> {
        let (scheme, rest) = text.trim().split_once("://")?;
        Address::after(Scheme::of_name(scheme)?, rest)
    }

    /// Reads what stands behind `://` or `//`.
    fn after(scheme: Scheme, rest: &str) -> Option<Address> {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at_checked(end)?;
        let (host, port) = match authority.rsplit_once(':') {
            // The colons of an IPv6 address.
            Some((_, after)) if after.ends_with(']') => (authority, None),
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        };
        let port = match port {
            None | Some("") => scheme.port(),
            Some(digits) => digits.parse().ok()?,
        };
        let fits = |c: char| c.is_ascii_alphanumeric() || ".-_[]:".contains(c);
        if host.is_empty() || !host.chars().all(fits) {
            return None;
        }
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        Some(Address {
            scheme,
            host: host.to_ascii_lowercase(),
            port,
            path: match path {
                "" => "/".to_owned(),
                path => path.to_owned(),
            },
        })
    }

    /// The address that a page's own text names: a whole one, `//host/…`, or a path; `None` for
    /// one relative to the page's folder and for what is no address of the web.
    pub fn join(&self, text: &str) -> Option<Address> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix("//") {
            return Address::after(self.scheme, rest);
        }
        if text.starts_with('/') {
            let path = text.split(['?', '#']).next().unwrap_or_default();
            return Some(Address {
                path: path.to_owned(),
                ..self.clone()
            });
        }
        Address::read(text)
    }

    /// Whether both are of one origin.
    pub fn same_origin(&self, other: &Address) -> bool {
        self.scheme == other.scheme && self.host == other.host && self.port == other.port
    }

    /// `https://www.example.gov.cn`, the port only where it is not the scheme's own.
    pub fn origin(&self) -> String {
        let (scheme, host) = (self.scheme.name(), &self.host);
        match self.port == self.scheme.port() {
            true => format!("{scheme}://{host}"),
            false => format!("{scheme}://{host}:{}", self.port),
        }
    }

    /// The same site with another path.
    pub fn with_path(&self, path: &str) -> Address {
        Address {
            path: path.to_owned(),
            ..self.clone()
        }
    }

    /// Whether browsers treat it as safe although it is not encrypted: the device itself.
    pub fn is_local(&self) -> bool {
        let host = self.host.as_str();
        host == "localhost"
            || host.ends_with(".localhost")
            || host == "[::1]"
            || host.strip_prefix("127.").is_some_and(|rest| {
                let parts: Vec<&str> = rest.split('.').collect();
                parts.len() == 3 && parts.iter().all(|part| part.parse::<u8>().is_ok())
            })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin(), self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Address {
        Address::read(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn an_address_is_read_in_its_parts() {
        let address = read("HTTPS://WWW.Example.gov.cn:8443/a/b?c#d");
        assert_eq!(address.scheme, Scheme::Https);
        assert_eq!(
            (address.host.as_str(), address.port),
            ("www.example.gov.cn", 8443)
        );
        assert_eq!(address.path, "/a/b");
        assert_eq!(address.to_string(), "https://www.example.gov.cn:8443/a/b");
        assert_eq!(read("http://a.cn").to_string(), "http://a.cn/");
        assert_eq!(read("https://a.cn:443?x").origin(), "https://a.cn");
        assert_eq!(read("http://[::1]:8080/").port, 8080);
        assert_eq!(read("http://[::1]/").host, "[::1]");
    }

    #[test]
    fn what_is_no_address_of_the_web_is_refused() {
        for text in [
            "",
            "a.cn",
            "ftp://a.cn",
            "https://",
            "https://:80",
            "https://a b",
            "https://u:p@a.cn",
            "https://a.cn:x",
            "https://a.cn:70000",
            "https://例子.cn",
            "javascript:alert(1)",
        ] {
            assert_eq!(Address::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_pages_text_is_joined_to_its_address() {
        let page = read("https://a.cn/services/index.html");
        assert_eq!(page.join("/x?y"), Some(read("https://a.cn/x")));
        assert_eq!(page.join("//b.cn/x"), Some(read("https://b.cn/x")));
        assert_eq!(page.join(" http://b.cn "), Some(read("http://b.cn/")));
        assert_eq!(page.join("x.html"), None);
    }

    #[test]
    fn the_device_itself_is_local() {
        for host in [
            "localhost",
            "a.localhost",
            "127.0.0.1",
            "127.9.9.9",
            "[::1]",
        ] {
            assert!(read(&format!("http://{host}:1")).is_local(), "{host}");
        }
        for host in ["127.0.0.1.cn", "localhost.cn", "128.0.0.1", "127.a.b.c"] {
            assert!(!read(&format!("http://{host}")).is_local(), "{host}");
        }
    }
}
