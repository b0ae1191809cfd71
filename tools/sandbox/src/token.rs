//! JSON Web Tokens signed with HS256.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::Sha256;

/// The key of all tokens. It is no secret: a test signs its own expired tokens with it.
pub(crate) const KEY: &[u8] = b"sandbox";

/// When a token was issued and when it expires, in seconds since 1970.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Lifespan {
    /// Issued at.
    pub iat: u64,
    /// Expires at.
    pub exp: u64,
}

impl Lifespan {
    /// From now on, for `lifetime`.
    pub fn starting_now(lifetime: Duration) -> Self {
        let iat = now();
        Self {
            iat,
            exp: iat + lifetime.as_secs(),
        }
    }
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map(|since| since.as_secs())
        .unwrap_or_default()
}

/// Signs `claims`.
///
/// # Errors
/// If the claims are not a JSON object.
pub(crate) fn sign(claims: &impl Serialize) -> Result<String> {
    let header = encode(&json!({ "alg": "HS256", "typ": "JWT" }))?;
    let signed = format!("{header}.{}", encode(claims)?);
    let signature = BASE64_URL_SAFE_NO_PAD.encode(mac(&signed)?.finalize().into_bytes());
    Ok(format!("{signed}.{signature}"))
}

/// The claims of a token that is signed with our key and has not expired.
pub(crate) fn verify<T: DeserializeOwned>(token: &str) -> Option<T> {
    let (signed, signature) = token.rsplit_once('.')?;
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).ok()?;
    mac(signed).ok()?.verify_slice(&signature).ok()?;
    let (header, claims) = signed.split_once('.')?;
    let header: Header = decode(header)?;
    let lifespan: Lifespan = decode(claims)?;
    (header.alg == "HS256" && lifespan.exp > now()).then(|| decode(claims))?
}

#[derive(Deserialize)]
struct Header {
    alg: String,
}

fn mac(text: &str) -> Result<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY)?;
    mac.update(text.as_bytes());
    Ok(mac)
}

fn encode(part: &impl Serialize) -> Result<String> {
    Ok(BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(part)?))
}

fn decode<T: DeserializeOwned>(part: &str) -> Option<T> {
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(lifetime: u64) -> String {
        sign(&Lifespan::starting_now(Duration::from_secs(lifetime))).unwrap()
    }

    #[test]
    fn a_signed_token_is_accepted_until_it_expires() {
        assert!(verify::<Lifespan>(&token(60)).is_some());
        assert!(verify::<Lifespan>(&token(0)).is_none());
    }

    #[test]
    fn a_changed_token_is_refused() {
        let token = token(60);
        assert!(verify::<Lifespan>(&format!("{token}x")).is_none());
        assert!(verify::<Lifespan>(&token.replace('.', "..")).is_none());
        assert!(verify::<Lifespan>("garbage").is_none());
    }

    #[test]
    fn an_unsigned_token_is_refused() {
        let header = encode(&json!({ "alg": "none" })).unwrap();
        let claims = encode(&Lifespan::starting_now(Duration::from_secs(60))).unwrap();
        assert!(verify::<Lifespan>(&format!("{header}.{claims}.")).is_none());
    }
}
