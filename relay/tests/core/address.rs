use relay::core::address::{Hops, ProxyHeader, counted_as};
use std::net::IpAddr;

fn hops(trusted: &[&str], header: ProxyHeader) -> Hops {
    Hops {
        trusted: trusted
            .iter()
            .map(|network| network.parse().unwrap())
            .collect(),
        header,
    }
}

fn client(trusted: &[&str], peer: &str, values: &[&str]) -> String {
    let hops = hops(trusted, ProxyHeader::XForwardedFor);
    hops.client(peer.parse().unwrap(), values.iter().copied())
        .to_string()
}

const PROXIES: &[&str] = &["10.0.0.0/8", "fd00::/8"];

#[test]
fn without_a_trusted_proxy_the_connection_counts() {
    assert_eq!(
        client(&[], "198.51.100.7", &["203.0.113.9"]),
        "198.51.100.7"
    );
    assert_eq!(
        client(PROXIES, "198.51.100.7", &["203.0.113.9"]),
        "198.51.100.7"
    );
}

#[test]
fn a_trusted_proxy_names_the_client() {
    assert_eq!(client(PROXIES, "10.0.0.1", &["203.0.113.9"]), "203.0.113.9");
    assert_eq!(client(PROXIES, "fd00::1", &["2001:db8::7"]), "2001:db8::7");
    assert_eq!(
        client(PROXIES, "::ffff:10.0.0.1", &["203.0.113.9"]),
        "203.0.113.9"
    );
}

#[test]
fn a_client_can_not_name_another_one() {
    // The client wrote the first name, the proxy the second.
    for values in [
        &["192.0.2.1, 203.0.113.9"][..],
        &["192.0.2.1", "203.0.113.9"],
    ] {
        assert_eq!(client(PROXIES, "10.0.0.1", values), "203.0.113.9");
    }
}

#[test]
fn each_trusted_hop_of_a_chain_is_passed() {
    let chain = ["192.0.2.1, 203.0.113.9, 10.0.0.3, 10.0.0.2"];
    assert_eq!(client(PROXIES, "10.0.0.1", &chain), "203.0.113.9");
    assert_eq!(client(PROXIES, "10.0.0.1", &["10.0.0.3"]), "10.0.0.3");
}

#[test]
fn what_is_no_address_ends_the_chain() {
    for name in ["unknown", "", "_hidden", "203.0.113", "203.0.113.9, x"] {
        assert_eq!(client(PROXIES, "10.0.0.1", &[name]), "10.0.0.1", "{name}");
    }
}

#[test]
fn a_port_is_no_part_of_the_address() {
    for (name, address) in [
        ("203.0.113.9:4711", "203.0.113.9"),
        ("[2001:db8::7]:4711", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
    ] {
        assert_eq!(client(PROXIES, "10.0.0.1", &[name]), address);
    }
}

#[test]
fn forwarded_is_read_if_the_proxy_writes_it() {
    let hops = hops(PROXIES, ProxyHeader::Forwarded);
    for (value, address) in [
        ("for=203.0.113.9", "203.0.113.9"),
        (
            "for=192.0.2.1, for=203.0.113.9;proto=https;by=10.0.0.1",
            "203.0.113.9",
        ),
        ("proto=https; For=\"[2001:db8::7]:4711\"", "2001:db8::7"),
        ("for=unknown", "10.0.0.1"),
        ("proto=https", "10.0.0.1"),
        ("203.0.113.9", "10.0.0.1"),
    ] {
        let client = hops.client("10.0.0.1".parse().unwrap(), [value].into_iter());
        assert_eq!(client.to_string(), address, "{value}");
    }
}

#[test]
fn a_network_of_ipv6_counts_as_one_address() {
    let counted = |text: &str| counted_as(text.parse::<IpAddr>().unwrap());
    assert_eq!(
        counted("2001:db8:1:2:3::4"),
        counted("2001:db8:1:2:ffff::1")
    );
    assert_ne!(counted("2001:db8:1:2::4"), counted("2001:db8:1:3::4"));
    assert_ne!(counted("203.0.113.9"), counted("203.0.113.8"));
    assert_eq!(counted("::ffff:203.0.113.9"), counted("203.0.113.9"));
}
