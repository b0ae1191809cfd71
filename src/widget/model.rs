//! What one form on a page holds, apart from what stands in its [controls](super::controls).

use super::{connection, event, tokens};
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
    /// Begins the ids of this form's elements: without a shadow root they share the page's.
    pub id_prefix: String,
    pub form: RefCell<Form>,
    pub shown: RwSignal<Shown>,
    /// Apart from `shown`: drawn anew for every change of that, its links would not live to be clicked.
    pub notice: RwSignal<Notice>,
    pub words: Rc<Catalogue>,
    /// The email of a try that failed, unless it is known to be taken: the account may be there.
    pub unconfirmed: RefCell<Option<String>>,
    pub is_touched: Cell<bool>,
    /// Counts how often the form was emptied: an answer to what was sent before is not shown.
    pub run: Cell<u32>,
    /// Tells the element which of its states holds.
    pub on_state: Function,
}

/// What the view shows, the notice aside. One signal holds it all: each type of signal would cost the shopper more
/// than looking at a dozen elements again.
#[derive(Default)]
pub struct Shown {
    pub phase: Phase,
    pub problems: Vec<Problem>,
    /// Whether a ticked box takes other fields away.
    pub is_shortened: bool,
    pub is_caps_lock_on: bool,
    /// Whether the password that was left begins or ends with a space.
    pub has_outer_space: bool,
    pub is_password_visible: bool,
}

/// Where the registration stands.
#[derive(Default, PartialEq, Eq)]
pub enum Phase {
    #[default]
    Filling,
    Sending,
    Done(Account),
}

/// What stands above the fields.
#[derive(Default)]
pub enum Notice {
    #[default]
    None,
    /// The problems at the time of sending.
    Problems(Vec<Problem>),
    Failure(Failure),
}

impl Shown {
    /// Why the text of a field can't be sent, where the shopper shall know by now.
    pub fn problem(&self, name: &str) -> Option<Message> {
        let found = self.problems.iter().find(|problem| problem.name == name);
        found.map(|problem| problem.reason)
    }
}

impl Model {
    /// The shopper has changed what stands in a field.
    pub fn typed(&self, name: &str) {
        let texts = self.texts();
        self.form.borrow_mut().typed(name, &texts);
        self.show_problems();
        self.shorten(&texts);
        let has_space = has_outer_space(texts.get(PASSWORD.name));
        self.show(|shown| shown.has_outer_space &= has_space);
    }

    /// The shopper has left a field.
    pub fn left(&self, name: &str) {
        let texts = self.texts();
        self.form.borrow_mut().left(name, &texts);
        self.show_problems();
        self.note_outer_space(&texts);
    }

    /// The values to send. `None` if there are problems: they show, the first one has the focus,
    /// and the page has heard of them.
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
            event::invalid(&self.host, &problems, &self.words);
        }
        values
    }

    /// Whether the shopper may send: nothing is under way, and nothing is done yet.
    pub fn is_filling(&self) -> bool {
        let shown = self.shown.try_read_untracked();
        shown.is_some_and(|shown| shown.phase == Phase::Filling)
    }

    /// Begins a phase, for the view and for the element's states.
    pub fn enter(&self, phase: Phase) {
        let state = match phase {
            Phase::Filling => "",
            Phase::Sending => "busy",
            Phase::Done(_) => "done",
        };
        self.show(move |shown| shown.phase = phase);
        self.state(state);
    }

    /// Shows what went wrong, at the field that has to change if there is one.
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

    /// Back to an empty form.
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

    /// Takes away the fields that a ticked box makes needless, or gives them back.
    pub(super) fn shorten(&self, texts: &Values) {
        let is_shortened = self.form.borrow().is_shortened(texts);
        self.show(move |shown| shown.is_shortened = is_shortened);
    }

    /// Ends what would outlive the view: its signals, and the showing of answers that are still to come.
    pub fn close(&self) {
        self.run.update(|run| run + 1);
        self.shown.dispose();
        self.notice.dispose();
    }

    /// A token for the platform, if it wants one.
    pub async fn token(&self, request: TokenRequest) -> Result<Secret, Failure> {
        tokens::get(self.platform, &self.endpoint, &self.settings, request).await
    }

    /// At the first touch of the form: opens the connection and fetches the token, so that sending
    /// need not wait for them.
    pub fn touched(self: &Rc<Self>) {
        if self.is_touched.replace(true) {
            return;
        }
        connection::prepare(&self.endpoint);
        if self.platform.token.is_some() {
            let model = self.clone();
            // Whether it failed is told when the token is needed.
            spawn_local(async move { drop(model.token(TokenRequest::Cached).await) });
        }
    }

    /// The text of a message, in the form's language and the owner's wording.
    pub fn word(&self, message: Message) -> &str {
        self.words.text(message)
    }

    /// A space between two words comes at the end first: it is told of when the shopper goes on.
    fn note_outer_space(&self, texts: &Values) {
        let has_space = has_outer_space(texts.get(PASSWORD.name));
        self.show(|shown| shown.has_outer_space = has_space);
    }

    fn show_problems(&self) {
        let problems = self.form.borrow().problems();
        self.show(move |shown| shown.problems = problems);
    }

    /// Changes what the view shows. After the form was removed, nothing happens.
    pub fn show(&self, change: impl FnOnce(&mut Shown)) {
        if let Some(mut shown) = self.shown.try_write() {
            change(&mut shown);
        }
    }

    /// Changes what stands above the fields. After the form was removed, nothing happens.
    pub fn set_notice(&self, notice: Notice) {
        if let Some(mut shown) = self.notice.try_write() {
            *shown = notice;
        }
    }

    fn state(&self, state: &str) {
        let _ = self.on_state.call1(&JsValue::UNDEFINED, &state.into());
    }
}
