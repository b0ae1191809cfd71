//! What the browser makes of an address, by the `url` crate.

use url::{Host, Url};

/// What an address means on a page.
pub fn resolved(page: &str, address: &str) -> Option<Url> {
    Url::parse(page)
        .expect("a page's address")
        .join(address)
        .ok()
}

/// Whether what is sent there crosses no open network.
pub fn is_private(url: &Url) -> bool {
    url.scheme() == "https" || (url.scheme() == "http" && stays_here(url))
}

/// Whether no other machine hears what is sent there.
fn stays_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}
