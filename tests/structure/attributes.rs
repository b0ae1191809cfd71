//! The table of the common attributes, and the places that name them.

use crate::source::{Names, between, code, first_column, matches, names, text};
use regex::Regex;
use storefront_signup::registration::platform::REGISTRY;
use storefront_signup::registration::settings::attribute::{Attribute, AttributeKind, COMMON};

const TYPES: &str = "src/element/storefront-signup.d.ts";

fn common() -> Names {
    names(COMMON.iter().map(|attribute| attribute.name))
}

/// The lines of an attribute in the type declarations.
fn declaration(attribute: &Attribute) -> String {
    let Attribute { name, about, .. } = attribute;
    let (first, rest) = about.split_at(1);
    let name = match name.contains('-') {
        true => format!("\"{name}\""),
        false => (*name).to_owned(),
    };
    let optional = if name == "platform" { "" } else { "?" };
    let of_kind = match attribute.kind {
        AttributeKind::Switch => "boolean | string",
        AttributeKind::Number => "number | string",
        _ => "string",
    };
    let first = first.to_uppercase();
    format!("  /** {first}{rest} */\n  {name}{optional}: {of_kind};\n")
}

#[test]
fn the_page_about_embedding_has_each_common_attribute_and_no_other() {
    assert_eq!(first_column("docs/embedding.md", "Attributes"), common());
}

#[test]
fn the_type_declarations_are_those_of_the_table() {
    let types = text(TYPES);
    let declared = between("interface StorefrontSignupAttributes {\n", "}", &types);
    let expected: String = COMMON.iter().map(declaration).collect();
    assert_eq!(declared, expected);
}

#[test]
fn each_attribute_that_the_form_reads_is_in_a_table() {
    let platforms = REGISTRY.iter().flat_map(|platform| platform.settings);
    let known = &common() | &names(platforms.map(|setting| setting.name));
    let read = r#"(?:\b(?:settings|self)\s*\.\s*(?:get|has|list|link)|\b(?:get|has)Attribute)\(\s*"([a-z-]+)""#;
    let folders = ["src/registration", "src/widget", "src/element"].map(code);
    let read = matches(read, &folders.concat());
    assert!(read.len() > 10, "{read:?}");
    assert_eq!(&read - &known, Names::new());
}

#[test]
fn the_element_has_no_list_of_attributes_of_its_own() {
    let observed = Regex::new(r"static observedAttributes = OUTLINE\.attributes;").unwrap();
    assert!(observed.is_match(&code("src/element")));
}
