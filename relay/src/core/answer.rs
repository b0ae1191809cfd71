/// What the relay answers to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Names and values. No value has a control character.
    pub headers: Vec<(&'static str, String)>,
    /// The body. It is JSON where it is the relay's own.
    pub body: Vec<u8>,
    /// How the request ended, for logs and metrics.
    pub outcome: Outcome,
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The vendor answered, and the page has its answer.
    PassedOn,
    /// The relay answered by itself, as it should.
    Answered,
    /// A preflight of a known origin.
    Preflight,
    /// A page of another origin.
    OtherOrigin,
    /// Another path or another store.
    NotFound,
    /// Another method.
    OtherMethod,
    /// Another content type.
    OtherType,
    /// More than the largest body.
    TooLarge,
    /// The body came too slowly, or broke off.
    Slow,
    /// A body that is no registration.
    Invalid,
    /// Too many requests from one address.
    AddressLimit,
    /// Too many requests from all addresses.
    TotalLimit,
    /// No connection to the vendor: it got nothing.
    Unreachable,
    /// The vendor got the call, and its answer was lost.
    Lost,
    /// The vendor did not answer in time.
    TimedOut,
    /// The vendor's answer can't be passed on: a redirect, or a body with the relay's own secret.
    Withheld,
    /// The vendor gives the relay no token.
    NoToken,
    /// The shopper left before the answer.
    Left,
}

impl Outcome {
    /// Its name in logs and metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PassedOn => "passed-on",
            Self::Answered => "answered",
            Self::Preflight => "preflight",
            Self::OtherOrigin => "other-origin",
            Self::NotFound => "not-found",
            Self::OtherMethod => "other-method",
            Self::OtherType => "other-type",
            Self::TooLarge => "too-large",
            Self::Slow => "slow",
            Self::Invalid => "invalid",
            Self::AddressLimit => "address-limit",
            Self::TotalLimit => "total-limit",
            Self::Unreachable => "unreachable",
            Self::Lost => "lost",
            Self::TimedOut => "timed-out",
            Self::Withheld => "withheld",
            Self::NoToken => "no-token",
            Self::Left => "left",
        }
    }
}

impl Answer {
    /// An answer without a body.
    pub fn empty(status: u16, outcome: Outcome) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            outcome,
        }
    }

    /// An answer with a JSON body.
    pub fn json(status: u16, body: impl Into<Vec<u8>>, outcome: Outcome) -> Self {
        let answer = Self {
            body: body.into(),
            ..Self::empty(status, outcome)
        };
        answer.with("content-type", "application/json")
    }

    /// Adds a header, unless its value could split one.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        if value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            self.headers.push((name, value));
        }
        self
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }
}
