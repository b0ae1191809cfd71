//! The kinds of `signup-error`, and the places that name them.

use crate::source::{Names, between, code, matches, names, text};
use storefront_signup::registration::flow::Kind;

/// The kinds of failures, and the one that the element raises without the WebAssembly.
fn kinds() -> Names {
    let load = names(["load"]);
    &names(Kind::ALL.iter().map(|kind| kind.name())) | &load
}

#[test]
fn all_kinds_of_failures_are_listed() {
    let source = text("src/registration/flow/failure.rs");
    let variants = matches(
        r"(?m)^    (\w+),$",
        between("pub enum Kind {", "\n}", &source),
    );
    let listed = Kind::ALL.iter().map(|kind| format!("{kind:?}"));
    assert_eq!(listed.collect::<Names>(), variants);
    assert_eq!(Kind::ALL.len(), variants.len());
}

#[test]
fn the_element_raises_one_kind_itself() {
    let raised = matches(r#"\bkind: "([a-z-]+)""#, &code("src/element"));
    assert_eq!(raised, names(["load"]));
}

#[test]
fn the_page_about_embedding_has_each_kind_and_no_other() {
    let page = text("docs/embedding.md");
    let sentence = between("`kind` is one of ", ".", &page);
    assert_eq!(matches("`([^`]+)`", sentence), kinds());
}

#[test]
fn the_type_declarations_have_each_kind_and_no_other() {
    let types = text("src/element/storefront-signup.d.ts");
    let union = between("type SignupErrorKind =", ";", &types);
    assert_eq!(matches(r#""([^"]+)""#, union), kinds());
}
