//! The platforms: a folder each, and one line in [`REGISTRY`].

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

/// A platform: what it needs to know, what it asks a shopper, and how it registers one.
pub struct Platform {
    /// The value of the attribute `platform`.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// The attributes that it reads beside those that every platform has.
    pub settings: &'static [Setting],
    /// The base address of its API, where the owner need not set one.
    pub endpoint: fn(&Settings) -> Option<String>,
    /// What its settings have to be beyond being there.
    pub check: fn(&Settings) -> Result<(), Failure>,
    /// The fields that every form has.
    pub required: &'static [&'static Field],
    /// The fields that a setting brings, by its name. The shopper has to fill them in.
    pub extra: &'static [(&'static str, &'static Field)],
    /// The fields that an owner may ask for.
    pub optional: &'static [&'static Field],
    /// Where its token comes from, if it wants one before it knows the shopper.
    pub token: Option<TokenSource>,
    /// The first step of a registration. Callers use [`Platform::register`].
    pub begin: fn(Rc<Signup>) -> Step,
}

impl Platform {
    /// Registers a shopper, step by step. No failure repeats the password.
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
        Step::Token(wanted, next) => Step::Token(
            wanted,
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
