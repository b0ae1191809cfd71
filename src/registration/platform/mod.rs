//! The platforms. Each one has a folder and a line in [`REGISTRY`].

mod check;
pub mod commerce_layer;
mod ecwid;
mod elastic_path;
mod elastic_path_account;
mod medusa;
mod medusa_v1;
mod shared;

use super::field::Field;
use super::flow::{Failure, Signup, Step, TokenSource};
use super::secret::Secret;
use super::settings::{Setting, Settings};
use std::rc::Rc;

/// All platforms that the widget knows.
pub static REGISTRY: &[&Platform] = &[
    &medusa::PLATFORM,
    &medusa_v1::PLATFORM,
    &elastic_path::PLATFORM,
    &elastic_path_account::PLATFORM,
    &commerce_layer::PLATFORM,
    &ecwid::PLATFORM,
];

/// A platform: its settings, its fields, and how it registers a shopper.
pub struct Platform {
    /// The value of the attribute `platform`.
    pub id: &'static str,
    /// The name that people know.
    pub title: &'static str,
    /// The attributes that only this platform reads.
    pub settings: &'static [Setting],
    /// The default base URL of its API. `None` if the owner has to set the attribute `endpoint`.
    pub endpoint: fn(&Settings) -> Option<String>,
    /// Checks the values of the settings. Required settings exist already.
    pub check: fn(&Settings) -> Result<(), Failure>,
    /// The fields that are in every form.
    pub required: &'static [&'static Field],
    /// The fields that a setting adds, with the name of the setting. They are required.
    pub extra: &'static [(&'static str, &'static Field)],
    /// The fields that an owner may add.
    pub optional: &'static [&'static Field],
    /// How to get the token that any page may have, if the platform needs one.
    pub token: Option<TokenSource>,
    /// Returns the first step of a registration. Callers use [`Platform::register`].
    pub begin: fn(Rc<Signup>) -> Step,
}

impl Platform {
    /// Returns the first step of a registration. No failure contains the password.
    pub fn register(&self, signup: Rc<Signup>) -> Step {
        let password = signup.password.clone();
        redact_password((self.begin)(signup), password)
    }
}

fn redact_password(step: Step, password: Secret) -> Step {
    match step {
        Step::Send(request, next) => {
            Step::send(request, |answer| redact_password(next(answer), password))
        }
        Step::Token(request, next) => Step::Token(
            request,
            Box::new(|token| redact_password(next(token), password)),
        ),
        Step::Fail(failure) => Step::Fail(failure.redact(password.expose())),
        Step::Done(account) => Step::Done(account),
    }
}

/// The platform with an id.
pub fn find(id: &str) -> Option<&'static Platform> {
    REGISTRY.iter().find(|platform| platform.id == id).copied()
}
