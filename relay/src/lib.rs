//! The smallest server that may hold a store's secret.
//!
//! A page can't keep a secret, and some platforms create customers with a secret only. The form posts to the relay, and
//! the relay adds the secret and passes the registration on. [`core`] decides, [`native`] is the server.

pub mod core;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
