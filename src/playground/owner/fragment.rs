//! What a reload of the page brings back: never a secret.

use super::setup::{Ask, Setup, Store};
use crate::secret::is_secret;
use storefront_signup::registration::platform::find;

/// The choices as names and texts. What the sandbox told is left out, as it tells it again.
pub fn pairs(setup: &Setup) -> Vec<(String, String)> {
    let platform = ("platform", setup.platform.id);
    let store = (setup.store == Store::Own).then_some(("store", "own"));
    let fields = setup.fields();
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

/// Takes over what [`pairs`] kept. What makes no sense is passed over.
pub fn restore(setup: &mut Setup, pairs: impl IntoIterator<Item = (String, String)>) {
    for (name, text) in pairs {
        match name.as_str() {
            "platform" => setup.platform = find(&text).unwrap_or(setup.platform),
            "store" if text == "own" => setup.store = Store::Own,
            "fields" => ask(setup, &text, Ask::Optional),
            "require" => ask(setup, &text, Ask::Required),
            _ if is_secret(&name, &text) => {}
            _ => setup.set_own(&name, text),
        }
    }
}

fn ask(setup: &mut Setup, names: &str, ask: Ask) {
    for name in names.split_ascii_whitespace() {
        setup.set_ask(name, ask);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reload_brings_the_choices_back() {
        let mut before = Setup::new().unwrap();
        before.store = Store::Own;
        before.set("endpoint", "https://store.example");
        before.set("theme", "dark");
        before.set_ask(
            before.platform.optional.first().unwrap().name,
            Ask::Required,
        );
        let mut after = Setup::new().unwrap();
        restore(&mut after, pairs(&before));
        assert_eq!(after.attributes(), before.attributes());
        assert_eq!(after.store, Store::Own);
    }

    #[test]
    fn a_secret_is_never_kept() {
        let mut setup = Setup::new().unwrap();
        setup.store = Store::Own;
        setup.set("endpoint", "sk_live_1");
        setup.set("token", "anything");
        let kept = pairs(&setup);
        assert!(
            kept.iter()
                .all(|(_, text)| text != "sk_live_1" && text != "anything")
        );
    }

    #[test]
    fn a_secret_in_a_link_is_not_taken_over() {
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
    fn an_unknown_platform_leaves_the_first_one() {
        let mut setup = Setup::new().unwrap();
        let first = setup.platform.id;
        restore(&mut setup, [("platform".to_owned(), "no-such".to_owned())]);
        assert_eq!(setup.platform.id, first);
    }
}
