//! The browser's side: mounting, the view, sending, and what the page hears.

mod event;
mod instance;
mod model;
mod page;
mod submit;
pub mod tokens;
mod transport;
mod view;

pub use instance::{Widget, mount};
