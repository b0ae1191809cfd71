//! Shoppers with another way to read, to type or to see.
//!
//! `STOREFRONT_SIGNUP_AXE` is the path of axe-core's script, which `cargo xtask test` installs.

mod axe;
mod focus;
mod keyboard;
mod live_region;
mod preferences;
mod reflow;
mod states;
mod support;
mod wcag;
