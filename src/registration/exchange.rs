//! What goes to a platform and what comes back, with the sending left to somebody else.

use super::failure::Failure;
use super::json::Json;

/// The characters that a [`Reply`] keeps of a body.
const EXCERPT: usize = 200;

/// Longer than a UUID, shorter than any platform's token.
const SHORTEST_TOKEN: usize = 37;

/// What happens next in a registration.
pub enum Step {
    /// Send this, and hand the answer to [`Next`].
    Send(Request, Next),
    /// Hand over a token of the platform's [`TokenSource`](super::token::TokenSource).
    Token(Wanted, NextToken),
    /// The account is there.
    Done(Account),
    /// It is not, or nobody can tell.
    Fail(Failure),
}

/// Reads the answer to a request. It keeps what the platform needs to know until then.
pub type Next = Box<dyn FnOnce(Answer) -> Step>;

/// Goes on with a token, or with why there is none.
pub type NextToken = Box<dyn FnOnce(Result<String, Failure>) -> Step>;

/// Which token a platform wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Any that has not expired.
    Remembered,
    /// Another one than before: the platform refused that.
    New,
}

/// What came of a request.
pub type Answer = Result<Reply, Lost>;

impl Step {
    /// Sends a request and reads its answer with `next`.
    pub fn send(request: Request, next: impl FnOnce(Answer) -> Step + 'static) -> Self {
        Self::Send(request, Box::new(next))
    }

    /// Goes on with a token, and fails without one.
    pub fn with_token(wanted: Wanted, next: impl FnOnce(String) -> Step + 'static) -> Self {
        let next = |token: Result<String, Failure>| token.map_or_else(Step::Fail, next);
        Self::Token(wanted, Box::new(next))
    }
}

/// The account that a registration led to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The platform's identifier, empty where its answer was lost and it can't be asked for.
    pub id: String,
    /// The email as it was registered.
    pub email: String,
    /// The platform wants the shopper to follow a link in an email first.
    pub check_mail: bool,
    /// What did not work beside the account itself, in English for the owner.
    pub remark: Option<&'static str>,
}

/// A request to a platform.
///
/// It has no `Debug`: passwords and tokens are in it.
#[derive(Clone)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The absolute address.
    pub url: String,
    /// Names and values, the content type among them.
    pub headers: Vec<(&'static str, String)>,
    /// The body's text.
    pub body: Option<String>,
    /// Whether the browser sends and keeps the platform's cookies.
    pub cookies: bool,
    /// Whether sending it twice does no harm, so that a lost one is sent once more.
    pub repeatable: bool,
}

impl Request {
    /// A `GET` request.
    pub fn get(url: String) -> Self {
        Self {
            method: "GET",
            url,
            headers: Vec::new(),
            body: None,
            cookies: false,
            repeatable: true,
        }
    }

    /// A `POST` request without a body.
    pub fn post(url: String) -> Self {
        Self {
            method: "POST",
            repeatable: false,
            ..Self::get(url)
        }
    }

    /// A `POST` request with a JSON body.
    pub fn post_json(url: String, body: &Json) -> Self {
        let typed = Self::post(url).header("content-type", "application/json");
        Self {
            body: Some(body.write()),
            ..typed
        }
    }

    /// Adds a header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Adds the bearer token.
    pub fn bearer(self, token: &str) -> Self {
        self.header("authorization", ["Bearer ", token].concat())
    }

    /// Sends and keeps the platform's cookies if `cookies` is true.
    pub fn with_cookies(self, cookies: bool) -> Self {
        Self { cookies, ..self }
    }

    /// Marks a `POST` that may be sent twice.
    pub fn repeatable(self) -> Self {
        Self {
            repeatable: true,
            ..self
        }
    }
}

/// An answer of which status and body could be read.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status, 0 for a redirect, which is not followed.
    pub status: u16,
    /// Seconds to wait, where the page may read the header `Retry-After`.
    pub retry_after: Option<u32>,
    /// The body, `Null` where it is no JSON.
    pub body: Json,
    /// The beginning of the body's text without tokens, for the owner.
    pub excerpt: String,
}

impl Reply {
    /// Reads a body. The excerpt keeps 200 characters of it, JSON without needless escapes and spaces.
    pub fn new(status: u16, retry_after: Option<u32>, text: &str) -> Self {
        let body = super::json::read(text);
        Self {
            status,
            retry_after,
            excerpt: match &body {
                Some(body) => excerpt(&body.write()),
                None => excerpt(text),
            },
            body: body.unwrap_or(Json::Null),
        }
    }

    /// Whether the status is one of 200 to 299.
    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// The beginning of a text. What could be a token becomes `…`: a long run of letters, digits, dots,
/// dashes and underscores.
pub fn excerpt(text: &str) -> String {
    let is_between = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_');
    let mut out = String::new();
    for piece in text.split_inclusive(is_between) {
        let run = piece.trim_end_matches(is_between);
        match piece.strip_prefix(run) {
            Some(after) if run.len() >= SHORTEST_TOKEN => out.extend(["…", after]),
            _ => out.push_str(piece),
        }
        // A character has four bytes at most.
        if out.len() >= 4 * EXCERPT {
            break;
        }
    }
    out.chars().take(EXCERPT).collect()
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The browser knows that it has no connection: nothing was sent.
    Offline,
    /// No connection, a cut one, or an answer that the browser keeps from the page.
    Unreachable,
    /// No answer within the time limit.
    TimedOut,
}
