//! What a platform can't do, and what follows for its shoppers.

use storefront_signup::registration::platform::Platform;

/// Platforms that tell nothing of an account: an answer that was lost stays lost, and nobody signs
/// in with a password.
const NO_LOOKUP: [&str; 1] = ["ecwid"];

/// Platforms whose requests carry no token, so that a 401 says that the password is wrong.
const PASSWORD_ONLY: [&str; 1] = ["medusa-v1"];

/// Whether a request of the platform can fail because its token has expired.
pub fn can_expire(platform: &Platform) -> bool {
    !PASSWORD_ONLY.contains(&platform.id)
}

/// Whether the platform can be asked for an account by its email and password.
pub fn can_be_asked(platform: &Platform) -> bool {
    !NO_LOOKUP.contains(&platform.id)
}
