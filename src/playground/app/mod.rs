//! The page in the browser: its state, and what it shows.

mod browser;
mod element;
mod events;
mod faults;
mod groups;
mod sandbox;
mod traffic;
mod view;

use crate::owner::fragment;
use crate::owner::setup::{Setup, Store};
use events::Heard;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use sandbox::Sandbox;
use storefront_signup::registration::platform::Platform;
use traffic::Exchange;

/// The state of the page. Its parts are signals, so a copy is the same page.
#[derive(Clone, Copy)]
pub struct Page {
    /// What the owner chose.
    pub setup: RwSignal<Setup>,
    /// Where the owner will put the files.
    pub folder: RwSignal<String>,
    /// What is known of the sandbox store.
    pub sandbox: RwSignal<Sandbox>,
    /// The form's requests, the newest first.
    pub exchanges: RwSignal<Vec<Exchange>>,
    /// The element's events, the newest first.
    pub events: RwSignal<Vec<Heard>>,
}

impl Page {
    fn new(setup: Setup) -> Self {
        Self {
            setup: RwSignal::new(setup),
            folder: RwSignal::new("/signup/".to_owned()),
            sandbox: RwSignal::new(Sandbox::Asked),
            exchanges: RwSignal::new(Vec::new()),
            events: RwSignal::new(Vec::new()),
        }
    }

    /// The text of an attribute, as a signal.
    pub fn text(self, name: &'static str) -> Memo<String> {
        Memo::new(move |_| self.setup.with(|setup| setup.get(name).to_owned()))
    }

    /// Sets the text of an attribute.
    pub fn set_text(self, name: &str, text: &str) {
        self.setup.update(|setup| setup.set(name, text));
    }

    /// The id of the chosen platform.
    pub fn platform(self) -> Memo<&'static str> {
        Memo::new(move |_| self.setup.with(|setup| setup.platform.id))
    }

    /// Chooses a platform. The sandbox wants other settings for another one.
    pub fn choose(self, platform: &'static Platform) {
        self.setup.update(|setup| {
            setup.platform = platform;
            self.sandbox.with_untracked(|sandbox| sandbox.tell(setup));
        });
    }

    /// Whether the form registers with the sandbox.
    pub fn is_sandbox(self) -> Memo<bool> {
        Memo::new(move |_| self.setup.with(|setup| setup.store == Store::Sandbox))
    }
}

/// Shows the page.
pub fn start() {
    let Some(mut setup) = Setup::new() else {
        return;
    };
    fragment::restore(&mut setup, browser::fragment());
    mount_to_body(move || {
        let page = Page::new(setup);
        sandbox::ask(page);
        traffic::listen(page);
        events::listen(page);
        Effect::new(move || browser::set_fragment(&page.setup.with(fragment::pairs)));
        view::page(page)
    });
}
