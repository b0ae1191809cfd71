use super::{form, plain};
use storefront_signup::registration::flow::Kind;
use storefront_signup::registration::form::Form;

fn names(form: &Form) -> Vec<&'static str> {
    form.fields()
        .map(|form_field| form_field.field.name)
        .collect()
}

fn required(form: &Form) -> Vec<&'static str> {
    let wanted = form.fields().filter(|form_field| form_field.is_required);
    wanted.map(|form_field| form_field.field.name).collect()
}

#[test]
fn the_fields_of_the_platform_come_first_and_the_email_stands_directly_before_the_password() {
    assert_eq!(names(&plain()), ["first_name", "email", "password"]);
    let form = form(&[("fields", "phone last_name")]).unwrap();
    assert_eq!(
        names(&form),
        ["first_name", "phone", "last_name", "email", "password"]
    );
}

#[test]
fn optional_fields_stand_in_the_order_of_the_owner() {
    let form = form(&[("fields", " company_name\n phone ")]).unwrap();
    assert_eq!(
        names(&form),
        ["first_name", "company_name", "phone", "email", "password"]
    );
}

#[test]
fn only_what_the_platform_or_the_owner_requires_is_required() {
    let form = form(&[("fields", "phone last_name"), ("require", "last_name")]).unwrap();
    assert_eq!(
        required(&form),
        ["first_name", "last_name", "email", "password"]
    );
}

#[test]
fn a_field_that_is_only_required_is_shown_too() {
    let form = form(&[("require", "phone")]).unwrap();
    assert_eq!(names(&form), ["first_name", "phone", "email", "password"]);
    assert!(required(&form).contains(&"phone"));
}

#[test]
fn a_field_that_is_named_twice_is_shown_once() {
    let form = form(&[("fields", "phone email phone"), ("require", "phone email")]).unwrap();
    assert_eq!(names(&form), ["first_name", "phone", "email", "password"]);
}

#[test]
fn a_field_that_the_platform_has_not_is_named_to_the_owner() {
    for attribute in ["fields", "require"] {
        let failure = form(&[(attribute, "phone shoe_size")]).err().unwrap();
        assert_eq!(failure.kind, Kind::Configuration);
        assert!(failure.detail.contains("`shoe_size`"), "{}", failure.detail);
        assert!(
            failure.detail.contains("last_name, phone, company_name"),
            "{}",
            failure.detail
        );
    }
}

#[test]
fn a_setting_brings_its_field_which_is_required_then() {
    let with = form(&[("ask-tax-id", "")]).unwrap();
    assert_eq!(names(&with), ["first_name", "tax_id", "email", "password"]);
    assert!(required(&with).contains(&"tax_id"));
    let without = form(&[("ask-tax-id", "false")]).unwrap();
    assert!(!names(&without).contains(&"tax_id"));
}

#[test]
fn what_the_shopper_says_yes_to_stands_last() {
    let form = form(&[("fields", "terms phone")]).unwrap();
    assert_eq!(
        names(&form),
        ["first_name", "phone", "email", "password", "terms"]
    );
}
