//! What registering a shopper means: fields, rules, platforms, failures and messages.
//!
//! There is no browser, no async and no IO here. A platform returns the next request and reads the
//! response. The caller sends it. So a native test can run every flow:
//!
//! ```
//! use std::rc::Rc;
//! use storefront_signup::registration::flow::{Signup, Step};
//! use storefront_signup::registration::form::Form;
//! use storefront_signup::registration::http::Reply;
//! use storefront_signup::registration::platform::find;
//! use storefront_signup::registration::secret::Secret;
//! use storefront_signup::registration::settings::Settings;
//! use storefront_signup::registration::url::SecurityContext;
//! use storefront_signup::registration::values::Values;
//!
//! // The owner's attributes.
//! let attributes = [("platform", "ecwid"), ("store-id", "1003"), ("endpoint", "https://shop.example/signup")];
//! let attributes = attributes.map(|(name, value)| (name.to_owned(), value.to_owned()));
//! let page = SecurityContext { is_secure: true, is_loopback: false };
//! let settings = Settings::new(attributes.into(), page);
//! let platform = find("ecwid").unwrap();
//! let endpoint = platform.check_settings(&settings).unwrap();
//!
//! // What the shopper typed, and what the rules made of it.
//! let typed = [("name", " Ada Lovelace "), ("email", "Ada@Example.com")];
//! let typed = Values::from_iter(typed.map(|(name, text)| (name, text.to_owned())));
//! let values = Form::new(platform, &settings).unwrap().sent(&typed).unwrap();
//! assert_eq!(values.get("email"), "ada@example.com");
//!
//! // The platform asks for one request. We answer in place of its server.
//! let password = Secret::new(String::new());
//! let signup = Signup { endpoint, settings, metadata: None, password, values, is_resumed: false };
//! let Step::Send(request, next) = platform.register(Rc::new(signup)) else { panic!("no request") };
//! assert_eq!(request.url, "https://shop.example/signup/api/v3/1003/customers");
//! let Step::Done(account) = next(Ok(Reply::new(200, None, r#"{"id": 42}"#))) else { panic!("no account") };
//! assert_eq!(account.id, "42");
//! ```

pub mod decimal;
pub mod encoding;
pub mod field;
pub mod flow;
pub mod form;
pub mod http;
pub mod json;
pub mod message;
pub mod platform;
pub mod rules;
pub mod search;
pub mod secret;
pub mod settings;
pub mod url;
pub mod values;
