//! The real servers, as `cargo xtask test --medusa` tells of them by the environment.

use anyhow::{Context, Result};
use e2e::sign_in::{self, Credentials};
use e2e::{Browser, Element, Form, Page, Shopper, Site, in_browser};
use serde_json::Value;
use std::env;
use std::sync::{Mutex, PoisonError};
use storefront_signup::registration::platform::{self, Platform};

/// The pages of all tests are at the same port, which the servers' CORS settings name.
static PORT: Mutex<()> = Mutex::new(());

/// A real server, and a shop whose pages may call it.
pub struct Store<'a> {
    /// The platform that it is.
    pub platform: &'static Platform,
    /// The base address of its API.
    pub endpoint: String,
    /// The publishable key, where there is one.
    pub key: Option<String>,
    site: Site,
    browser: &'a Browser,
}

/// Runs a test on Medusa 2.
pub fn on_v2(test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    on(find("medusa")?, "MEDUSA_V2_URL", "MEDUSA_PAGE_PORT", test)
}

/// Runs a test on Medusa 1.
pub fn on_v1(test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    on(
        find("medusa-v1")?,
        "MEDUSA_V1_URL",
        "MEDUSA_PAGE_PORT",
        test,
    )
}

/// Runs a test on both.
pub fn on_both(test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    on_v2(&test)?;
    on_v1(&test)
}

/// Runs a test on Medusa 2 with pages that may call `/store`, but not `/auth`.
pub fn on_v2_without_auth_cors(test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    on(
        find("medusa")?,
        "MEDUSA_V2_URL",
        "MEDUSA_STORE_ONLY_PORT",
        test,
    )
}

fn on(
    platform: &'static Platform,
    url: &str,
    port: &str,
    test: impl AsyncFn(&Store) -> Result<()>,
) -> Result<()> {
    let _alone = PORT.lock().unwrap_or_else(PoisonError::into_inner);
    in_browser(async |browser| {
        let needs_key = platform
            .settings
            .iter()
            .any(|setting| setting.name == "publishable-key");
        let key = if needs_key {
            Some(variable("MEDUSA_PUBLISHABLE_KEY")?)
        } else {
            None
        };
        let site = Site::start(variable(port)?.parse()?).await?;
        test(&Store {
            platform,
            endpoint: variable(url)?,
            key,
            site,
            browser,
        })
        .await
    })
}

fn find(id: &str) -> Result<&'static Platform> {
    platform::find(id).with_context(|| format!("the registry has no {id}"))
}

fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: run `cargo xtask test --medusa`"))
}

impl<'a> Store<'a> {
    /// The element with all that the server needs.
    pub fn element(&self) -> Element {
        let element = Element::new()
            .set("platform", self.platform.id)
            .set("endpoint", &self.endpoint);
        self.key
            .iter()
            .fold(element, |element, key| element.set("publishable-key", key))
    }

    /// Opens a page with an element and waits until its form can be used.
    pub async fn open(&self, element: &Element) -> Result<Form<'a>> {
        self.browser
            .goto(&self.site.publish("/", Page::new(element)))
            .await?;
        let form = Form::new(self.browser, element.id());
        form.event("signup-ready").await?;
        Ok(form)
    }

    async fn send(&self, element: &Element, shopper: &Shopper) -> Result<Form<'a>> {
        let form = self.open(element).await?;
        form.fill_in(self.platform, shopper).await?;
        form.press().await?;
        Ok(form)
    }

    /// Sends and returns what the success event carries.
    pub async fn register(&self, element: &Element, shopper: &Shopper) -> Result<Value> {
        let form = self.send(element, shopper).await?;
        let outcome = form.outcome().await?;
        assert_eq!(outcome.kind, "signup-success", "{}", outcome.detail);
        Ok(outcome.detail)
    }

    /// Sends and returns what the error event carries.
    pub async fn refusal(&self, element: &Element, shopper: &Shopper) -> Result<Value> {
        let form = self.send(element, shopper).await?;
        let outcome = form.outcome().await?;
        assert_eq!(outcome.kind, "signup-error", "{}", outcome.detail);
        Ok(outcome.detail)
    }

    /// The customer that email and password sign in to, by the server's API.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<Value> {
        let (platform, endpoint, key) = (
            self.platform.id,
            self.endpoint.as_str(),
            self.key.as_deref(),
        );
        let credentials = Credentials {
            platform,
            endpoint,
            key,
            email,
            password,
        };
        sign_in::customer(&credentials)
            .await?
            .with_context(|| format!("{email} can't sign in"))
    }

    /// What the page gets from the server when it sends the browser's cookies: status and body.
    pub async fn with_cookies(&self, path: &str) -> Result<(u16, Value)> {
        let script = "
            const [address, key] = arguments;
            const headers = key ? { 'x-publishable-api-key': key } : {};
            return fetch(address, { credentials: 'include', headers })
                .then(async (answer) => [answer.status, answer.ok ? await answer.json() : null]);";
        let arguments = [
            format!("{}{path}", self.endpoint).into(),
            self.key.clone().into(),
        ];
        self.browser.script(script, &arguments).await
    }
}
