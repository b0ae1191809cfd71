//! The real servers, as `cargo xtask test --medusa` tells of them by the environment.

use anyhow::{Context, Result};
use e2e::{Api, Browser, Element, Failure, Form, Lease, Page, Shopper, Site, Success, in_browser};
use serde_json::Value;
use std::collections::HashMap;
use std::env;
use std::sync::{Mutex, PoisonError};
use storefront_signup::registration::platform;

/// The pages of all tests are at the same port, which the servers' CORS settings name.
static PORT: Mutex<()> = Mutex::new(());

const PAGE_PORT: &str = "MEDUSA_PAGE_PORT";
const STORE_ONLY_PORT: &str = "MEDUSA_STORE_ONLY_PORT";

/// A real server, and a shop whose pages may call it.
pub struct Store<'a> {
    /// The server's API.
    pub api: Api,
    site: &'a Site,
    browser: &'a Browser,
}

/// Runs a test on Medusa 2.
pub fn on_v2(test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    on(v2()?, PAGE_PORT, test)
}

/// Runs a test on Medusa 1.
pub fn on_v1(test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    on(api("medusa-v1", "MEDUSA_V1_URL")?, PAGE_PORT, test)
}

/// Runs a test on both.
pub fn on_both(test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    on_v2(&test)?;
    on_v1(&test)
}

/// Runs a test on Medusa 2 with pages that may call `/store`, but not `/auth`.
pub fn on_v2_without_auth_cors(test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    on(v2()?, STORE_ONLY_PORT, test)
}

fn on(api: Api, port: &str, test: impl AsyncFn(&Store) -> Result<()>) -> Result<()> {
    let _alone = PORT.lock().unwrap_or_else(PoisonError::into_inner);
    in_browser(
        Lease::Shared,
        variable(port)?.parse()?,
        async |browser, site| test(&Store { api, site, browser }).await,
    )
}

fn v2() -> Result<Api> {
    let mut api = api("medusa", "MEDUSA_V2_URL")?;
    let key = variable("MEDUSA_PUBLISHABLE_KEY")?;
    api.settings.insert("publishable-key".to_owned(), key);
    Ok(api)
}

fn api(id: &str, url: &str) -> Result<Api> {
    let platform = platform::find(id).with_context(|| format!("the registry has no {id}"))?;
    Ok(Api {
        platform,
        endpoint: variable(url)?,
        settings: HashMap::new(),
    })
}

fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: run `cargo xtask test --medusa`"))
}

impl<'a> Store<'a> {
    /// The element with all that the server needs.
    pub fn element(&self) -> Element {
        self.api.element()
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
        form.fill_in(self.api.platform, shopper).await?;
        form.press().await?;
        Ok(form)
    }

    /// Sends and returns what the success event carries.
    pub async fn register(&self, element: &Element, shopper: &Shopper) -> Result<Success> {
        self.send(element, shopper).await?.success().await
    }

    /// Sends and returns what the error event carries.
    pub async fn refusal(&self, element: &Element, shopper: &Shopper) -> Result<Failure> {
        self.send(element, shopper).await?.failure().await
    }

    /// The customer that email and password sign in to, by the server's API.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<Value> {
        let customer = self.api.sign_in(email, password).await?;
        customer.with_context(|| format!("{email} can't sign in"))
    }

    /// Who is signed in by the browser's cookies, asked for by the page: status and email.
    pub async fn with_cookies(&self, path: &str) -> Result<(u16, Option<String>)> {
        let script = "
            const [address, key] = arguments;
            const headers = key ? { 'x-publishable-api-key': key } : {};
            return fetch(address, { credentials: 'include', headers })
                .then(async (answer) => [answer.status, answer.ok ? (await answer.json()).customer.email : null]);";
        let arguments = [
            format!("{}{path}", self.api.endpoint).into(),
            self.api.key().into(),
        ];
        self.browser.script(script, &arguments).await
    }
}
