//! What one form on a page holds, apart from what the browser's controls hold.

use super::{event, page};
use crate::registration::exchange::Account;
use crate::registration::failure::Failure;
use crate::registration::form::{Form, Problem};
use crate::registration::message::{Catalogue, Message};
use crate::registration::platform::Platform;
use crate::registration::settings::Settings;
use crate::registration::values::Values;
use js_sys::Function;
use leptos::prelude::*;
use web_sys::HtmlElement;
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// One form. The view reads its signals; its handlers call its methods.
pub struct Model {
    pub platform: &'static Platform,
    pub settings: Settings,
    pub endpoint: String,
    pub host: HtmlElement,
    pub container: HtmlElement,
    /// Begins the ids of this form's elements: without a shadow root they share the page's.
    pub id_prefix: String,
    pub form: RefCell<Form>,
    pub signals: Signals,
    pub words: Arc<Catalogue>,
    /// The email of a try that ended without a certain answer.
    pub unconfirmed: RefCell<Option<String>>,
    /// Tells the element which of its states holds.
    pub on_state: Function,
}

/// What the view shows.
#[derive(Clone, Copy)]
pub struct Signals {
    pub phase: RwSignal<Phase>,
    pub problems: RwSignal<Vec<Problem>>,
    pub notice: RwSignal<Notice>,
    pub caps_lock: RwSignal<bool>,
}

/// Where the registration stands.
#[derive(Clone, PartialEq, Eq)]
pub enum Phase {
    Filling,
    Sending,
    Done(Account),
}

/// What stands above the fields.
#[derive(Clone)]
pub enum Notice {
    None,
    /// The problems at the time of sending.
    Problems(Vec<Problem>),
    Failure(Failure),
}

impl Signals {
    pub fn new() -> Self {
        Self {
            phase: RwSignal::new(Phase::Filling),
            problems: RwSignal::new(Vec::new()),
            notice: RwSignal::new(Notice::None),
            caps_lock: RwSignal::new(false),
        }
    }
}

impl Model {
    /// The texts that stand in the controls now.
    pub fn texts(&self) -> Values {
        page::texts(&self.container, &self.form.borrow())
    }

    pub fn typed(&self, name: &str) {
        let texts = self.texts();
        self.form.borrow_mut().typed(name, &texts);
        self.show_problems();
    }

    pub fn left(&self, name: &str) {
        let texts = self.texts();
        self.form.borrow_mut().left(name, &texts);
        self.show_problems();
    }

    /// The values to send, or the problems shown and the first one focused.
    pub fn values(&self) -> Option<Values> {
        let texts = self.texts();
        let values = self.form.borrow_mut().sent(&texts);
        self.show_problems();
        if values.is_none() {
            let problems = self.form.borrow().problems();
            self.signals.notice.set(Notice::Problems(problems.clone()));
            if let Some(first) = problems.first() {
                self.focus(first.name);
            }
            event::invalid(&self.host, &problems);
        }
        values
    }

    pub fn phase(&self, phase: Phase) {
        let state = match phase {
            Phase::Filling => "",
            Phase::Sending => "busy",
            Phase::Done(_) => "done",
        };
        self.signals.phase.set(phase);
        self.state(state);
    }

    /// Shows what went wrong, at the field that has to change if there is one.
    pub fn fail(&self, failure: Failure) {
        self.phase(Phase::Filling);
        self.state("failed");
        if let Some(name) = failure.field {
            self.form.borrow_mut().refused(name, failure.message);
            self.show_problems();
            self.focus(name);
        }
        self.signals.notice.set(Notice::Failure(failure.clone()));
        event::error(&self.host, &failure);
    }

    /// Back to an empty form.
    pub fn reset(&self) {
        if let Ok(form) = Form::new(self.platform, &self.settings) {
            self.form.replace(form);
        }
        self.empty_controls();
        self.show_problems();
        self.signals.notice.set(Notice::None);
        self.phase(Phase::Filling);
    }

    /// Sets each control to what the owner prefilled, or to nothing.
    pub fn empty_controls(&self) {
        for asked in self.form.borrow().fields() {
            let field = asked.field;
            if let Some(control) = page::control(&self.container, field.name) {
                let text = page::prefilled(&self.host, field.name, field.control);
                control.set_value(&text.unwrap_or_default());
            }
        }
    }

    pub fn focus(&self, name: &str) {
        if let Some(control) = page::control(&self.container, name) {
            let _ = control.focus();
        }
    }

    pub fn focus_first(&self) {
        let first = self.form.borrow().fields().next();
        if let Some(asked) = first {
            self.focus(asked.field.name);
        }
    }

    pub fn word(&self, message: Message) -> String {
        self.words.text(message).to_owned()
    }

    fn show_problems(&self) {
        self.signals.problems.set(self.form.borrow().problems());
    }

    fn state(&self, state: &str) {
        let _ = self.on_state.call1(&JsValue::UNDEFINED, &state.into());
    }
}
