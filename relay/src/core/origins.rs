/// The origins whose pages may use the relay.
#[derive(Clone, Debug)]
pub struct Origins(Vec<String>);

impl Origins {
    /// Reads origins with commas between them.
    ///
    /// # Errors
    /// The first text that is not an origin as a browser sends it.
    pub fn read(list: &str) -> Result<Self, String> {
        let origins = list.split(',').map(str::trim);
        let origins: Vec<String> = origins
            .filter(|origin| !origin.is_empty())
            .map(str::to_owned)
            .collect();
        match origins.iter().find(|origin| !is_origin(origin)) {
            Some(wrong) => Err(wrong.clone()),
            None => Ok(Self(origins)),
        }
    }

    /// Whether the list has no origin.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an origin is listed. It is compared whole: `https://shop.example.evil.example` is another one.
    pub fn allow(&self, origin: &str) -> bool {
        self.0.iter().any(|listed| listed == origin)
    }
}

/// As the header `Origin` has it: a scheme, a host in lower case, a port if it is not the usual one.
///
/// <https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Origin>
pub(super) fn is_origin(text: &str) -> bool {
    let (rest, usual) = match text.split_once("://") {
        Some(("https", rest)) => (rest, "443"),
        Some(("http", rest)) => (rest, "80"),
        _ => return false,
    };
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (rest, None),
    };
    is_host(host) && port.is_none_or(|port| port != usual && is_port(port))
}

fn is_port(port: &str) -> bool {
    !port.starts_with(['0', '+']) && port.parse::<u16>().is_ok()
}

fn is_host(host: &str) -> bool {
    if let Some(address) = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
    {
        return address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let is_label = |label: &str| {
        let known = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
        !label.is_empty() && label.bytes().all(known)
    };
    host.split('.').all(is_label)
}
