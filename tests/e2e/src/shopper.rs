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
            ("tax_id", "GB123456789"),
            ("street", "350 5th Avenue"),
            ("street_2", "Floor 21"),
            ("postal_code", "10001"),
            ("city", "New York"),
            ("state", "NY"),
            ("country_code", "US"),
            // Ticked, it takes the fields for parcels away.
            ("ship_to_billing", ""),
            ("shipping_street", "290 Bremner Boulevard"),
            ("shipping_street_2", "Unit 4"),
            ("shipping_postal_code", "M5V 2T6"),
            ("shipping_city", "Toronto"),
            ("shipping_state", "ON"),
            ("shipping_country_code", "CA"),
            ("contact_email", "ada.home@example.com"),
            ("contact_phone", "+442079460124"),
            ("contact_facebook", "https://www.facebook.com/ada.lovelace"),
            ("contact_instagram", "https://www.instagram.com/ada"),
            ("contact_twitter", "https://x.com/ada"),
            ("contact_youtube", "https://www.youtube.com/@ada"),
            ("contact_tiktok", "https://www.tiktok.com/@ada"),
            ("contact_pinterest", "https://www.pinterest.com/ada"),
            ("contact_vk", "https://vk.com/ada"),
            ("contact_fb_messenger", "https://m.me/ada"),
            ("contact_whatsapp", "+442079460125"),
            ("contact_telegram", "https://t.me/ada"),
            ("contact_viber", "+442079460126"),
            ("contact_url", "https://ada.example"),
            ("contact_other", "Signal: ada.01"),
            ("accept_marketing", "true"),
            ("terms", "true"),
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
