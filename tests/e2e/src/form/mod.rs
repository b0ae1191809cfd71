//! The form on a page, as a shopper uses it.

mod answers;
mod hearing;
mod reading;

use crate::browser::Browser;
use crate::shopper::Shopper;
use crate::wait::until;
use anyhow::Result;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::cell::Cell;
use storefront_signup::registration::field::Field;
use storefront_signup::registration::platform::Platform;
use thirtyfour::{By, Key, WebElement};

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

    /// Types into a field, in place of what stands there; chooses from a list; ticks a box by `true`.
    ///
    /// # Errors
    /// When there is no such field, or nothing can be typed into it.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        let control = self.control(name).await?;
        match control.prop("type").await?.as_deref() {
            Some("checkbox") if control.is_selected().await? == (text == "true") => return Ok(()),
            Some("checkbox") => return Ok(control.click().await?),
            Some("select-one") => {
                let option = By::Css(format!("option[value='{text}']"));
                return Ok(control.find(option).await?.click().await?);
            }
            _ => {}
        }
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

    /// Types all that a platform requires and all that it may be given.
    ///
    /// # Errors
    /// When the shopper or the form has no such field.
    pub async fn fill_in_all(&self, platform: &Platform, shopper: &Shopper) -> Result<()> {
        self.fill_in(platform, shopper).await?;
        for field in platform.optional {
            self.fill(field.name, shopper.text(field.name)?).await?;
        }
        Ok(())
    }

    /// Puts texts into the controls of fields from outside, and dispatches some kinds of events at
    /// each, as whoever fills forms in without typing.
    ///
    /// # Errors
    /// When the shopper or the form has no such field.
    pub async fn put(
        &self,
        fields: impl Iterator<Item = &'static Field>,
        shopper: &Shopper,
        events: &[&str],
    ) -> Result<()> {
        let text =
            |field: &'static Field| Ok((field.name.to_owned(), shopper.text(field.name)?.into()));
        let texts: Map<String, Value> = fields.map(text).collect::<Result<_>>()?;
        let body = "
            for (const [name, text] of Object.entries(arguments[1])) {
                const control = root.querySelector(`[name='${name}']`);
                if (control.type === 'checkbox') {
                    control.checked = text === 'true';
                } else {
                    control.value = text;
                }
                for (const kind of arguments[2]) {
                    control.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
                }
            }";
        self.script(body, &[texts.into(), json!(events)]).await
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

    /// Presses the button twice, as fast as a double click.
    ///
    /// # Errors
    /// When there is none, or nobody could press it.
    pub async fn double_press(&self) -> Result<()> {
        let button = self.find(SUBMIT).await?;
        self.browser.double_click(&button).await
    }

    /// Clicks an element of the form.
    ///
    /// # Errors
    /// When there is none, or nobody could click it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        self.rests(selector).await?;
        Ok(element.click().await?)
    }

    /// Waits until an element is in view and stays where it is for two frames: a click goes to a place, not to an
    /// element.
    async fn rests(&self, selector: &str) -> Result<()> {
        let body = with_root(include_str!("rests.js"));
        let arguments = self.arguments(&[selector.into()]);
        until(&format!("{selector} at rest"), async || {
            let rests: bool = self.browser.script(&body, &arguments).await?;
            Ok(rests.then_some(()))
        })
        .await
    }

    fn arguments(&self, more: &[Value]) -> Vec<Value> {
        [&[Value::from(self.id.as_str())], more].concat()
    }
}

fn with_root(body: &str) -> String {
    format!("{ROOT} {body}")
}
