//! A platform's API: how a page is told of it, and how any other client signs in.

mod sign_in;

use crate::element::Element;
use anyhow::Result;
use serde_json::Value;
use std::collections::HashMap;
use storefront_signup::registration::platform::Platform;

/// A store of a platform.
pub struct Api {
    /// The platform that it is.
    pub platform: &'static Platform,
    /// The base address.
    pub endpoint: String,
    /// The attributes that a page needs beside these two, by their names.
    pub settings: HashMap<String, String>,
}

impl Api {
    /// The element with all that the store needs.
    pub fn element(&self) -> Element {
        let element = Element::new().set("platform", self.platform.id);
        let settings = self.settings.iter();
        settings.fold(
            element.set("endpoint", &self.endpoint),
            |element, (name, value)| element.set(name, value),
        )
    }

    /// The publishable key, where the platform has one.
    pub fn key(&self) -> Option<&str> {
        self.settings.get("publishable-key").map(String::as_str)
    }

    /// Signs in and returns what the platform says of the customer, if it lets email and password in.
    ///
    /// # Errors
    /// When the platform can't be reached, or answers neither yes nor no.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<Option<Value>> {
        sign_in::customer(self, email, password).await
    }

    fn setting(&self, name: &str) -> &str {
        self.settings
            .get(name)
            .map(String::as_str)
            .unwrap_or_default()
    }
}
