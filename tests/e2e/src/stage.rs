//! All that a test plays with.

use crate::browser::{Browser, in_browser};
use crate::element::Element;
use crate::form::Form;
use crate::sign_in::{self, Credentials};
use crate::site::{Page, Site};
use anyhow::Result;
use futures_util::FutureExt;
use sandbox::{Account, AccountState, Entry, Options, Running, Sandbox};
use serde::Deserialize;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, resume_unwind};
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// The path of the page that [`Stage::open`] shows.
const PATH: &str = "/register";

/// A sandbox store of one platform, a site and a browser.
pub struct Stage<'a> {
    /// The platform that the test is about.
    pub platform: &'static Platform,
    /// The store.
    pub sandbox: Running,
    /// The shop's own server.
    pub site: Site,
    /// The shopper's browser.
    pub browser: &'a Browser,
    settings: HashMap<String, String>,
}

/// Runs a test with the first platform, where it does not matter which.
///
/// # Errors
/// When the test fails.
pub fn on_stage(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    in_browser(async |browser| match REGISTRY.first() {
        Some(platform) => perform(platform, browser, &test).await,
        None => Ok(()),
    })
}

/// Runs a test with each platform in turn.
///
/// # Errors
/// When the test fails with one of them.
pub fn on_every_platform(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    in_browser(async |browser| {
        for platform in REGISTRY {
            perform(platform, browser, &test).await?;
        }
        Ok(())
    })
}

async fn perform(
    platform: &'static Platform,
    browser: &Browser,
    test: impl AsyncFn(&Stage) -> Result<()>,
) -> Result<()> {
    let stage = Stage::set(platform, browser).await?;
    watched(test(&stage), async || stage.describe()).await
}

/// Waits for a test, and prints what `describe` says if it fails or panics.
pub(crate) async fn watched(
    test: impl Future<Output = Result<()>>,
    describe: impl AsyncFnOnce() -> String,
) -> Result<()> {
    let result = AssertUnwindSafe(test).catch_unwind().await;
    if !matches!(result, Ok(Ok(()))) {
        eprintln!("{}", describe().await);
    }
    result.unwrap_or_else(|panic| resume_unwind(panic))
}

impl<'a> Stage<'a> {
    async fn set(platform: &'static Platform, browser: &'a Browser) -> Result<Self> {
        let sandbox = Sandbox::start(Options::default()).await?;
        let settings = settings(platform, &sandbox.url()).await?;
        Ok(Self {
            platform,
            sandbox,
            site: Site::start(0).await?,
            browser,
            settings,
        })
    }

    /// The base address of the platform's API.
    pub fn endpoint(&self) -> String {
        format!("{}/{}", self.sandbox.url(), self.platform.id)
    }

    /// The element with all that the platform needs.
    pub fn element(&self) -> Element {
        let element = Element::new()
            .set("platform", self.platform.id)
            .set("endpoint", &self.endpoint());
        self.settings
            .iter()
            .fold(element, |element, (name, value)| element.set(name, value))
    }

    /// Opens a page.
    ///
    /// # Errors
    /// When the browser can't.
    pub async fn open(&self, page: Page) -> Result<()> {
        self.browser.goto(&self.site.publish(PATH, page)).await
    }

    /// Opens a page with nothing but an element on it and waits until its form can be used.
    ///
    /// # Errors
    /// When it never can.
    pub async fn form_of(&self, element: &Element) -> Result<Form<'a>> {
        self.open(Page::new(element)).await?;
        let form = Form::new(self.browser, element.id());
        form.event("signup-ready").await?;
        Ok(form)
    }

    /// [`Stage::form_of`] the plain [`Stage::element`].
    ///
    /// # Errors
    /// When it never can be used.
    pub async fn form(&self) -> Result<Form<'a>> {
        self.form_of(&self.element()).await
    }

    /// Whether the shopper gets in with the password that was typed, by the platform's API.
    ///
    /// # Errors
    /// When the platform answers neither yes nor no.
    pub async fn lets_in(&self, email: &str, password: &str) -> Result<bool> {
        let key = self.settings.get("publishable-key").map(String::as_str);
        let (platform, endpoint) = (self.platform.id, &self.endpoint());
        let credentials = Credentials {
            platform,
            endpoint,
            key,
            email,
            password,
        };
        Ok(sign_in::customer(&credentials).await?.is_some())
    }

    /// The registered accounts with exactly this email.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn registered(&self, email: &str) -> Result<Vec<Account>> {
        let is_meant =
            |account: &Account| account.email == email && account.state == AccountState::Registered;
        Ok(self
            .sandbox
            .accounts(self.platform.id)?
            .into_iter()
            .filter(is_meant)
            .collect())
    }

    /// The requests that the store has heard, without the browser's questions before them.
    pub fn requests(&self) -> Vec<Entry> {
        let requests = self.sandbox.requests();
        requests
            .into_iter()
            .filter(|request| request.method != "OPTIONS")
            .collect()
    }

    fn describe(&self) -> String {
        let line = |entry: &Entry| {
            let Entry {
                method,
                path,
                step,
                status,
                fault,
                ..
            } = entry;
            format!("  {method} {path} {step:?} {status:?} {fault:?}\n")
        };
        let requests: String = self.sandbox.requests().iter().map(line).collect();
        format!(
            "the platform was {}, the store heard:\n{requests}",
            self.platform.id
        )
    }
}

#[derive(Deserialize)]
struct Credential {
    name: String,
    value: String,
    kind: String,
}

/// The attributes that a page at this store needs, by their names.
async fn settings(platform: &Platform, sandbox: &str) -> Result<HashMap<String, String>> {
    let answer = reqwest::get(format!("{sandbox}/_sandbox/credentials"))
        .await?
        .error_for_status()?;
    let mut all: HashMap<String, Vec<Credential>> = answer.json().await?;
    let own = all.remove(platform.id).unwrap_or_default().into_iter();
    let attributes = own.filter(|credential| credential.kind == "attribute");
    Ok(attributes
        .map(|credential| (credential.name, credential.value))
        .collect())
}
