//! Shoppers who are there from the start, on every platform alike.

/// The email of a shopper who has registered already.
pub const TAKEN_EMAIL: &str = "taken@example.com";
/// The password of the shopper who has registered already.
pub const TAKEN_PASSWORD: &str = "plum-kettle-93";
/// The email of a shopper who ordered as a guest, where the platform has guests.
pub const GUEST_EMAIL: &str = "guest@example.com";
/// The email of the store's administrator, who may sign up as a shopper too.
pub const ADMIN_EMAIL: &str = "admin@example.com";
/// The password of the store's administrator.
pub const ADMIN_PASSWORD: &str = "walnut-harbour-41";
