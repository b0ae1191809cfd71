//! The form on a page, as a shopper uses it.

use crate::browser::Browser;
use crate::recording::Event;
use crate::shopper::Shopper;
use crate::wait::until;
use anyhow::Result;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::cell::Cell;
use storefront_signup::registration::field::Field;
use storefront_signup::registration::platform::Platform;
use thirtyfour::{Key, WebElement};

/// The button that sends.
pub const SUBMIT: &str = "[part~=submit]";
/// The button that shows the password.
pub const SHOW_PASSWORD: &str = "[part~=show]";
/// The button of an element that could not be loaded.
pub const RETRY: &str = ".retry";

/// The root of the form's elements, for scripts that get the element's id first.
const ROOT: &str =
    "const host = document.getElementById(arguments[0]); const root = host.shadowRoot ?? host;";

/// The form of the element with an id.
pub struct Form<'a> {
    browser: &'a Browser,
    id: String,
    /// How many events of the page this form has been asked for.
    heard: Cell<usize>,
}

impl<'a> Form<'a> {
    /// The form of an element of the open page.
    pub fn new(browser: &'a Browser, id: &str) -> Self {
        Self {
            browser,
            id: id.to_owned(),
            heard: Cell::new(0),
        }
    }

    /// Runs the body of a function that knows `host`, the element, and `root`, which its form is in.
    ///
    /// # Errors
    /// When the script throws, or returns something else than a `T`.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T> {
        self.browser
            .script(&with_root(body), &self.arguments(arguments))
            .await
    }

    /// Waits for an element of the form.
    ///
    /// # Errors
    /// When it never comes.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let body = with_root("return root.querySelector(arguments[1])");
        let arguments = self.arguments(&[selector.into()]);
        until(selector, async || {
            self.browser.element(&body, &arguments).await
        })
        .await
    }

    /// Waits for the control of a field.
    ///
    /// # Errors
    /// When it never comes.
    pub async fn control(&self, name: &str) -> Result<WebElement> {
        self.find(&format!("[name='{name}']")).await
    }

    /// Types into a field, in place of what stands there.
    ///
    /// # Errors
    /// When there is no such field, or nothing can be typed into it.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        let control = self.control(name).await?;
        if control.value().await?.is_some_and(|text| !text.is_empty()) {
            control.clear().await?;
        }
        Ok(control.send_keys(text).await?)
    }

    /// Types more into a field.
    ///
    /// # Errors
    /// When there is no such field, or nothing can be typed into it.
    pub async fn type_into(&self, name: &str, text: &str) -> Result<()> {
        Ok(self.control(name).await?.send_keys(text).await?)
    }

    /// Types all that a platform requires.
    ///
    /// # Errors
    /// When the shopper or the form has no such field.
    pub async fn fill_in(&self, platform: &Platform, shopper: &Shopper) -> Result<()> {
        for field in platform.required {
            self.fill(field.name, shopper.text(field.name)?).await?;
        }
        Ok(())
    }

    /// Puts all that a platform requires into the controls at once, as a password manager does.
    ///
    /// # Errors
    /// When the shopper or the form has no such field.
    pub async fn autofill(&self, platform: &Platform, shopper: &Shopper) -> Result<()> {
        let text = |field: &&Field| Ok((field.name.to_owned(), shopper.text(field.name)?.into()));
        let texts: Map<String, Value> =
            platform.required.iter().map(text).collect::<Result<_>>()?;
        let body = "
            for (const [name, text] of Object.entries(arguments[1])) {
                const control = root.querySelector(`[name='${name}']`);
                control.value = text;
                control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
            }";
        self.script(body, &[texts.into()]).await
    }

    /// Leaves a field by the tabulator key.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn leave(&self, name: &str) -> Result<()> {
        self.type_into(name, &Key::Tab.value().to_string()).await
    }

    /// Presses Enter in a field.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn enter(&self, name: &str) -> Result<()> {
        self.type_into(name, &Key::Enter.value().to_string()).await
    }

    /// Presses the button.
    ///
    /// # Errors
    /// When there is none, or nobody could press it.
    pub async fn press(&self) -> Result<()> {
        self.click(SUBMIT).await
    }

    /// Clicks an element of the form.
    ///
    /// # Errors
    /// When there is none, or nobody could click it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        Ok(self.find(selector).await?.click().await?)
    }

    /// The error of a field as assistive technology finds it: the control is invalid, and its
    /// description leads to the text.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn error_of(&self, name: &str) -> Result<Option<String>> {
        let body = "
            const control = root.querySelector(`[name='${arguments[1]}']`);
            if (control.getAttribute('aria-invalid') !== 'true') return null;
            const ids = (control.getAttribute('aria-describedby') ?? '').split(' ');
            const described = ids.map((id) => root.querySelector(`#${id}`));
            return described.filter((line) => line.part.contains('error')).map((line) => line.textContent).join(' ');";
        self.script(body, &[name.into()]).await
    }

    /// The text of the summary, while it shows.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn summary(&self) -> Result<Option<String>> {
        self.visible_text("[part~=summary]").await
    }

    /// The text of the status, while it can be seen or heard.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn status(&self) -> Result<Option<String>> {
        self.visible_text("[part~=status]").await
    }

    /// The texts of all links of the form that match a selector, with their addresses.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn links(&self, selector: &str) -> Result<Vec<(String, String)>> {
        let body = "
            const links = [...root.querySelectorAll(arguments[1])].filter((link) => link.checkVisibility());
            return links.map((link) => [link.textContent, link.getAttribute('href')]);";
        self.script(body, &[selector.into()]).await
    }

    /// The name, the part or the tag of what has the focus.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn focused(&self) -> Result<String> {
        let body = "
            const focused = root.activeElement ?? document.activeElement;
            return focused.name || focused.getAttribute('part') || focused.tagName.toLowerCase();";
        self.script(body, &[]).await
    }

    /// Waits for the next event of a kind and returns what it carries. Earlier ones of other kinds
    /// are passed over.
    ///
    /// # Errors
    /// When it never comes.
    pub async fn event(&self, kind: &str) -> Result<Value> {
        Ok(self.event_of(&[kind]).await?.detail)
    }

    /// Waits for the end of what a press began: success or error.
    ///
    /// # Errors
    /// When there is none.
    pub async fn outcome(&self) -> Result<Event> {
        self.event_of(&["signup-success", "signup-error"]).await
    }

    async fn event_of(&self, kinds: &[&str]) -> Result<Event> {
        let is_meant = |event: &Event| event.id == self.id && kinds.contains(&event.kind.as_str());
        let next = async || {
            let events = self.browser.recording().await?.events;
            let found = events
                .iter()
                .enumerate()
                .skip(self.heard.get())
                .find(|(_, event)| is_meant(event));
            Ok(found.map(|(index, event)| (index, event.clone())))
        };
        let (index, event) = until(&format!("{kinds:?}"), next).await?;
        self.heard.set(index + 1);
        Ok(event)
    }

    async fn visible_text(&self, selector: &str) -> Result<Option<String>> {
        let body = "
            const found = root.querySelector(arguments[1]);
            return found?.checkVisibility() && found.textContent ? found.textContent : null;";
        self.script(body, &[selector.into()]).await
    }

    fn arguments(&self, more: &[Value]) -> Vec<Value> {
        [&[Value::from(self.id.as_str())], more].concat()
    }
}

fn with_root(body: &str) -> String {
    format!("{ROOT} {body}")
}
