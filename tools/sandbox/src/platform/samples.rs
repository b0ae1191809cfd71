//! People who have an account from the start, the same on every platform.

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
