//! How the widget comes into a page, and what stands there when it can't.

mod coming;
mod failing;
mod hosting;
mod language;
mod layout;
mod living;
mod settings;
mod support;
