//! The form as a machine: its fields, and which problems show when.

mod fields;
mod problems;
mod sending;
use crate::support::signup::{settings, typed};
use std::collections::BTreeMap;
use std::rc::Rc;
use storefront_signup::registration::field::{
    COMPANY_NAME, COUNTRY_CODE, EMAIL, FIRST_NAME, LAST_NAME, PASSWORD, PHONE, POSTAL_CODE,
    SHIP_TO_BILLING, SHIPPING_STREET, STATE, TAX_ID, TERMS,
};
use storefront_signup::registration::flow::{Failure, Kind, Signup, Step};
use storefront_signup::registration::form::Form;
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::Platform;
use storefront_signup::registration::values::Values;

/// A platform for the form alone.
static PLATFORM: Platform = Platform {
    id: "anywhere",
    title: "Anywhere",
    settings: &[],
    endpoint: |_| Some("https://store.example".to_owned()),
    check: |_| Ok(()),
    required: &[&FIRST_NAME, &EMAIL, &PASSWORD],
    extra: &[("ask-tax-id", &TAX_ID)],
    optional: &[
        &LAST_NAME,
        &PHONE,
        &COMPANY_NAME,
        &COUNTRY_CODE,
        &POSTAL_CODE,
        &STATE,
        &SHIP_TO_BILLING,
        &SHIPPING_STREET,
        &TERMS,
    ],
    token: None,
    begin: nothing,
};

fn nothing(_: Rc<Signup>) -> Step {
    Step::Fail(Failure::new(Kind::Configuration, ""))
}

fn form(attributes: &[(&str, &str)]) -> Result<Form, Failure> {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Form::new(&PLATFORM, &settings(&attributes.iter().map(own).collect()))
}

fn plain() -> Form {
    form(&[]).unwrap()
}

fn texts(pairs: &[(&str, &str)]) -> Values {
    let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    typed(
        &PLATFORM,
        &pairs.iter().map(own).collect::<BTreeMap<_, _>>(),
    )
}

/// The reason that shows at a field.
fn problem(form: &Form, name: &str) -> Option<Message> {
    let problems = form.problems();
    let found = problems.iter().find(|problem| problem.name == name);
    found.map(|problem| problem.reason)
}
