//! The owner's choices. The form, the snippet and the page's URL follow from them.

use super::common::{LOOKS, NO_SHADOW, extras, is_common};
use std::collections::BTreeMap;
use storefront_signup::registration::field::Field;
use storefront_signup::registration::platform::{Platform, REGISTRY};
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::settings::attribute::ENDPOINT;
use storefront_signup::registration::url::SecurityContext;

/// The store that the form registers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Store {
    /// The one that `cargo xtask serve` starts on this machine.
    Sandbox,
    /// The owner's.
    Own,
}

/// Whether the form shows an optional field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldMode {
    /// The form does not show it.
    #[default]
    Hidden,
    /// The shopper may fill it in.
    Optional,
    /// The shopper has to fill it in.
    Required,
}

/// All choices of the owner.
#[derive(Clone)]
pub struct Setup {
    /// The platform of the store.
    pub platform: &'static Platform,
    /// The store to register with.
    pub store: Store,
    fields: BTreeMap<String, FieldMode>,
    /// By store and attribute. `None` is for an attribute that both stores share.
    texts: BTreeMap<(Option<Store>, String), String>,
}

impl Setup {
    /// The first platform, on the sandbox. `None` if there is no platform at all.
    pub fn new() -> Option<Self> {
        Some(Self {
            platform: REGISTRY.first().copied()?,
            store: Store::Sandbox,
            fields: BTreeMap::new(),
            texts: BTreeMap::new(),
        })
    }

    /// The value of an attribute; empty if it is not set.
    pub fn get(&self, name: &str) -> &str {
        self.texts.get(&self.key(name)).map_or("", String::as_str)
    }

    /// Sets the value of an attribute.
    pub fn set(&mut self, name: &str, text: &str) {
        let key = self.key(name);
        self.texts.insert(key, text.trim().to_owned());
    }

    /// Replaces the attributes for the sandbox, which depend on the platform.
    pub fn set_sandbox_texts(&mut self, texts: impl IntoIterator<Item = (String, String)>) {
        self.texts
            .retain(|(store, _), _| *store != Some(Store::Sandbox));
        let added = texts
            .into_iter()
            .map(|(name, text)| ((Some(Store::Sandbox), name), text));
        self.texts.extend(added);
    }

    /// Whether the form shows an optional field.
    pub fn field_mode(&self, field: &Field) -> FieldMode {
        self.fields.get(field.name).copied().unwrap_or_default()
    }

    /// Sets whether the form shows an optional field.
    pub fn set_field_mode(&mut self, name: &str, mode: FieldMode) {
        self.fields.insert(name.to_owned(), mode);
    }

    /// The attributes as the form reads them, on a page of no known kind.
    pub fn settings(&self) -> Settings {
        let attributes = self.attributes().into_iter();
        let attributes = attributes.map(|(name, text)| (name.to_owned(), text));
        Settings::new(attributes.collect(), SecurityContext::default())
    }

    /// The base URL of the store's API: the owner's, or the platform's default.
    pub fn endpoint(&self) -> Option<String> {
        let settings = self.settings();
        let own = settings.get(ENDPOINT.name).map(str::to_owned);
        own.or_else(|| (self.platform.endpoint)(&settings))
    }

    /// The attributes of the element, in the order in which a person would write them.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let settings = self.platform.settings.iter().map(|setting| setting.name);
        let extras = extras().map(|extra| extra.name);
        let extras = extras.filter(|name| *name != NO_SHADOW);
        let text = |name| (name, self.get(name).to_owned());
        let store = std::iter::once(ENDPOINT.name).chain(settings).map(text);
        let form = LOOKS.iter().copied().chain(extras).map(text);
        let mut all = vec![("platform", self.platform.id.to_owned())];
        all.extend(store);
        all.extend(self.field_attributes());
        all.extend(form);
        all.retain(|(_, text)| !text.is_empty());
        let no_shadow = (!self.get(NO_SHADOW).is_empty()).then(|| (NO_SHADOW, String::new()));
        all.extend(no_shadow);
        all
    }

    /// The attributes `fields` and `require`; empty if they name no field.
    pub fn field_attributes(&self) -> [(&'static str, String); 2] {
        [
            ("fields", self.names(|mode| mode != FieldMode::Hidden)),
            ("require", self.names(|mode| mode == FieldMode::Required)),
        ]
    }

    /// The attributes that both stores share, and those of the owner's store: names and values.
    pub fn own_texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self
            .texts
            .iter()
            .filter(|((store, _), _)| *store != Some(Store::Sandbox));
        own.map(|((_, name), text)| (name.as_str(), text.as_str()))
    }

    /// Sets an attribute that both stores share, or one of the owner's store.
    pub fn set_own(&mut self, name: &str, text: String) {
        let store = (!is_common(name)).then_some(Store::Own);
        self.texts.insert((store, name.to_owned()), text);
    }

    fn key(&self, name: &str) -> (Option<Store>, String) {
        ((!is_common(name)).then_some(self.store), name.to_owned())
    }

    fn names(&self, is_wanted: impl Fn(FieldMode) -> bool) -> String {
        let fields = self
            .platform
            .optional
            .iter()
            .filter(|field| is_wanted(self.field_mode(field)));
        let names: Vec<_> = fields.map(|field| field.name).collect();
        names.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(setup: &Setup) -> Vec<&'static str> {
        setup
            .attributes()
            .into_iter()
            .map(|(name, _)| name)
            .collect()
    }

    #[test]
    fn an_empty_value_is_no_attribute() {
        let mut setup = Setup::new().unwrap();
        assert_eq!(names(&setup), ["platform"]);
        setup.set("theme", "dark");
        setup.set("endpoint", " https://store.example ");
        assert_eq!(names(&setup), ["platform", "endpoint", "theme"]);
        assert_eq!(setup.get("endpoint"), "https://store.example");
    }

    #[test]
    fn each_store_has_its_own_values() {
        let mut setup = Setup::new().unwrap();
        setup.set_sandbox_texts([("endpoint".to_owned(), "http://127.0.0.1:8787/x".to_owned())]);
        setup.set("theme", "dark");
        setup.store = Store::Own;
        assert_eq!((setup.get("endpoint"), setup.get("theme")), ("", "dark"));
    }

    #[test]
    fn a_required_field_is_shown_too() {
        let mut setup = Setup::new().unwrap();
        let field = setup.platform.optional.first().unwrap().name;
        setup.set_field_mode(field, FieldMode::Required);
        assert_eq!(
            setup.field_attributes().map(|(_, names)| names),
            [field, field]
        );
    }

    #[test]
    fn no_shadow_is_an_attribute_without_a_value() {
        let mut setup = Setup::new().unwrap();
        setup.set(NO_SHADOW, "yes");
        assert!(setup.attributes().contains(&(NO_SHADOW, String::new())));
    }
}
