//! The widget on a page that stays open: when its module stops, and after many forms.

mod leaking;
mod module;
mod stopping;
