//! Who asks, and how often: the caller's address behind trusted proxies, and limits for each.

use crate::problem::{Code, Problem};
use axum::http::HeaderMap;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use ipnet::IpNet;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

/// What a request costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Reading and computing.
    Read,
    /// Something is kept.
    Write,
}

/// The limits. With 0 there is none.
pub struct Limits {
    reads: Option<DefaultKeyedRateLimiter<IpAddr>>,
    writes: Option<DefaultKeyedRateLimiter<IpAddr>>,
    /// How often one receipt may be asked for, from wherever: there are but 10,000 endings.
    receipts: DefaultKeyedRateLimiter<String>,
}

/// Per receipt.
const ATTEMPTS: NonZeroU32 = NonZeroU32::new(10).unwrap();
/// After so long a time there is one more.
const PERIOD: Duration = Duration::from_secs(60);

impl Limits {
    /// Limits for each address and minute.
    pub fn new(reads: u32, writes: u32) -> Self {
        let each = |count| NonZeroU32::new(count).map(|it| RateLimiter::keyed(per_minute(it)));
        let attempts = Quota::with_period(PERIOD).map(|it| it.allow_burst(ATTEMPTS));
        let attempts = attempts.unwrap_or_else(|| per_minute(ATTEMPTS));
        Self {
            reads: each(reads),
            writes: each(writes),
            receipts: RateLimiter::keyed(attempts),
        }
    }

    /// Counts a request of an address.
    ///
    /// # Errors
    ///
    /// If it was one too many.
    pub fn request(&self, class: Class, address: IpAddr) -> Result<(), Problem> {
        let limiter = match class {
            Class::Read => &self.reads,
            Class::Write => &self.writes,
        };
        limiter
            .as_ref()
            .map_or(Ok(()), |it| check(it, &network(address)))
    }

    /// Counts an attempt to read an enquiry.
    ///
    /// # Errors
    ///
    /// If it was one too many.
    pub fn attempt(&self, receipt: &str) -> Result<(), Problem> {
        check(&self.receipts, &receipt.to_owned())
    }

    /// Forgets whoever has not asked for a while.
    pub fn forget(&self) {
        for limiter in [&self.reads, &self.writes].into_iter().flatten() {
            limiter.retain_recent();
        }
        self.receipts.retain_recent();
    }
}

fn per_minute(count: NonZeroU32) -> Quota {
    Quota::per_minute(count)
}

fn check<K: Hash + Eq + Clone>(
    limiter: &DefaultKeyedRateLimiter<K>,
    key: &K,
) -> Result<(), Problem> {
    limiter.check_key(key).map_err(|until| {
        let wait = until.wait_time_from(DefaultClock::default().now());
        Problem::of(Code::TooMany).after(wait.as_secs() + 1)
    })
}

/// What counts as one caller: of IPv6 the network that one connection gets.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => IpAddr::V4(address),
            None => {
                let bits = address.to_bits() & (u128::MAX << 64);
                IpAddr::V6(Ipv6Addr::from_bits(bits))
            }
        },
    }
}

/// The caller's address. `X-Forwarded-For` is believed from trusted proxies only, from its end:
/// what stands before the first address that no trusted proxy wrote may be made up.
pub fn caller(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let trusts = |address: &IpAddr| {
        let address = address.to_canonical();
        trusted.iter().any(|network| network.contains(&address))
    };
    if !trusts(&peer) {
        return peer;
    }
    let forwarded = headers.get_all("x-forwarded-for").iter();
    let texts: Vec<&str> = forwarded.filter_map(|value| value.to_str().ok()).collect();
    let mut caller = peer;
    for text in texts.iter().rev().flat_map(|text| text.rsplit(',')) {
        let Some(address) = address(text.trim()) else {
            return caller;
        };
        caller = address;
        if !trusts(&address) {
            return caller;
        }
    }
    caller
}

/// An address as proxies write it: some add a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[');
    let bare = bare.split(']').next().unwrap_or(bare);
    let plain = || text.parse::<std::net::SocketAddr>().ok().map(|it| it.ip());
    bare.parse().ok().or_else(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed_and_only_their_own_entries() {
        let trusted = ["10.0.0.0/8".parse().unwrap(), "::1/128".parse().unwrap()];
        for (peer, forwarded, expected) in [
            ("203.0.113.9", &["1.2.3.4"][..], "203.0.113.9"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &["198.51.100.7"], "198.51.100.7"),
            (
                "10.0.0.1",
                &["6.6.6.6, 198.51.100.7, 10.2.2.2"],
                "198.51.100.7",
            ),
            ("10.0.0.1", &["6.6.6.6", "198.51.100.7"], "198.51.100.7"),
            ("10.0.0.1", &["198.51.100.7, nonsense"], "10.0.0.1"),
            ("10.0.0.1", &["198.51.100.7:4711"], "198.51.100.7"),
            ("::1", &["[2001:db8::7]:80"], "2001:db8::7"),
            ("::ffff:10.0.0.1", &["198.51.100.7"], "198.51.100.7"),
            ("10.0.0.1", &["10.1.1.1, 10.2.2.2"], "10.1.1.1"),
        ] {
            let mut headers = HeaderMap::new();
            for value in forwarded {
                headers.append("x-forwarded-for", value.parse().unwrap());
            }
            let found = caller(peer.parse().unwrap(), &headers, &trusted);
            assert_eq!(found.to_string(), expected, "{peer} {forwarded:?}");
        }
    }

    #[test]
    fn each_address_has_its_own_limit_and_is_told_when_to_come_back() {
        let limits = Limits::new(0, 2);
        let one: IpAddr = "198.51.100.7".parse().unwrap();
        for _ in 0..100 {
            limits.request(Class::Read, one).unwrap();
        }
        limits.request(Class::Write, one).unwrap();
        limits.request(Class::Write, one).unwrap();
        let problem = limits.request(Class::Write, one).unwrap_err();
        assert_eq!(problem.code, Code::TooMany);
        assert!(problem.retry_after.is_some_and(|it| (1..=31).contains(&it)));
        limits
            .request(Class::Write, "198.51.100.8".parse().unwrap())
            .unwrap();
        let near = ["2001:db8::1", "2001:db8::2", "2001:db8::3"];
        let near = near.map(|it| limits.request(Class::Write, it.parse().unwrap()).is_ok());
        assert_eq!(near, [true, true, false]);
    }
}
