use crate::registration::json::Json;
use crate::registration::secret::Secret;

/// A request to a platform.
///
/// It does not implement `Debug`, because it contains passwords and tokens.
#[derive(Clone)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The URL. A path belongs to the host of the page.
    pub url: String,
    /// Names and values of the headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body, if there is one.
    pub body: Option<String>,
    /// Whether the browser sends and stores the platform's cookies.
    pub cookies: bool,
    /// Whether the request may be sent again after its response was lost.
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
    pub fn bearer(self, token: &Secret) -> Self {
        self.header("authorization", ["Bearer ", token.expose()].concat())
    }

    /// Sends and stores the platform's cookies if `cookies` is true.
    pub fn with_cookies(self, cookies: bool) -> Self {
        Self { cookies, ..self }
    }

    /// Marks a `POST` that may be sent again.
    pub fn repeatable(self) -> Self {
        Self {
            repeatable: true,
            ..self
        }
    }
}
