//! Everyone who may want to register: with another way to read, to type or to see, and on a slow phone.
//!
//! `STOREFRONT_SIGNUP_AXE` is the path of axe-core's script, which `cargo xtask test` installs.

mod announcing;
mod autofill;
mod axe;
mod barriers;
mod fitting;
mod focus;
mod keyboard;
mod mouse;
mod phone;
mod preferences;
mod states;
mod support;
