//! A shopper to try the form with.

/// Texts by the names of fields. `number` makes the email a new one.
pub fn shopper(number: u32) -> Vec<(&'static str, String)> {
    let email = format!("ada.lovelace+{number}@example.com");
    let texts = [
        ("first_name", "Ada"),
        ("last_name", "Lovelace"),
        ("name", "Ada Lovelace"),
        ("phone", "+44 20 7946 0123"),
        ("company_name", "Analytical Engines"),
        ("street", "12 St James’s Square"),
        ("city", "London"),
        ("postal_code", "SW1Y 4JH"),
    ];
    let texts = texts.map(|(name, text)| (name, text.to_owned()));
    std::iter::once(("email", email)).chain(texts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use storefront_signup::registration::platform::REGISTRY;

    #[test]
    fn each_number_makes_another_email() {
        assert_ne!(shopper(1), shopper(2));
    }

    #[test]
    fn the_shopper_passes_the_rules_of_every_platform() {
        for (name, text) in shopper(7) {
            let fields = REGISTRY
                .iter()
                .flat_map(|platform| platform.required.iter().chain(platform.optional));
            for field in fields.filter(|field| field.name == name) {
                assert!((field.rule)(&text, &Default::default()).is_ok(), "{name}");
            }
        }
    }
}
