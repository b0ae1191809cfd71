//! Secrets: what is one, and how it is masked before anything is kept or shown.

pub mod mask;
pub mod secret;
