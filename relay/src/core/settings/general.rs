use super::setting::{Need, Setting};
use super::{Settings, is};
use crate::core::address::{Hops, ProxyHeader};
use crate::core::origins::Origins;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::time::Duration;

/// The settings that the relay has whatever the platform is.
pub static GENERAL: &[Setting] = &[
    LISTEN,
    METRICS_LISTEN,
    ORIGINS,
    BASE_PATH,
    TRUSTED_PROXIES,
    PROXY_HEADER,
    PER_ADDRESS,
    IN_TOTAL,
    TIMEOUT,
    CONNECTIONS,
];

const LISTEN: Setting = Setting {
    name: "listen",
    about: "The address and the port for pages.",
    default: "127.0.0.1:8090",
    wants: "an IP address with a port, for example `127.0.0.1:8090`",
    check: |value| value.parse::<SocketAddr>().is_ok(),
    need: Need::Optional,
};

const METRICS_LISTEN: Setting = Setting {
    name: "metrics_listen",
    about: "The address and the port for `/metrics`, which nobody outside should reach.",
    default: "",
    wants: "an IP address with a port, for example `127.0.0.1:8091`",
    ..LISTEN
};

const ORIGINS: Setting = Setting {
    name: "origins",
    about: "The origins of the pages with the form.",
    default: "",
    wants: "the origins of your pages, for example `https://shop.example`: no path, no slash at the end",
    check: |value| Origins::read(value).is_ok_and(|origins| !origins.is_empty()),
    need: Need::Required,
};

const BASE_PATH: Setting = Setting {
    name: "base_path",
    about: "The path that the page's `endpoint` has, unless a proxy removes it.",
    default: "",
    wants: "a path without a slash at its end, for example `/signup`",
    check: is::path,
    need: Need::Optional,
};

const TRUSTED_PROXIES: Setting = Setting {
    name: "trusted_proxies",
    about: "The networks of the proxies before the relay, which may name the shopper's address.",
    default: "",
    wants: "IP addresses or networks, for example `127.0.0.1, 10.0.0.0/8`",
    check: |value| networks(value).is_some(),
    need: Need::Optional,
};

const PROXY_HEADER: Setting = Setting {
    name: "proxy_header",
    about: "The header that those proxies write. The relay does not read the other one.",
    default: "x-forwarded-for",
    wants: "`x-forwarded-for` or `forwarded`",
    check: |value| proxy_header(value).is_some(),
    need: Need::Optional,
};

const PER_ADDRESS: Setting = Setting {
    name: "per_address",
    about: "The requests that one address may send in a minute.",
    default: "5",
    wants: "a number from 1 to 1000",
    check: |value| within(value, 1..=1000).is_some(),
    need: Need::Optional,
};

const IN_TOTAL: Setting = Setting {
    name: "in_total",
    about: "The requests of all addresses that the relay passes on in a minute.",
    default: "300",
    wants: "a number from 1 to 1000000",
    check: |value| within(value, 1..=1_000_000).is_some(),
    need: Need::Optional,
};

const TIMEOUT: Setting = Setting {
    name: "timeout",
    about: "The seconds that a request may wait for the platform. The form itself waits 15.",
    default: "10",
    wants: "a number of seconds from 1 to 60",
    check: |value| within(value, 1..=60).is_some(),
    need: Need::Optional,
};

const CONNECTIONS: Setting = Setting {
    name: "connections",
    about: "The connections that may be open at once. Others wait.",
    default: "10000",
    wants: "a number from 1 to 100000",
    check: |value| within(value, 1..=100_000).is_some(),
    need: Need::Optional,
};

/// The general settings, read.
#[derive(Clone, Debug)]
pub struct General {
    /// Where pages reach the relay.
    pub listen: SocketAddr,
    /// Where `/metrics` is, if anywhere.
    pub metrics_listen: Option<SocketAddr>,
    /// The pages that may use the relay.
    pub origins: Origins,
    /// What the paths of all routes begin with.
    pub base_path: String,
    /// The proxies before the relay.
    pub hops: Hops,
    /// Requests a minute for one address.
    pub per_address: NonZeroU32,
    /// Requests a minute for all addresses.
    pub in_total: NonZeroU32,
    /// How long a request may wait for the vendor.
    pub timeout: Duration,
    /// How many connections may be open.
    pub connections: usize,
}

impl General {
    /// Reads the settings, `None` if one of them is wrong.
    pub fn read(settings: &Settings) -> Option<Self> {
        let metrics = settings.value(&METRICS_LISTEN);
        let number = |setting| within(settings.value(setting), 1..=u32::MAX);
        Some(Self {
            listen: settings.value(&LISTEN).parse().ok()?,
            metrics_listen: match metrics {
                "" => None,
                address => Some(address.parse().ok()?),
            },
            origins: Origins::read(settings.value(&ORIGINS)).ok()?,
            base_path: settings.value(&BASE_PATH).to_owned(),
            hops: Hops {
                trusted: networks(settings.value(&TRUSTED_PROXIES))?,
                header: proxy_header(settings.value(&PROXY_HEADER))?,
            },
            per_address: number(&PER_ADDRESS)?,
            in_total: number(&IN_TOTAL)?,
            timeout: Duration::from_secs(number(&TIMEOUT)?.get().into()),
            connections: number(&CONNECTIONS)?.get().try_into().ok()?,
        })
    }

    /// The requests that may come at once: a tenth of those of a minute.
    pub fn burst(&self) -> NonZeroU32 {
        NonZeroU32::new(self.in_total.get() / 10).unwrap_or(NonZeroU32::MIN)
    }

    /// The most requests that can be passed on within one minute.
    pub fn most_in_a_minute(&self) -> u32 {
        self.in_total.get().saturating_add(self.burst().get())
    }
}

fn within(value: &str, range: std::ops::RangeInclusive<u32>) -> Option<NonZeroU32> {
    let number = value.parse().ok()?;
    range.contains(&number).then(|| NonZeroU32::new(number))?
}

fn proxy_header(value: &str) -> Option<ProxyHeader> {
    let known = [ProxyHeader::XForwardedFor, ProxyHeader::Forwarded];
    known
        .into_iter()
        .find(|header| value.eq_ignore_ascii_case(header.name()))
}

fn networks(list: &str) -> Option<Vec<IpNet>> {
    let texts = list
        .split(',')
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let network = |text: &str| {
        let alone = || text.parse::<IpAddr>().ok().map(IpNet::from);
        text.parse().ok().or_else(alone)
    };
    texts.map(network).collect()
}
