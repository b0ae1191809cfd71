//! What a platform can't do, and what follows for its shoppers.

use storefront_signup::registration::platform::Platform;

/// Platforms that tell nothing of an account: an answer that was lost stays lost, and nobody signs
/// in with a password.
const MUTE: [&str; 1] = ["ecwid"];

/// Platforms without tokens: a 401 of theirs says that the password is wrong.
const TOKENLESS: [&str; 1] = ["medusa-v1"];

/// Whether a token of the platform can expire.
pub fn has_tokens(platform: &Platform) -> bool {
    !TOKENLESS.contains(&platform.id)
}

/// Whether the platform can be asked for an account by its email and password.
pub fn can_be_asked(platform: &Platform) -> bool {
    !MUTE.contains(&platform.id)
}
