//! What a shopper types into a recorded form with every field that it can have.

use super::answers::hold_end;
use super::dictionary::TYPED;
use super::seen::{self, RECORDED, recorded};
use super::{from_json, to_json};
use crate::change::{Change, How};
use crate::runner::Target;
use crate::support::address::{is_private, resolved};
use crate::support::drive::{run, sent};
use crate::support::recorded::Recorded;
use crate::support::signup::{self, fields, prepare};
use crate::support::valid::every_field;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use storefront_signup::registration::form::Form;
use storefront_signup::registration::http::TransportError;
use storefront_signup::registration::values::Values;

/// A recorded registration, and what is typed in place of what was.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Typed {
    recorded: String,
    values: BTreeMap<String, String>,
}

impl Target for Typed {
    const NAME: &'static str = "values";
    const ENDS: [&'static str; 2] = ["refused", "sent"];

    fn parse(text: &str) -> Self {
        from_json(text)
    }

    fn print(&self) -> String {
        to_json(self)
    }

    fn seeds() -> Vec<Self> {
        let typed = |(name, recorded): (&String, &Recorded)| Self {
            recorded: name.clone(),
            values: recorded.fixture.values.clone(),
        };
        RECORDED.iter().map(typed).collect()
    }

    fn dictionary() -> Vec<String> {
        let own = TYPED.iter().map(|word| (*word).to_owned());
        let long = ["a", "é", "1"].map(|text| text.repeat(300));
        own.chain(long).chain(seen::traps()).collect()
    }

    fn change(&mut self, change: &Change) {
        let platform = recorded(&self.recorded).platform;
        let names: Vec<_> = fields(platform).map(|field| field.name).collect();
        let name = *change.part.get(&names);
        match change.how {
            How::Own if change.number.is_multiple_of(2) => drop(self.values.remove(name)),
            How::Own => drop(self.values.insert(name.to_owned(), change.word.clone())),
            _ => change.apply(self.values.entry(name.to_owned()).or_default()),
        }
    }

    fn hold(&self) -> &'static str {
        let mut recorded = recorded(&self.recorded).clone();
        let (name, all) = every_field(recorded.platform);
        recorded.fixture.settings.insert(name, all);
        recorded.fixture.values.clone_from(&self.values);
        let Some(values) = hold_form(&recorded) else {
            return "refused";
        };
        recorded.fixture.values = owned(&values);
        hold_again(&recorded, &values);
        hold_requests(&recorded);
        let lost = std::iter::repeat_with(|| Err(TransportError::Unreachable));
        let end = recorded.end(recorded.canned().chain(lost));
        hold_end(&recorded, &end);
        "sent"
    }
}

/// What the form sends, if it does. It has a problem or sends, whatever came before.
fn hold_form(recorded: &Recorded) -> Option<Values> {
    let (platform, fixture) = (recorded.platform, &recorded.fixture);
    let settings = signup::settings(&fixture.settings);
    let mut form = Form::new(platform, &settings).ok()?;
    let typed = signup::typed(platform, &fixture.values);
    for name in fixture.values.keys() {
        form.typed(name, &typed);
        form.left(name, &typed);
    }
    let early = form.problems();
    let sent = form.sent(&typed);
    assert_eq!(sent.is_some(), form.problems().is_empty());
    let is_kept = |problem| form.problems().contains(problem);
    assert!(early.iter().all(is_kept), "a problem went away: {early:?}");
    sent
}

/// What a form sends, it would send again just so.
fn hold_again(recorded: &Recorded, values: &Values) {
    let again = hold_form(recorded).expect("a form that takes what it sent");
    assert_eq!(owned(&again), owned(values), "sent changed again");
}

fn owned(values: &Values) -> BTreeMap<String, String> {
    let filled = values.filled();
    filled
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect()
}

/// Every request goes to a private address, with a body in which no key stands twice.
fn hold_requests(recorded: &Recorded) {
    let signup = prepare(recorded.platform, &recorded.fixture).expect("a form that is sent");
    let (endpoint, token) = (signup.endpoint.clone(), recorded.fixture.token.as_deref());
    let mut canned = recorded.canned();
    let _ = run(recorded.platform, signup, token, |_, request| {
        let url = resolved("https://shop.example/a/b", &request.url).expect("an address");
        assert!(is_private(&url), "{url}");
        let sent = sent(request, &endpoint);
        let is_json = sent
            .headers
            .get("content-type")
            .is_some_and(|kind| kind.contains("json"));
        assert!(!is_json || sent.body.is_some_and(|body| body.is_object()));
        canned.next().unwrap_or(Err(TransportError::Offline))
    });
}
