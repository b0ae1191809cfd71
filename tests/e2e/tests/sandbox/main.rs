//! The published files in a browser, at the sandbox's stores.
//!
//! One program: all its tests share a few browsers. Each folder is named by what its tests are about.

mod accessibility;
mod browsers;
mod element;
mod faults;
mod form;
mod platforms;
mod playground;
