//! Ecwid, and the fields that it alone has: countries, states, boxes and contacts.

mod address;
mod boxes;
mod countries;
mod store;
mod support;
