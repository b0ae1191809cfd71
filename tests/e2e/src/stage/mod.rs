//! All that a test plays with.

mod store;

use crate::api::Api;
use crate::browser::Browser;
use crate::element::Element;
use crate::form::Form;
use crate::site::{Page, Site};
use anyhow::Result;
use sandbox::{Options, Running, Sandbox};
use serde::Deserialize;
use std::collections::HashMap;
use storefront_signup::registration::field::{Control, Field};
use storefront_signup::registration::platform::Platform;

/// The path of the page that [`Stage::open`] shows.
const PATH: &str = "/register";

/// What is in the form alone, and what no store shows.
const UNKEPT: [&str; 3] = ["password", "terms", "ship_to_billing"];

/// A sandbox store of one platform, a site and a browser.
pub struct Stage<'a> {
    /// The platform that the test is about.
    pub platform: &'static Platform,
    /// The store.
    pub sandbox: Running,
    /// The shop's own server.
    pub site: &'a Site,
    /// The shopper's browser.
    pub browser: &'a Browser,
    api: Api,
}

impl<'a> Stage<'a> {
    /// Starts the store.
    ///
    /// # Errors
    /// When it can't be started.
    pub(crate) async fn set(
        platform: &'static Platform,
        site: &'a Site,
        browser: &'a Browser,
    ) -> Result<Self> {
        let sandbox = Sandbox::start(Options::default()).await?;
        let endpoint = format!("{}/{}", sandbox.url(), platform.id);
        let mut settings = credentials(platform, &sandbox.url()).await?;
        // The sandbox has a platform's other addresses below the same one.
        let names = platform.settings.iter().map(|setting| setting.name);
        let addresses = names.filter(|name| name.ends_with("-endpoint"));
        settings.extend(addresses.map(|name| (name.to_owned(), endpoint.clone())));
        let api = Api {
            platform,
            endpoint,
            settings,
        };
        Ok(Self {
            platform,
            sandbox,
            site,
            browser,
            api,
        })
    }

    /// The element with all that the platform needs.
    pub fn element(&self) -> Element {
        self.api.element()
    }

    /// [`Stage::element`] with every field and every link that it can have.
    pub fn full_element(&self) -> Element {
        let names: Vec<&str> = self
            .platform
            .optional
            .iter()
            .map(|field| field.name)
            .collect();
        let links = ["sign-in-url", "terms-url", "privacy-url"];
        let element = self.element().set("fields", &names.join(" "));
        links
            .iter()
            .fold(element, |element, name| element.set(name, "/elsewhere"))
    }

    /// Every field that the platform has.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        let Platform {
            required, optional, ..
        } = self.platform;
        required.iter().chain(optional.iter()).copied()
    }

    /// Every field whose text the store keeps.
    pub fn kept_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields().filter(|field| !UNKEPT.contains(&field.name))
    }

    /// Whether every form of the platform asks for a password.
    pub fn has_password(&self) -> bool {
        let mut required = self.platform.required.iter();
        required.any(|field| field.control == Control::Password)
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
        self.form_in(Page::new(element), element).await
    }

    /// Opens a page and waits until the form of an element in it can be used.
    ///
    /// # Errors
    /// When it never can.
    pub async fn form_in(&self, page: Page, element: &Element) -> Result<Form<'a>> {
        self.open(page).await?;
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
}

#[derive(Deserialize)]
struct Credential {
    name: String,
    value: String,
    kind: String,
}

/// The public credentials of the store, by the names of their attributes.
async fn credentials(platform: &Platform, sandbox: &str) -> Result<HashMap<String, String>> {
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
