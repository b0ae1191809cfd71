//! The widget on a page that stays open: when its module stops, when shoppers or connections go
//! away, and after many forms.

mod leaking;
mod leaving;
mod module;
mod stopping;
