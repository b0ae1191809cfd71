//! The widget in a real browser: what the suites in `tests` share.
//!
//! A test gets a [`Stage`]: a sandbox store, a site that serves the published files and the test's
//! pages, and a browser. It opens a page with an [`Element`] and drives its [`Form`] as a shopper
//! would. Store and site are the test's own. The browser goes from test to test: each gets an empty tab, no
//! cookies, nothing stored, and an origin of its own. A test that changes the browser itself takes one for
//! itself ([`on_stage_with_devtools`]). All browsers end with the test program, see `bin/keeper.rs`.
//!
//! - `STOREFRONT_SIGNUP_EMBED`: the folder with the published files, `dist/embed` by default.
//! - `STOREFRONT_SIGNUP_ENGINE`: the browser's engine: `chromium`, the default, `firefox` or `webkit`.
//! - `STOREFRONT_SIGNUP_PLAYGROUND`: the folder with the built playground, `target/playground` by default.
//! - `STOREFRONT_SIGNUP_WHOLE`: set by `cargo xtask test --whole`; every test plays all that it can.
//! - `STOREFRONT_SIGNUP_SHOW`: set by `cargo xtask test --show`; the browsers have windows, and that of a
//!   failed test stays open.
//! - `CHROMEDRIVER`, `GECKODRIVER`, `SAFARIDRIVER`: the driver's path, where it is not on the `PATH`.
//!   With `_ARGS` behind it: what the driver is started with. wasm-bindgen's test runner has the
//!   same names, and drives WebKit by that of Safari.

mod ability;
mod api;
mod browser;
mod display;
mod driver;
mod element;
mod engine;
mod form;
mod keeper;
mod pool;
mod recording;
mod run;
mod scope;
mod shopper;
mod site;
mod stage;
mod wait;

pub use ability::Ability;
pub use api::Api;
pub use browser::Browser;
pub use element::Element;
pub use engine::engine_name;
pub use form::{Form, RETRY, SHOW_PASSWORD};
pub use pool::{Lease, in_browser};
pub use recording::{Event, Failure, Recording, Success};
pub use run::{
    on_every_platform, on_platform, on_platforms_with, on_sampled_platforms,
    on_sampled_platforms_with_devtools, on_stage, on_stage_with_devtools,
};
pub use scope::{every_platform, is_whole, longest, sampled_platforms, tell_left_out};
pub use shopper::Shopper;
pub use site::{ENTRY, Page, Site, WASM};
pub use stage::Stage;
pub use wait::until;
