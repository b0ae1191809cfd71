//! A sample shopper, to try the form with.

/// The password of the sample shopper.
pub const PASSWORD: &str = "a password that nobody keeps";

/// The names and texts of all fields. Each `number` gives another email.
pub fn shopper(number: u32) -> Vec<(&'static str, String)> {
    let email = format!("ada.lovelace+{number}@example.com");
    let texts = [
        ("first_name", "Ada"),
        ("last_name", "Lovelace"),
        ("name", "Ada Lovelace"),
        ("phone", "+44 20 7946 0123"),
        ("company_name", "Analytical Engines"),
        ("tax_id", "GB123456789"),
        ("street", "12 St James’s Square"),
        ("street_2", "Second floor"),
        ("city", "London"),
        ("postal_code", "SW1Y 4JH"),
        ("state", "ENG"),
        ("country_code", "GB"),
        ("ship_to_billing", "true"),
        ("contact_email", "ada.home@example.com"),
        ("contact_phone", "+44 20 7946 0124"),
        ("contact_facebook", "ada.lovelace"),
        ("contact_instagram", "@ada.lovelace"),
        ("contact_twitter", "@ada"),
        ("contact_youtube", "https://www.youtube.com/@ada"),
        ("contact_tiktok", "@ada"),
        ("contact_pinterest", "ada"),
        ("contact_vk", "ada"),
        ("contact_fb_messenger", "ada"),
        ("contact_whatsapp", "+44 20 7946 0125"),
        ("contact_telegram", "@ada"),
        ("contact_viber", "+44 20 7946 0126"),
        ("contact_url", "https://ada.example"),
        ("contact_other", "Signal: ada.01"),
        ("accept_marketing", "true"),
        ("terms", "true"),
    ];
    let texts = texts.map(|(name, text)| (name, text.to_owned()));
    std::iter::once(("email", email)).chain(texts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use storefront_signup::registration::platform::REGISTRY;

    #[test]
    fn each_number_gives_another_email() {
        assert_ne!(shopper(1), shopper(2));
    }

    #[test]
    fn the_shopper_passes_the_rules_of_every_platform() {
        let password = ("password", PASSWORD.to_owned());
        for (name, text) in shopper(7).into_iter().chain([password]) {
            let fields = REGISTRY
                .iter()
                .flat_map(|platform| platform.required.iter().chain(platform.optional));
            for field in fields.filter(|field| field.name == name) {
                assert!((field.rule)(&text, &Default::default()).is_ok(), "{name}");
            }
        }
    }
}
