//! The widget in the browser: mounting, the view, requests and events.

mod controls;
mod event;
mod found;
mod instance;
mod model;
pub mod page;
mod preconnect;
mod submit;
mod tokens;
pub mod transport;
mod view;

pub use instance::{Widget, mount};
