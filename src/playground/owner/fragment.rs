//! The owner's choices in the URL's fragment, so that a reload keeps them. It never holds a secret.

use super::setup::{FieldMode, Setup, Store};
use crate::secret::is_secret;
use storefront_signup::registration::platform::find;

/// The choices as names and values. The sandbox sends its own attributes again, so they are left out.
pub fn pairs(setup: &Setup) -> Vec<(String, String)> {
    let platform = ("platform", setup.platform.id);
    let store = (setup.store == Store::Own).then_some(("store", "own"));
    let fields = setup.field_attributes();
    let fields = fields.iter().map(|(name, text)| (*name, text.as_str()));
    let texts = setup
        .own_texts()
        .filter(|(name, text)| !is_secret(name, text));
    let all = std::iter::once(platform)
        .chain(store)
        .chain(fields)
        .chain(texts);
    let own = |(name, text): (&str, &str)| (name.to_owned(), text.to_owned());
    all.filter(|(_, text)| !text.is_empty()).map(own).collect()
}

/// Applies what [`pairs`] returned. Ignores what it does not understand.
pub fn restore(setup: &mut Setup, pairs: impl IntoIterator<Item = (String, String)>) {
    for (name, text) in pairs {
        match name.as_str() {
            "platform" => setup.platform = find(&text).unwrap_or(setup.platform),
            "store" if text == "own" => setup.store = Store::Own,
            "fields" => set_fields(setup, &text, FieldMode::Optional),
            "require" => set_fields(setup, &text, FieldMode::Required),
            _ if is_secret(&name, &text) => {}
            _ => setup.set_own(&name, text),
        }
    }
}

fn set_fields(setup: &mut Setup, names: &str, mode: FieldMode) {
    for name in names.split_ascii_whitespace() {
        setup.set_field_mode(name, mode);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reload_keeps_the_choices() {
        let mut before = Setup::new().unwrap();
        before.store = Store::Own;
        before.set("endpoint", "https://store.example");
        before.set("theme", "dark");
        before.set_field_mode(
            before.platform.optional.first().unwrap().name,
            FieldMode::Required,
        );
        let mut after = Setup::new().unwrap();
        restore(&mut after, pairs(&before));
        assert_eq!(after.attributes(), before.attributes());
        assert_eq!(after.store, Store::Own);
    }

    #[test]
    fn a_secret_is_left_out() {
        let mut setup = Setup::new().unwrap();
        setup.store = Store::Own;
        setup.set("endpoint", "sk_live_1");
        setup.set("token", "anything");
        let pairs = pairs(&setup);
        assert!(
            pairs
                .iter()
                .all(|(_, text)| text != "sk_live_1" && text != "anything")
        );
    }

    #[test]
    fn a_secret_in_a_link_is_ignored() {
        let mut setup = Setup::new().unwrap();
        restore(
            &mut setup,
            [
                ("store".to_owned(), "own".to_owned()),
                ("endpoint".to_owned(), "secret_1".to_owned()),
            ],
        );
        assert_eq!(setup.get("endpoint"), "");
    }

    #[test]
    fn an_unknown_platform_is_ignored() {
        let mut setup = Setup::new().unwrap();
        let first = setup.platform.id;
        restore(&mut setup, [("platform".to_owned(), "no-such".to_owned())]);
        assert_eq!(setup.platform.id, first);
    }
}
