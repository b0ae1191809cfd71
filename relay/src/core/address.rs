//! Who sent a request, for the limits.

use ipnet::IpNet;
use std::net::{IpAddr, Ipv6Addr};

/// The header in which the proxies before the relay name the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProxyHeader {
    /// `X-Forwarded-For`: <https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For>.
    XForwardedFor,
    /// `Forwarded`: <https://www.rfc-editor.org/rfc/rfc7239>.
    Forwarded,
}

impl ProxyHeader {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::XForwardedFor => "x-forwarded-for",
            Self::Forwarded => "forwarded",
        }
    }
}

/// Which hops may name a client, and how.
#[derive(Clone, Debug)]
pub struct Hops {
    /// The networks of the proxies. Without one, nobody may name a client.
    pub trusted: Vec<IpNet>,
    /// The header that they write. A client could write the other one by itself.
    pub header: ProxyHeader,
}

impl Hops {
    /// The address of the client, from the address of the connection and the values of the header in their order.
    ///
    /// The last hop wrote the last name. Each name counts only if a trusted hop wrote it.
    pub fn client<'a>(&self, peer: IpAddr, values: impl Iterator<Item = &'a str>) -> IpAddr {
        let names: Vec<&str> = values.flat_map(|value| value.split(',')).collect();
        let mut client = peer.to_canonical();
        for name in names.into_iter().rev() {
            if !self.trusts(client) {
                break;
            }
            match self.read(name) {
                Some(address) => client = address.to_canonical(),
                // `unknown` or a made-up name: the hop that wrote it is the last one that is known.
                None => break,
            }
        }
        client
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.trusted
            .iter()
            .any(|network| network.contains(&address))
    }

    fn read(&self, name: &str) -> Option<IpAddr> {
        match self.header {
            ProxyHeader::XForwardedFor => node(name.trim()),
            ProxyHeader::Forwarded => node(forwarded_for(name)?),
        }
    }
}

/// The value of `for` in one element of `Forwarded`, without quotes.
fn forwarded_for(element: &str) -> Option<&str> {
    element.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let is_for = name.trim().eq_ignore_ascii_case("for");
        is_for.then(|| value.trim().trim_matches('"'))
    })
}

/// `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:80`.
fn node(text: &str) -> Option<IpAddr> {
    if let Some(rest) = text.strip_prefix('[') {
        let (address, _) = rest.split_once(']')?;
        return address.parse::<Ipv6Addr>().ok().map(IpAddr::V6);
    }
    if let Ok(address) = text.parse() {
        return Some(address);
    }
    let (address, _) = text.split_once(':')?;
    address.parse().ok().map(IpAddr::V4)
}

/// What an address counts as: itself, or its /64 in IPv6, which one household has for itself.
pub fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let network = address.to_bits() & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from_bits(network))
        }
        address => address,
    }
}
