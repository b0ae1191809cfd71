//! What the element knows of the forms before the WebAssembly is there.

use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Not;
use storefront_signup::registration::field::{Control, Field, TERMS};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// The shape of every form, and the sentences for the case that there will be none.
#[derive(Serialize)]
pub struct Outline {
    words: Words,
    /// The names of the fields that every form of a platform has, by the platform's id.
    platforms: BTreeMap<&'static str, Vec<&'static str>>,
    /// The fields that a platform's settings bring, by the settings' names.
    extra: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
    fields: BTreeMap<&'static str, FieldOutline>,
    /// The name of the field that the links to the terms stand at.
    terms: &'static str,
    /// The attributes that one platform or another reads.
    settings: BTreeSet<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Words {
    not_loaded: Word,
    stopped: Word,
    try_again: Word,
    have_account: Word,
    sign_in: Word,
    required: Word,
    terms: Word,
    privacy: Word,
}

#[derive(Serialize)]
struct FieldOutline {
    label: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<Word>,
    #[serde(skip_serializing_if = "Not::not")]
    checkbox: bool,
}

/// The key of a sentence.
type Word = &'static str;

impl Outline {
    /// The outline of all platforms.
    pub fn of_registry() -> Self {
        let platforms = REGISTRY.iter();
        let settings = REGISTRY.iter().flat_map(|platform| platform.settings);
        let fields = REGISTRY.iter().flat_map(|platform| all_fields(platform));
        Self {
            words: Words {
                not_loaded: Message::NotLoaded.key(),
                stopped: Message::Stopped.key(),
                try_again: Message::TryAgain.key(),
                have_account: Message::HaveAccount.key(),
                sign_in: Message::SignIn.key(),
                required: Message::Required.key(),
                terms: Message::Terms.key(),
                privacy: Message::Privacy.key(),
            },
            platforms: platforms.map(|one| (one.id, required_names(one))).collect(),
            extra: REGISTRY.iter().filter_map(|one| extra(one)).collect(),
            terms: TERMS.name,
            settings: settings.map(|setting| setting.name).collect(),
            fields: fields.map(|field| (field.name, field.into())).collect(),
        }
    }
}

impl From<&Field> for FieldOutline {
    fn from(field: &Field) -> Self {
        Self {
            label: field.label.key(),
            hint: field.hint.map(Message::key),
            checkbox: field.control == Control::Checkbox,
        }
    }
}

fn required_names(platform: &Platform) -> Vec<&'static str> {
    platform.required.iter().map(|field| field.name).collect()
}

/// The platform's id with the fields that its settings bring, if there are any.
fn extra(platform: &Platform) -> Option<(&'static str, BTreeMap<&'static str, &'static str>)> {
    let names = platform.extra.iter();
    let names: BTreeMap<_, _> = names
        .map(|(setting, field)| (*setting, field.name))
        .collect();
    (!names.is_empty()).then_some((platform.id, names))
}

fn all_fields(platform: &Platform) -> impl Iterator<Item = &'static Field> {
    let always = platform.required.iter().chain(platform.optional).copied();
    always.chain(platform.extra.iter().map(|(_, field)| *field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_platform_has_its_fields_in_the_outline() {
        let outline = Outline::of_registry();
        assert_eq!(outline.platforms.len(), REGISTRY.len());
        for name in outline.platforms.values().flatten() {
            assert!(outline.fields.contains_key(name), "{name}");
        }
    }

    #[test]
    fn sentences_come_as_their_keys() {
        let outline = serde_json::to_value(Outline::of_registry()).unwrap();
        assert_eq!(outline["words"]["notLoaded"], Message::NotLoaded.key());
        assert_eq!(outline["fields"]["email"]["label"], Message::Email.key());
        assert!(outline["fields"]["email"].get("hint").is_none());
    }
}
