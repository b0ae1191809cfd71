//! Password hashes. They are cheap, because the sandbox has no real accounts.

use anyhow::{Context, Result};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

/// Hashes `password` with a random salt, as a PHC string.
///
/// # Errors
/// If there is no randomness for the salt.
pub(crate) fn hash(password: &str) -> Result<String> {
    let cheap = Params::new(64, 1, 1, None).context("the cost of hashing")?;
    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, cheap);
    Ok(hasher.hash_password(password.as_bytes())?.to_string())
}

/// Whether `password` has the same code points as the hashed one.
pub(crate) fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_matches_only_the_same_code_points() {
        let hash = hash("caf\u{e9}").unwrap();
        assert!(matches("caf\u{e9}", &hash));
        assert!(!matches("cafe\u{301}", &hash));
        assert!(!hash.contains("caf"));
    }
}
