//! The element's attributes: what they lead to, or why to nothing.

use super::dictionary::ATTRIBUTES;
use super::seen;
use super::{from_json, to_json};
use crate::change::{Change, How};
use crate::runner::Target;
use crate::support::address::{is_private, resolved};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use storefront_signup::registration::field::Control;
use storefront_signup::registration::flow::{Failure, Kind};
use storefront_signup::registration::form::Form;
use storefront_signup::registration::platform::{Platform, find};
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::settings::attribute::LINKS;
use storefront_signup::registration::url::SecurityContext;

/// An element of a platform on a page.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Element {
    platform: String,
    is_secure: bool,
    is_loopback: bool,
    attributes: Vec<(String, String)>,
}

impl Target for Element {
    const NAME: &'static str = "attributes";
    const ENDS: [&'static str; 2] = ["form", "refused"];

    fn parse(text: &str) -> Self {
        from_json(text)
    }

    fn print(&self) -> String {
        to_json(self)
    }

    fn seeds() -> Vec<Self> {
        let element = |(platform, attributes): (String, BTreeMap<_, _>)| Self {
            platform,
            is_secure: true,
            is_loopback: false,
            attributes: attributes.into_iter().collect(),
        };
        seen::settings().into_iter().map(element).collect()
    }

    fn dictionary() -> Vec<String> {
        let own = ATTRIBUTES.iter().map(|word| (*word).to_owned());
        own.chain(seen::traps()).collect()
    }

    fn change(&mut self, change: &Change) {
        match (change.how, change.number % 5) {
            (How::Own, 0) => self.is_secure = !self.is_secure,
            (How::Own, 1) => self.is_loopback = !self.is_loopback,
            (How::Own, 2) => {
                let name = change.to.get(ATTRIBUTES);
                let entry = ((*name).to_owned(), change.word.clone());
                self.attributes.push(entry);
            }
            _ if self.attributes.is_empty() => {}
            (how, kind) => {
                let part = change.part.index(self.attributes.len());
                let (name, value) = &mut self.attributes[part];
                match (how, kind) {
                    (How::Own, _) => drop(self.attributes.remove(part)),
                    (_, 4) => change.apply(name),
                    _ => change.apply(value),
                }
            }
        }
    }

    fn hold(&self) -> &'static str {
        let platform = find(&self.platform).expect("a platform");
        let page = SecurityContext {
            is_secure: self.is_secure,
            is_loopback: self.is_loopback,
        };
        let settings = Settings::new(self.attributes.clone(), page);
        assert!((1..=120).contains(&settings.timeout_seconds()));
        for link in LINKS.iter().filter_map(|name| settings.link(name)) {
            let url = resolved(self.here(), link);
            let is_safe = url.is_none_or(|url| matches!(url.scheme(), "http" | "https"));
            assert!(is_safe, "a link to {link:?}");
        }
        match platform.check_settings(&settings) {
            Ok(endpoint) => self.hold_settings(platform, &settings, &endpoint),
            Err(failure) => self.hold_refusal(&failure),
        }
    }
}

impl Element {
    /// Where the page is.
    fn here(&self) -> &'static str {
        match self.is_secure {
            true => "https://shop.example/a/b",
            false => "http://shop.example/a/b",
        }
    }

    fn hold_settings(
        &self,
        platform: &Platform,
        settings: &Settings,
        endpoint: &str,
    ) -> &'static str {
        if let Some(url) = resolved(self.here(), &[endpoint, "/path"].concat()) {
            assert!(is_private(&url), "{endpoint:?} is {url}");
            let is_plain = url.username().is_empty() && url.password().is_none();
            assert!(is_plain && url.query().is_none() && url.fragment().is_none());
        }
        let dropped = LINKS
            .iter()
            .find(|name| settings.get(name).is_some() && settings.link(name).is_none());
        assert_eq!(dropped, None, "an unsafe link is no reason to refuse");
        match Form::new(platform, settings) {
            Ok(form) => hold_form(platform, &form),
            Err(failure) => self.hold_refusal(&failure),
        }
    }

    /// It is the owner's to mend, and what it says repeats no secret key.
    fn hold_refusal(&self, failure: &Failure) -> &'static str {
        assert_eq!(failure.kind, Kind::Configuration);
        assert!(!failure.detail.is_empty());
        for (name, value) in &self.attributes {
            let value = value.trim();
            let is_key = value.len() > 8 && value.to_ascii_lowercase().starts_with("sk_");
            let is_told = failure.detail.contains(value) && !name.contains(value);
            assert!(!is_key || !is_told, "{}", failure.detail);
        }
        "refused"
    }
}

/// Every required field is there, none is twice, and the email stands directly before the password.
fn hold_form(platform: &Platform, form: &Form) -> &'static str {
    let fields: Vec<_> = form.fields().map(|asked| asked.field).collect();
    for (index, field) in fields.iter().enumerate() {
        let again = fields[..index].iter().any(|other| other.name == field.name);
        assert!(!again, "{} is there twice", field.name);
        let next = fields.get(index + 1).map(|next| next.control);
        assert!(next != Some(Control::Password) || field.name == "email");
    }
    for field in platform.required {
        assert!(fields.iter().any(|own| own.name == field.name));
    }
    "form"
}
