//! The platforms. Each one has a folder and a line in [`REGISTRY`].
//!
//! A platform is data and one function. This one needs a single request:
//!
//! ```
//! use std::rc::Rc;
//! use storefront_signup::registration::field::{EMAIL, PASSWORD};
//! use storefront_signup::registration::flow::{Failure, Signup, Step};
//! use storefront_signup::registration::http::{Answer, Request};
//! use storefront_signup::registration::platform::Platform;
//!
//! static ACME: Platform = Platform {
//!     id: "acme",
//!     title: "Acme",
//!     settings: &[],
//!     endpoint: |_| Some("https://api.acme.example".to_owned()),
//!     check: |_| Ok(()),
//!     required: &[&EMAIL, &PASSWORD],
//!     extra: &[],
//!     optional: &[],
//!     token: None,
//!     begin,
//! };
//!
//! fn begin(signup: Rc<Signup>) -> Step {
//!     let request = Request::post_json(signup.url("/accounts"), &signup.credentials());
//!     Step::send(request, move |answer| read(&signup, answer))
//! }
//!
//! fn read(signup: &Signup, answer: Answer) -> Step {
//!     match answer {
//!         Ok(reply) if !reply.body.get("id").as_id().is_empty() => {
//!             Step::Done(signup.account(reply.body.get("id").as_id()))
//!         }
//!         Ok(reply) if reply.status == 409 => Step::Fail(Failure::taken(&reply)),
//!         Ok(reply) => Step::Fail(Failure::from_status(&reply)),
//!         Err(_) => Step::Fail(Failure::unconfirmed("/accounts", "its CORS configuration")),
//!     }
//! }
//!
//! # use storefront_signup::registration::http::Reply;
//! # use storefront_signup::registration::secret::Secret;
//! # use storefront_signup::registration::settings::Settings;
//! # use storefront_signup::registration::values::Values;
//! let signup = Signup {
//!     endpoint: "https://api.acme.example".to_owned(),
//!     settings: Settings::default(),
//!     metadata: None,
//!     password: Secret::new("correct horse".to_owned()),
//!     values: Values::from_iter([("email", "ada@example.com".to_owned())]),
//!     is_resumed: false,
//! };
//! let Step::Send(request, next) = ACME.register(Rc::new(signup)) else { panic!("no request") };
//! assert_eq!(request.url, "https://api.acme.example/accounts");
//! let Step::Fail(failure) = next(Ok(Reply::new(409, None, "{}"))) else { panic!("no failure") };
//! assert_eq!(failure.kind.name(), "taken");
//! ```

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
