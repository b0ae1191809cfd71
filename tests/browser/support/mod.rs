//! What the browser suites share.

mod answer;
mod clock;
mod entry;
mod heard;
mod mounted;
mod network;
#[path = "../../../tools/xtask/src/command/generate/outline.rs"]
mod outline;
mod owner;
mod panics;
mod shopper;
mod sight;
mod store;
mod tree;
mod wait;

pub use answer::{Answer, Held};
pub use clock::pass_a_day;
pub use entry::Early;
pub use heard::EVENTS;
pub use mounted::Mounted;
pub use network::{Offline, define_getter};
pub use owner::{Owner, json_to_js, object};
pub use shopper::{EMAIL, PASSWORD, failed};
pub use store::{CREATE, Call, REFRESH, REGISTER, Replaced, SIGN_IN, Store};
pub use tree::tree;
pub use wait::{pause, tick, until};

use web_sys::{Document, Window};

/// The page's window.
pub fn window() -> Window {
    web_sys::window().expect("a window")
}

/// The page's document.
pub fn document() -> Document {
    window().document().expect("a document")
}
