//! A registration form that a store owner puts into any page with one script tag.
//!
//! [`registration`] knows what registering means and has no idea of a browser.
//! `widget` is the browser's side and exists for wasm32 only, where the custom
//! element in `element/element.js` mounts it.

pub mod registration;

#[cfg(target_arch = "wasm32")]
pub mod widget;

// Smaller than the standard library's. Tests count with one of their own.
#[cfg(all(target_arch = "wasm32", not(debug_assertions)))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
