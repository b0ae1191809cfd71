use anyhow::{Context, Result};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// What a shopper types, by the fields' names.
#[derive(Clone)]
pub struct Shopper {
    texts: Vec<(String, String)>,
}

impl Shopper {
    /// A shopper with an email that nobody had before.
    pub fn new() -> Self {
        let texts = [
            ("first_name", "Ada"),
            ("last_name", "Lovelace"),
            ("name", "Ada Lovelace"),
            ("phone", "+442079460123"),
            ("company_name", "Analytical Engines"),
            ("password", "plum-lantern-58"),
        ];
        let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
        Self {
            texts: texts.into(),
        }
        .with("email", &unused_email())
    }

    /// The same shopper with another text for a field.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.texts.retain(|(own, _)| own != name);
        self.texts.push((name.to_owned(), text.to_owned()));
        self
    }

    /// What is typed into a field.
    ///
    /// # Errors
    /// When nothing is known for the field.
    pub fn text(&self, name: &str) -> Result<&str> {
        let found = self.texts.iter().find(|(own, _)| own == name);
        let (_, text) =
            found.with_context(|| format!("the shopper has no text for the field `{name}`"))?;
        Ok(text)
    }

    /// The email as it is typed.
    pub fn email(&self) -> &str {
        self.text("email").unwrap_or_default()
    }

    /// The password.
    pub fn password(&self) -> &str {
        self.text("password").unwrap_or_default()
    }
}

impl Default for Shopper {
    fn default() -> Self {
        Self::new()
    }
}

/// A real server may remember the shoppers of earlier runs.
fn unused_email() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let started = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map(|since| since.as_millis())
        .unwrap_or_default();
    format!("ada.{started}.{count}@example.com")
}
