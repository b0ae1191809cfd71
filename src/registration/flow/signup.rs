use super::account::Account;
use crate::registration::json::{Json, Object};
use crate::registration::secret::Secret;
use crate::registration::settings::Settings;
use crate::registration::values::Values;

/// One registration of one shopper.
pub struct Signup {
    /// The base address of the API, without a slash at its end.
    pub endpoint: String,
    /// The owner's settings.
    pub settings: Settings,
    /// The owner's object, for platforms that keep one.
    pub metadata: Option<Json>,
    /// The password as it was typed, empty where the form has none.
    pub password: Secret,
    /// The shopper's other values, as the rules let them through.
    pub values: Values,
    /// Whether an earlier try with this email ended without a certain answer, so that the account
    /// may be there already and be this shopper's.
    pub is_resumed: bool,
}

impl Signup {
    /// An address below the endpoint.
    pub fn url(&self, path: &str) -> String {
        [self.endpoint.as_str(), path].concat()
    }

    /// An account of this shopper.
    pub fn account(&self, id: &str) -> Account {
        Account {
            id: id.to_owned(),
            email: self.email().to_owned(),
            ..Account::default()
        }
    }

    /// Email and password, as platforms want them for signing in.
    pub fn credentials(&self) -> Json {
        let credentials = Object::new().text("email", self.email());
        credentials.text("password", self.password.expose()).into()
    }

    /// The email as it is registered.
    pub fn email(&self) -> &str {
        self.values.get("email")
    }

    /// Whether the owner wants the shopper signed in by the platform's cookie.
    pub fn wants_session(&self) -> bool {
        self.settings.wants_session()
    }
}
