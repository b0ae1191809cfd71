//! What the element knows of the forms before the WebAssembly is there.

use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Not;
use storefront_signup::registration::field::{Control, Field, TERMS};
use storefront_signup::registration::form::place;
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::{Platform, REGISTRY};
use storefront_signup::registration::rules::country;
use storefront_signup::registration::settings::attribute::COMMON;

/// The shape of every form.
#[derive(Serialize)]
pub struct Outline {
    /// The names of the fields that every form of a platform has, by the platform's id.
    platforms: BTreeMap<&'static str, Vec<&'static str>>,
    /// The fields that a platform's settings bring, by the settings' names.
    extra: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
    fields: BTreeMap<&'static str, FieldOutline>,
    /// The name of the field that the links to the terms stand at.
    terms: &'static str,
    /// The attributes that draw the form again: those of every platform, and those that one or another reads.
    attributes: BTreeSet<&'static str>,
    /// The names of the boxes that take other fields away.
    unless: BTreeSet<&'static str>,
    /// The codes of all countries, as [`bits`] writes them.
    countries: String,
}

#[derive(Serialize)]
struct FieldOutline {
    /// Unless it is the field's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Key>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<Key>,
    /// The `type` of its control, unless it is the most frequent one.
    #[serde(rename = "type", skip_serializing_if = "is_text")]
    kind: &'static str,
    #[serde(skip_serializing_if = "is_off")]
    autocomplete: &'static str,
    /// Where it stands in a form that asks for a password.
    #[serde(skip_serializing_if = "is_first")]
    place: usize,
    /// Whether a ticked box takes it away.
    #[serde(skip_serializing_if = "Not::not")]
    unless: bool,
}

/// The key of a message.
type Key = &'static str;

impl Outline {
    /// The outline of all platforms.
    pub fn of_registry() -> Self {
        let platforms = REGISTRY.iter();
        let fields = REGISTRY.iter().flat_map(|platform| all_fields(platform));
        Self {
            platforms: platforms.map(|one| (one.id, required_names(one))).collect(),
            extra: REGISTRY.iter().filter_map(|one| extra(one)).collect(),
            terms: TERMS.name,
            attributes: observed().collect(),
            unless: fields.clone().filter_map(box_of).collect(),
            fields: fields.map(|field| (field.name, field.into())).collect(),
            countries: bits(country::codes()),
        }
    }
}

impl From<&Field> for FieldOutline {
    fn from(field: &Field) -> Self {
        Self {
            label: Some(field.label.key()).filter(|key| *key != field.name.replace('_', "-")),
            hint: field.hint.map(Message::key),
            kind: field.control.input_type(),
            autocomplete: field.autocomplete,
            place: place(field, true),
            unless: !field.unless.is_empty(),
        }
    }
}

fn observed() -> impl Iterator<Item = &'static str> {
    let common = COMMON.iter().filter(|attribute| attribute.is_observed);
    let settings = REGISTRY.iter().flat_map(|platform| platform.settings);
    let common = common.map(|attribute| attribute.name);
    common.chain(settings.map(|setting| setting.name))
}

/// The name of the box that takes a field away.
fn box_of(field: &Field) -> Option<&'static str> {
    Some(field.unless).filter(|name| !name.is_empty())
}

fn is_first(place: &usize) -> bool {
    *place == 0
}

fn is_off(token: &&str) -> bool {
    *token == "off"
}

fn is_text(kind: &&str) -> bool {
    *kind == Control::Text.input_type()
}

/// A bit for each pair of letters, in hexadecimal digits. The first digit has `AA` to `AD`, its lowest bit is `AA`.
/// That compresses better than letters.
fn bits(codes: impl Iterator<Item = &'static str>) -> String {
    let codes: BTreeSet<&str> = codes.collect();
    let pairs = ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| [first, second]));
    let bits: Vec<bool> = pairs
        .map(|pair| codes.contains(&*String::from_iter(pair)))
        .collect();
    let digit = |four: &[bool]| {
        four.iter()
            .rfold(0, |digit, bit| digit * 2 + u32::from(*bit))
    };
    let digits = bits.chunks(4).map(digit);
    digits
        .filter_map(|digit| char::from_digit(digit, 16))
        .collect()
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

fn all_fields(platform: &Platform) -> impl Iterator<Item = &'static Field> + Clone {
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
    fn a_change_of_a_common_or_a_platforms_attribute_draws_the_form_again() {
        let attributes = Outline::of_registry().attributes;
        for setting in REGISTRY.iter().flat_map(|platform| platform.settings) {
            assert!(attributes.contains(setting.name), "{}", setting.name);
        }
        for attribute in COMMON {
            let is_there = attributes.contains(attribute.name);
            assert_eq!(is_there, attribute.is_observed, "{}", attribute.name);
        }
    }

    #[test]
    fn what_most_fields_have_is_left_out() {
        let outline = serde_json::to_value(Outline::of_registry()).unwrap();
        let expected = serde_json::json!({ "autocomplete": "address-level2" });
        assert_eq!(outline["fields"]["city"], expected);
    }

    #[test]
    fn each_pair_of_letters_has_a_bit() {
        let digits = bits(["AA", "AD", "AF", "ZZ"].into_iter());
        assert_eq!(digits.len(), 26 * 26 / 4);
        assert!(
            digits.starts_with("920") && digits.ends_with("008"),
            "{digits}"
        );
    }

    #[test]
    fn sentences_come_as_their_keys() {
        let outline = serde_json::to_value(Outline::of_registry()).unwrap();
        assert_eq!(outline["fields"][TERMS.name]["label"], TERMS.label.key());
        assert!(outline["fields"]["email"].get("hint").is_none());
    }
}
