//! People who have an account from the start, the same on every platform.

use crate::account::Credential;

/// The email of a registered shopper.
pub const TAKEN_EMAIL: &str = "taken@example.com";
/// The password of the registered shopper.
pub const TAKEN_PASSWORD: &str = "plum-kettle-93";
/// The email of a shopper who ordered as a guest, on platforms with guests.
pub const GUEST_EMAIL: &str = "guest@example.com";
/// The email of the store's administrator, who may register as a shopper too.
pub const ADMIN_EMAIL: &str = "admin@example.com";
/// The password of the store's administrator.
pub const ADMIN_PASSWORD: &str = "walnut-harbour-41";

/// The credential with [`TAKEN_EMAIL`].
pub(crate) const TAKEN: Credential = Credential::shopper("taken email", TAKEN_EMAIL);
/// The credential with [`TAKEN_PASSWORD`].
pub(crate) const PASSWORD: Credential = Credential::shopper("its password", TAKEN_PASSWORD);
/// The credential with [`GUEST_EMAIL`].
pub(crate) const GUEST: Credential = Credential::shopper("guest's email", GUEST_EMAIL);
