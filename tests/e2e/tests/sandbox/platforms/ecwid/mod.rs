//! Ecwid, and the fields that it alone has: countries, states, boxes and contacts.

mod address;
mod checkboxes;
mod countries;
mod store;
mod support;
