//! The playground in the browser: its state, and what it shows.

mod browser;
mod element;
mod events;
mod faults;
mod groups;
mod sandbox;
mod state;
mod traffic;
mod view;

use crate::owner::fragment;
use crate::owner::setup::Setup;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use state::State;

/// Shows the page.
pub fn start() {
    let Some(mut setup) = Setup::new() else {
        return;
    };
    fragment::restore(&mut setup, browser::fragment());
    mount_to_body(move || {
        let state = State::new(setup);
        sandbox::connect(state.setup, state.sandbox);
        traffic::listen(state.exchanges);
        events::listen(state.events);
        Effect::new(move || browser::set_fragment(&state.setup.with(fragment::pairs)));
        view::page(state)
    });
}
