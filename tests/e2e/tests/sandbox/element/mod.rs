//! The element on its page: how it loads, changes, stops and goes, and what stands there when it can't load.

mod changed_page;
mod content_security_policy;
mod early;
mod fallback;
mod host_page;
mod instances;
mod language;
mod layout_shift;
mod memory;
mod module;
mod settings;
mod slow_network;
mod support;
mod trap;
