//! A sandbox of its own for each test, and a client that speaks to it as a page would.

use anyhow::{Context, Result};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder, redirect};
use sandbox::{Options, Running, Sandbox};
use serde_json::Value;

/// A page that the sandbox lets read.
pub const PAGE: &str = "http://127.0.0.1:8080";

/// A running sandbox and one platform's address in it.
pub struct Shop {
    pub sandbox: Running,
    pub client: Client,
    base: String,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Shop {
    /// Starts a sandbox in memory; paths are below `/{platform}`.
    pub async fn open(platform: &str) -> Result<Self> {
        let sandbox = Sandbox::start(Options::default()).await?;
        let base = format!("{}/{platform}", sandbox.url());
        let client = Client::builder()
            .redirect(redirect::Policy::none())
            .build()?;
        Ok(Self {
            sandbox,
            client,
            base,
        })
    }

    /// A request from [`PAGE`], to be finished and sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("{}{path}", self.base))
            .header("origin", PAGE)
    }

    /// Posts JSON with some headers.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Result<Reply> {
        send(with(self.request(Method::POST, path), headers).json(body)).await
    }

    /// Gets with some headers.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Reply> {
        send(with(self.request(Method::GET, path), headers)).await
    }

    /// Asks as a browser does before a request with two headers of its own.
    pub async fn preflight(&self, path: &str, origin: &str) -> Result<Reply> {
        let request = self
            .client
            .request(Method::OPTIONS, format!("{}{path}", self.base))
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header(
                "access-control-request-headers",
                "authorization,content-type",
            );
        send(request).await
    }
}

impl Reply {
    /// The body as JSON; null if it is something else.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// A value inside the JSON body; null if it isn't there.
    pub fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).cloned().unwrap_or_default()
    }

    /// A text inside the JSON body.
    pub fn text_at(&self, pointer: &str) -> Result<String> {
        let value = self.at(pointer);
        value
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("{pointer} in {}", self.text))
    }

    /// A header's text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The page that may read the answer.
    pub fn allowed_origin(&self) -> Option<&str> {
        self.header("access-control-allow-origin")
    }

    /// The cookie to send back, as `name=value`.
    pub fn cookie(&self) -> Option<&str> {
        self.header("set-cookie")?.split(';').next()
    }
}

/// Adds headers.
pub fn with(request: RequestBuilder, headers: &[(&str, &str)]) -> RequestBuilder {
    headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    })
}

/// Sends, and reads the whole answer.
pub async fn send(request: RequestBuilder) -> Result<Reply> {
    let response = request.send().await?;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Ok(Reply {
        status,
        headers,
        text: response.text().await?,
    })
}
