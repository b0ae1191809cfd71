//! The state of the page.

use super::events::ElementEvent;
use super::sandbox::Sandbox;
use super::traffic::Exchange;
use crate::owner::setup::{Setup, Store};
use leptos::prelude::*;
use storefront_signup::registration::platform::Platform;

/// The state of the page. Its members are signals, so all copies share one state.
#[derive(Clone, Copy)]
pub struct State {
    /// The choices of the owner.
    pub setup: RwSignal<Setup>,
    /// The folder into which the owner will put the files.
    pub folder: RwSignal<String>,
    /// The state of the sandbox.
    pub sandbox: RwSignal<Sandbox>,
    /// The form's requests, newest first.
    pub exchanges: RwSignal<Vec<Exchange>>,
    /// The element's events, newest first.
    pub events: RwSignal<Vec<ElementEvent>>,
}

impl State {
    /// The state of a page that has just loaded.
    pub fn new(setup: Setup) -> Self {
        Self {
            setup: RwSignal::new(setup),
            folder: RwSignal::new("/signup/".to_owned()),
            sandbox: RwSignal::new(Sandbox::Connecting),
            exchanges: RwSignal::new(Vec::new()),
            events: RwSignal::new(Vec::new()),
        }
    }

    /// The value of an attribute, as a signal.
    pub fn text(self, name: &'static str) -> Memo<String> {
        Memo::new(move |_| self.setup.with(|setup| setup.get(name).to_owned()))
    }

    /// Sets the value of an attribute.
    pub fn set_text(self, name: &str, text: &str) {
        self.setup.update(|setup| setup.set(name, text));
    }

    /// The id of the chosen platform.
    pub fn platform(self) -> Memo<&'static str> {
        Memo::new(move |_| self.setup.with(|setup| setup.platform.id))
    }

    /// Chooses a platform, and sets the attributes that the sandbox has for it.
    pub fn set_platform(self, platform: &'static Platform) {
        self.setup.update(|setup| {
            setup.platform = platform;
            self.sandbox
                .with_untracked(|sandbox| sandbox.configure(setup));
        });
    }

    /// Whether the form registers with the sandbox.
    pub fn is_sandbox(self) -> Memo<bool> {
        Memo::new(move |_| self.setup.with(|setup| setup.store == Store::Sandbox))
    }
}
