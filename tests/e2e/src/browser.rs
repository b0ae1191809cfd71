//! A browser of a test's own, driven by WebDriver.

use crate::ability::Ability;
use crate::driver::Driver;
use crate::engine::Engine;
use crate::recording::Recording;
use crate::run::watched;
use crate::wait::until;
use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{WebDriver, WebElement};
use tokio::sync::Mutex;

/// Drivers look for free ports and take them a little later: one after the other.
static OPENING: Mutex<()> = Mutex::const_new(());

/// A browser with one page open.
pub struct Browser {
    engine: &'static Engine,
    session: WebDriver,
    // Dropped after the session, which it has to end.
    _driver: Driver,
}

/// Runs a test with a browser of its own and closes it, however the test ends. After a failure
/// what the page recorded is printed.
///
/// # Errors
/// When the test fails, or the browser does not start.
pub fn in_browser(test: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let browser = Browser::open().await?;
        let result = watched(test(&browser), async || browser.describe().await).await;
        browser.session.quit().await?;
        result
    })
}

impl Browser {
    async fn open() -> Result<Self> {
        let engine = Engine::chosen()?;
        let _turn = OPENING.lock().await;
        let driver = Driver::start(engine).await?;
        let session = WebDriver::new(&driver.url, engine.capabilities()?).await?;
        Ok(Self {
            engine,
            session,
            _driver: driver,
        })
    }

    /// Whether the browser can do something. Where it can't, the run says so with the test's name.
    pub fn can(&self, ability: Ability) -> bool {
        self.engine.can(ability)
    }

    /// Opens an address.
    ///
    /// # Errors
    /// When the browser can't.
    pub async fn goto(&self, address: &str) -> Result<()> {
        Ok(self.session.goto(address).await?)
    }

    /// Goes back to the page before.
    ///
    /// # Errors
    /// When the browser can't.
    pub async fn back(&self) -> Result<()> {
        Ok(self.session.back().await?)
    }

    /// Waits until the page has exactly this address.
    ///
    /// # Errors
    /// When it never gets there.
    pub async fn arrives_at(&self, address: &str) -> Result<()> {
        let there =
            async || Ok((self.session.current_url().await?.as_str() == address).then_some(()));
        until(address, there).await
    }

    /// Runs the body of a function in the page and reads what it returns. A promise is waited for.
    ///
    /// # Errors
    /// When the script throws, or returns something else than a `T`.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T> {
        let returned = self.session.execute(body, arguments).await?;
        returned
            .convert()
            .with_context(|| format!("the script returned {:?}: {body}", returned.json()))
    }

    /// The element that a script returns, if it returns one.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn element(&self, body: &str, arguments: &[Value]) -> Result<Option<WebElement>> {
        let returned = self.session.execute(body, arguments).await?;
        Ok(if returned.json().is_null() {
            None
        } else {
            Some(returned.element()?)
        })
    }

    /// Goes on in the frame with an id. [`Browser::goto`] leaves it.
    ///
    /// # Errors
    /// When there is no such frame.
    pub async fn enter_frame(&self, id: &str) -> Result<()> {
        let frame = self
            .element("return document.getElementById(arguments[0])", &[id.into()])
            .await?;
        Ok(frame.context("no such frame")?.enter_frame().await?)
    }

    /// Presses keys, one after the other, wherever the focus is.
    ///
    /// # Errors
    /// When the browser can't.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        let keyboard = self.session.action_chain();
        Ok(keyboard.send_keys(keys).perform().await?)
    }

    /// Clicks an element twice, as fast as the driver can.
    ///
    /// # Errors
    /// When the browser can't.
    pub async fn double_click(&self, element: &WebElement) -> Result<()> {
        let mouse = self.session.action_chain();
        Ok(mouse.double_click_element(element).perform().await?)
    }

    /// Calls a method of Chromium's DevTools protocol, where there is [`Ability::DevTools`].
    ///
    /// # Errors
    /// When the browser has no such method, or refuses.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        Ok(self.session.cdp().send_raw(method, parameters).await?)
    }

    /// What has happened on the page so far.
    ///
    /// # Errors
    /// When the page has no recorder.
    pub async fn recording(&self) -> Result<Recording> {
        self.script("return window.recording", &[]).await
    }

    /// All that the page, its address, its history, its storage and its console hold, apart from what
    /// stands in the controls.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn traces(&self) -> Result<String> {
        self.script(include_str!("traces.js"), &[]).await
    }

    async fn describe(&self) -> String {
        let address = self
            .session
            .current_url()
            .await
            .map_or_else(|error| error.to_string(), |url| url.to_string());
        match self.recording().await {
            Ok(recording) => format!("the page was {address}\n{recording:#?}"),
            Err(error) => format!("the page was {address}, with no recording: {error:#}"),
        }
    }
}
