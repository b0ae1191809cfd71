//! The state of one form. The values of the fields are in its [controls](super::controls).

use super::{event, preconnect, tokens};
use crate::registration::field::PASSWORD;
use crate::registration::flow::{Account, Failure, TokenRequest};
use crate::registration::form::{Form, Problem};
use crate::registration::message::{Catalogue, Message};
use crate::registration::platform::Platform;
use crate::registration::rules::password::has_outer_space;
use crate::registration::secret::Secret;
use crate::registration::settings::Settings;
use crate::registration::values::Values;
use js_sys::Function;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// One form. The view reads its signals; its handlers call its methods.
pub struct Model {
    pub platform: &'static Platform,
    pub settings: Settings,
    pub endpoint: String,
    pub host: HtmlElement,
    pub container: HtmlElement,
    /// The prefix of the ids of this form's elements. Without a shadow root, they have to be unique in the page.
    pub id_prefix: String,
    pub form: RefCell<Form>,
    pub shown: RwSignal<Shown>,
    /// Not a part of `shown`: a redraw at each change would replace a link while the shopper clicks it.
    pub notice: RwSignal<Notice>,
    pub messages: Rc<Catalogue>,
    /// Returns the countries of a list. The browser knows their names and how a language sorts them.
    pub countries: Function,
    /// The email of the last try that failed, unless it was taken. The account may exist.
    pub unconfirmed: RefCell<Option<String>>,
    pub is_touched: Cell<bool>,
    /// Counts the resets. The form ignores responses to what it sent before the last reset.
    pub run: Cell<u32>,
    /// Reports the state to the element.
    pub on_state: Function,
    /// Returns a promise if the element is in no document: nobody would hear its events.
    pub when_connected: Function,
}

/// What the view shows, except for the notice. It is one signal, because each type of signal adds more
/// to the download than a few needless updates cost.
#[derive(Default)]
pub struct Shown {
    pub phase: Phase,
    pub problems: Vec<Problem>,
    /// Whether a checked checkbox hides fields.
    pub is_shortened: bool,
    pub is_caps_lock_on: bool,
    /// Whether the password begins or ends with a space, checked when the shopper leaves the field.
    pub has_outer_space: bool,
    pub is_password_visible: bool,
}

/// The phase of the registration.
#[derive(Default, PartialEq, Eq)]
pub enum Phase {
    #[default]
    Filling,
    Sending,
    Done(Account),
}

/// The notice above the fields.
#[derive(Default)]
pub enum Notice {
    #[default]
    None,
    /// The problems at the time of sending.
    Problems(Vec<Problem>),
    Failure(Failure),
}

impl Shown {
    /// The visible problem of a field.
    pub fn problem(&self, name: &str) -> Option<Message> {
        let found = self.problems.iter().find(|problem| problem.name == name);
        found.map(|problem| problem.reason)
    }
}

impl Model {
    /// The shopper changed a field.
    pub fn typed(&self, name: &str) {
        let texts = self.texts();
        self.form.borrow_mut().typed(name, &texts);
        self.show_problems();
        self.shorten(&texts);
        let has_space = has_outer_space(texts.get(PASSWORD.name));
        self.show(|shown| shown.has_outer_space &= has_space);
    }

    /// The shopper left a field.
    pub fn left(&self, name: &str) {
        let texts = self.texts();
        self.form.borrow_mut().left(name, &texts);
        self.show_problems();
        self.note_outer_space(&texts);
    }

    /// Returns the values to send. If a field has a problem, it shows all problems, focuses the first
    /// field, dispatches `signup-invalid` and returns `None`.
    pub fn values_or_problems(&self) -> Option<Values> {
        let texts = self.texts();
        let values = self.form.borrow_mut().sent(&texts);
        self.show_problems();
        self.note_outer_space(&texts);
        if values.is_none() {
            let problems = self.form.borrow().problems();
            self.set_notice(Notice::Problems(problems.clone()));
            if let Some(first) = problems.first() {
                self.focus(first.name);
            }
            event::invalid(&self.host, &problems, &self.messages);
        }
        values
    }

