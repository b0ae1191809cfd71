//! Shoppers whom a form lets through.

use super::random::typed;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use storefront_signup::registration::field::Field;
use storefront_signup::registration::form::Form;
use storefront_signup::registration::platform::Platform;
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::values::Values;

/// What the fields of a form hold, by their names.
pub type Texts = Vec<(&'static str, String)>;

/// The fields that a platform's form can have without any special setting.
pub fn fields(platform: &Platform) -> Vec<&'static Field> {
    [platform.required, platform.optional].concat()
}

/// A shopper who fills in what is required, and some of the rest.
pub fn shopper(platform: &'static Platform) -> impl Strategy<Value = Texts> {
    let texts: Vec<_> = fields(platform).into_iter().map(text_of).collect();
    texts.prop_map(Vec::from_iter)
}

/// What a form sends of the texts, without the optional ones that don't go together; none if a
/// required one is wrong.
pub fn sent(platform: &Platform, settings: &Settings, texts: &Texts) -> Option<Values> {
    let mut form = Form::new(platform, settings).ok()?;
    let mut texts = texts.clone();
    if let Some(values) = form.sent(&texts.iter().cloned().collect()) {
        return Some(values);
    }
    let problems = form.problems();
    texts.retain(|(name, _)| problems.iter().all(|problem| problem.name != *name));
    form.sent(&texts.into_iter().collect())
}

/// The settings that show every field.
pub fn every_field(platform: &Platform) -> (String, String) {
    let names: Vec<&str> = platform.optional.iter().map(|field| field.name).collect();
    ("fields".to_owned(), names.join(" "))
}

fn text_of(field: &'static Field) -> impl Strategy<Value = (&'static str, String)> {
    (candidates(), any::<Index>()).prop_map(move |(mut candidates, first)| {
        let first = first.index(candidates.len());
        candidates.rotate_left(first);
        let is_right = |text: &String| (field.rule)(text, &Values::default()).is_ok();
        let found = candidates.into_iter().find(is_right);
        (field.name, found.unwrap_or_default())
    })
}

/// One text of each shape that a field can ask for.
fn candidates() -> impl Strategy<Value = Vec<String>> {
    let email = "[a-z][a-z0-9_+-]{9,16}[a-z0-9]@([a-z0-9]{1,9}\\.){1,2}[a-z]{2,5}";
    let country = select(vec!["DE", "CA", "US", "JP"]).prop_map(str::to_owned);
    (
        typed(),
        email,
        "[A-Za-z0-9 ÄéßÑ李\"\\\\<>{}&']{8,30}",
        "\\+[1-9][0-9]{7,13}",
        "@?[a-z][a-z0-9._-]{2,9}",
        "https://([a-z]{1,9}\\.){1,2}[a-z]{2,4}/[a-z]{0,9}",
        country,
    )
        .prop_map(|(a, b, c, d, e, f, g)| vec![a, b, c, d, e, f, g])
}
