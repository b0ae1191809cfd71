//! A sandbox for each test, and a client that sends requests as a page does.

use anyhow::{Context, Result};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder, redirect};
use sandbox::{Options, Running, Sandbox};
use serde_json::Value;

/// The origin of a page that may read the responses.
pub const PAGE: &str = "http://127.0.0.1:8080";

/// A running sandbox, and a client for one platform of it.
pub struct Shop {
    pub sandbox: Running,
    pub client: Client,
    base: String,
}

/// A complete response.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Shop {
    /// Starts a sandbox in memory. All paths are relative to `/{platform}`.
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

    /// A request from [`PAGE`].
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("{}{path}", self.base))
            .header("origin", PAGE)
    }

    /// Posts JSON with some headers.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Result<Reply> {
        send(with(self.request(Method::POST, path), headers).json(body)).await
    }

    /// Posts a body of any media type.
    pub async fn post_text(
        &self,
        path: &str,
        content_type: &str,
        body: impl AsRef<[u8]>,
    ) -> Result<Reply> {
        let request = self.request(Method::POST, path);
        send(
            request
                .header("content-type", content_type)
                .body(body.as_ref().to_vec()),
        )
        .await
    }

    /// Gets with some headers.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Reply> {
        send(with(self.request(Method::GET, path), headers)).await
    }

    /// Sends the preflight request for a POST with two non-simple headers.
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

    /// A string inside the JSON body.
    pub fn text_at(&self, pointer: &str) -> Result<String> {
        let value = self.at(pointer);
        value
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("{pointer} in {}", self.text))
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The origin that may read the response.
    pub fn allowed_origin(&self) -> Option<&str> {
        self.header("access-control-allow-origin")
    }

    /// The cookie that the response sets, as `name=value`.
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

/// Sends a request, and reads the whole response.
pub async fn send(request: RequestBuilder) -> Result<Reply> {
    let response = request.send().await?;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Ok(Reply {
        status,
        headers,
        text: response.text().await?,
    })
}