    /// Whether the shopper can submit: no registration is in progress or done.
    pub fn is_filling(&self) -> bool {
        let shown = self.shown.try_read_untracked();
        shown.is_some_and(|shown| shown.phase == Phase::Filling)
    }

    /// Enters a phase, in the view and in the element's state.
    pub fn enter(&self, phase: Phase) {
        let state = match phase {
            Phase::Filling => "",
            Phase::Sending => "busy",
            Phase::Done(_) => "done",
        };
        self.show(move |shown| shown.phase = phase);
        self.state(state);
    }

    /// Shows a failure, at its field if it has one.
    pub fn fail(&self, failure: &Failure) {
        self.enter(Phase::Filling);
        self.state("failed");
        if let Some(name) = failure.field {
            self.form.borrow_mut().refused(name, failure.message);
            self.show_problems();
            self.focus(name);
        }
        self.set_notice(Notice::Failure(failure.clone()));
    }

    /// Empties the form.
    pub fn reset(&self) {
        self.run.update(|run| run + 1);
        if let Ok(form) = Form::new(self.platform, &self.settings) {
            self.form.replace(form);
        }
        self.empty_controls();
        self.note_outer_space(&self.texts());
        self.show_problems();
        self.set_notice(Notice::None);
        self.enter(Phase::Filling);
    }

    /// Hides the fields that a checked checkbox makes needless, or shows them again.
    pub(super) fn shorten(&self, texts: &Values) {
        let is_shortened = self.form.borrow().is_shortened(texts);
        self.show(move |shown| shown.is_shortened = is_shortened);
    }

    /// Disposes of the signals. The form ignores all later responses.
    pub fn close(&self) {
        self.run.update(|run| run + 1);
        self.shown.dispose();
        self.notice.dispose();
    }

    /// A token for the platform, if it needs one.
    pub async fn token(&self, request: TokenRequest) -> Result<Secret, Failure> {
        tokens::get(self.platform, &self.endpoint, &self.settings, request).await
    }

    /// Opens the connection and fetches the token when the shopper first touches the form, so that
    /// submitting is faster.
    pub fn touched(self: &Rc<Self>) {
        if self.is_touched.replace(true) {
            return;
        }
        preconnect::preconnect(&self.endpoint);
        if self.platform.token.is_some() {
            let model = self.clone();
            // A failure is reported when the token is needed.
            spawn_local(async move { drop(model.token(TokenRequest::Cached).await) });
        }
    }

    /// The text of a message, in the form's language or in the owner's words.
    pub fn text(&self, message: Message) -> &str {
        self.messages.text(message)
    }

    /// A space between two words is at the end while the shopper types, so the hint waits until the field is left.
    fn note_outer_space(&self, texts: &Values) {
        let has_space = has_outer_space(texts.get(PASSWORD.name));
        self.show(|shown| shown.has_outer_space = has_space);
    }

    fn show_problems(&self) {
        let problems = self.form.borrow().problems();
        self.show(move |shown| shown.problems = problems);
    }

    /// Changes what the view shows. Does nothing after the form was removed.
    pub fn show<'a>(&self, change: impl FnOnce(&mut Shown) + 'a) {
        self.show_boxed(Box::new(change));
    }

    fn show_boxed<'a>(&self, change: Box<dyn FnOnce(&mut Shown) + 'a>) {
        if let Some(mut shown) = self.shown.try_write() {
            change(&mut shown);
        }
    }

    /// Changes the notice. Does nothing after the form was removed.
    pub fn set_notice(&self, notice: Notice) {
        if let Some(mut shown) = self.notice.try_write() {
            *shown = notice;
        }
    }

    fn state(&self, state: &str) {
        let _ = self.on_state.call1(&JsValue::UNDEFINED, &state.into());
    }
}
