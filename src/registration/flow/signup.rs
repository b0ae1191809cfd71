use super::account::Account;
use crate::registration::json::{Json, Object};
use crate::registration::secret::Secret;
use crate::registration::settings::Settings;
use crate::registration::values::Values;

/// The data of one registration.
pub struct Signup {
    /// The base URL of the API, without a slash at the end.
    pub endpoint: String,
    /// The owner's settings.
    pub settings: Settings,
    /// The owner's JSON object, for platforms that store one.
    pub metadata: Option<Json>,
    /// The password as the shopper typed it. Empty if the form has no password field.
    pub password: Secret,
    /// The shopper's other values, as the rules return them.
    pub values: Values,
    /// Whether an earlier try with this email ended without a clear result. Then the account may
    /// already exist and belong to this shopper.
    pub is_resumed: bool,
}

impl Signup {
    /// The URL of a path of the API.
    pub fn url(&self, path: &str) -> String {
        [self.endpoint.as_str(), path].concat()
    }

    /// This shopper's account with an identifier.
    pub fn account(&self, id: &str) -> Account {
        Account {
            id: id.to_owned(),
            email: self.email().to_owned(),
            ..Account::default()
        }
    }

    /// `{email, password}`, the body that most platforms expect for signing in.
    pub fn credentials(&self) -> Json {
        let credentials = Object::new().text("email", self.email());
        credentials.text("password", self.password.expose()).into()
    }

    /// The email address, in lower case.
    pub fn email(&self) -> &str {
        self.values.get("email")
    }

    /// Whether the owner wants the shopper signed in by the platform's cookie.
    pub fn wants_session(&self) -> bool {
        self.settings.wants_session()
    }
}
