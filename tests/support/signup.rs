//! A registration as the widget begins it: settings checked, form sent.

use super::fixture::Fixture;
use serde_json::Value;
use std::collections::BTreeMap;
use std::rc::Rc;
use storefront_signup::registration::field::{Field, PASSWORD};
use storefront_signup::registration::flow::{Failure, Signup};
use storefront_signup::registration::form::{Form, Problem};
use storefront_signup::registration::json::{Json, read};
use storefront_signup::registration::platform::Platform;
use storefront_signup::registration::secret::Secret;
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::url::SecurityContext;
use storefront_signup::registration::values::Values;

/// A page on the open internet.
pub const SECURE: SecurityContext = SecurityContext {
    is_secure: true,
    is_loopback: false,
};

/// What stops a registration before its first request.
#[derive(Debug)]
pub enum Stopped {
    /// The owner's settings can't work.
    Settings(Failure),
    /// The shopper's texts can't be sent.
    Form(Vec<Problem>),
}

/// Checks settings and texts as the widget does.
pub fn prepare(platform: &Platform, fixture: &Fixture) -> Result<Rc<Signup>, Stopped> {
    let settings = settings(&fixture.settings);
    let endpoint = platform
        .check_settings(&settings)
        .map_err(Stopped::Settings)?;
    let mut form = Form::new(platform, &settings).map_err(Stopped::Settings)?;
    let typed = typed(platform, &fixture.values);
    let mut values = form
        .sent(&typed)
        .ok_or_else(|| Stopped::Form(form.problems()))?;
    Ok(Rc::new(Signup {
        endpoint,
        settings,
        metadata: fixture.metadata.as_ref().map(json),
        password: Secret::new(values.take(PASSWORD.name)),
        values,
        is_resumed: fixture.resumed,
    }))
}

/// Settings on a page of the open internet.
pub fn settings(attributes: &BTreeMap<String, String>) -> Settings {
    let own = attributes
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()));
    Settings::new(own.collect(), SECURE)
}

/// Texts by the names of a platform's fields.
pub fn typed(platform: &Platform, texts: &BTreeMap<String, String>) -> Values {
    let own = |(name, text): (&String, &String)| (field(platform, name).name, text.clone());
    texts.iter().map(own).collect()
}

/// A platform's field, required or optional.
pub fn field(platform: &Platform, name: &str) -> &'static Field {
    let found = fields(platform).find(|field| field.name == name);
    found.unwrap_or_else(|| panic!("{} has no field {name}", platform.id))
}

/// All fields of a platform.
pub fn fields(platform: &Platform) -> impl Iterator<Item = &'static Field> {
    let extra = platform.extra.iter().map(|(_, field)| *field);
    let always = platform.required.iter().chain(platform.optional);
    always.copied().chain(extra)
}

fn json(value: &Value) -> Json {
    read(&value.to_string()).expect("JSON that serde_json wrote")
}
