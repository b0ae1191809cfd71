//! A browser, driven by WebDriver.

use crate::ability::Ability;
use crate::driver::Driver;
use crate::engine::Engine;
use crate::pool::Lease;
use crate::recording::Recording;
use crate::site::{Page, Site};
use crate::wait::until;
use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::common::types::{Rect, TimeoutConfiguration};
use thirtyfour::{WebDriver, WebElement};
use tokio::sync::Mutex;
use tokio::time::timeout;

/// Drivers look for free ports and take them a little later: one after the other.
static OPENING: Mutex<()> = Mutex::const_new(());

/// The longest that a script or a page may take. No time limit of a form in a test is longer.
const SLOWEST_PAGE: Duration = Duration::from_secs(30);
/// When a browser counts as one that has stopped answering.
const SILENCE: Duration = Duration::from_secs(60);
/// The path of the page that a browser is left with.
const BLANK: &str = "/blank";

const STOPPED: &str = "the browser has stopped answering, and the next test gets another one";

/// A browser with one page open.
pub struct Browser {
    engine: &'static Engine,
    lease: Lease,
    session: WebDriver,
    window: Rect,
    driver: Driver,
}

impl Browser {
    pub(crate) async fn open(engine: &'static Engine, lease: Lease) -> Result<Self> {
        let _turn = OPENING.lock().await;
        let driver = Driver::start(engine).await?;
        let session = WebDriver::builder(&driver.url, engine.capabilities()?)
            .request_timeout(SILENCE)
            .await?;
        let browser = Self {
            engine,
            lease,
            window: session.get_window_rect().await?,
            session,
            driver,
        };
        browser.limit_time().await?;
        Ok(browser)
    }

    /// Ends the browser and its driver.
    pub(crate) fn end(self) {
        drop(self.driver);
        // Nobody is left who could quit it.
        let _ = self.session.leak();
    }

    /// Takes back what a test has done to the browser, while the test's site is still there.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub(crate) async fn leave(&self, site: &Site) -> Result<()> {
        let left = timeout(SILENCE, async {
            self.open_fresh_tab().await?;
            self.forget(site).await?;
            self.limit_time().await?;
            self.restore_window().await
        });
        left.await?.context(STOPPED)
    }

    /// Fails when the browser does not answer.
    pub(crate) async fn answers(&self) -> Result<()> {
        timeout(SILENCE, self.session.windows())
            .await?
            .context(STOPPED)?;
        Ok(())
    }

    /// Opens a tab without a history and closes all others, with their pages.
    async fn open_fresh_tab(&self) -> Result<()> {
        let others = self.session.windows().await?;
        let tab = self.session.new_tab().await?;
        for other in others {
            self.session.switch_to_window(other).await?;
            self.session.close_window().await?;
        }
        self.session.switch_to_window(tab).await?;
        if self.engine.has(Ability::DevTools) {
            // Chromium's driver leaves the tab without the focus, and its page hears of none.
            let cdp = self.session.cdp();
            cdp.send_raw("Page.bringToFront", json!({})).await?;
        }
        Ok(())
    }

    /// Clears what the site has stored, the cookies of this machine, which all sites share, and permissions.
    async fn forget(&self, site: &Site) -> Result<()> {
        let blank = site.publish(BLANK, Page::new("").without_entry());
        self.session.goto(&blank).await?;
        self.script::<()>(include_str!("forget.js"), &[]).await?;
        self.session.delete_all_cookies().await?;
        if self.engine.has(Ability::DevTools) {
            let cdp = self.session.cdp();
            cdp.send_raw("Browser.resetPermissions", json!({})).await?;
        }
        Ok(())
    }

    async fn limit_time(&self) -> Result<()> {
        let limits =
            TimeoutConfiguration::new(Some(SLOWEST_PAGE), Some(SLOWEST_PAGE), Some(Duration::ZERO));
        Ok(self.session.update_timeouts(limits).await?)
    }

    async fn restore_window(&self) -> Result<()> {
        if self.session.get_window_rect().await? == self.window {
            return Ok(());
        }
        let Rect {
            x,
            y,
            width,
            height,
        } = self.window;
        let (width, height) = (width.try_into()?, height.try_into()?);
        self.session.set_window_rect(x, y, width, height).await?;
        Ok(())
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
    /// When the browser has no such method, or refuses, or when other tests get this browser too.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        ensure!(
            self.lease == Lease::Own,
            "a test that changes its browser needs one of its own"
        );
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

    /// How many windows and tabs are open.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn windows(&self) -> Result<usize> {
        Ok(self.session.windows().await?.len())
    }

    /// The id of the process that keeps the browser and its driver.
    pub fn keeper(&self) -> u32 {
        self.driver.id()
    }

    /// Where the browser is and what the page recorded, for whoever reads of a failed test.
    pub(crate) async fn describe(&self) -> String {
        let address = timeout(SILENCE, self.session.current_url()).await;
        let address = match address {
            Ok(Ok(url)) => url.to_string(),
            Ok(Err(error)) => return format!("the browser does not tell its page: {error}"),
            Err(_) => return "the browser does not answer".to_owned(),
        };
        match self.recording().await {
            Ok(recording) => format!("the page was {address}\n{recording:#?}"),
            Err(error) => format!("the page was {address}, with no recording: {error:#}"),
        }
    }
}
