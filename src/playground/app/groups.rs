//! Making a customer group at the chosen store. The token is in this form's memory, and in a request's until it is
//! answered.

use super::{Page, browser};
use crate::owner::groups::Maker;
use crate::owner::groups::draft::{Draft, Part};
use crate::owner::groups::error::Trouble;
use crate::owner::setup::{Setup, Store};
use leptos::prelude::*;
use storefront_signup::registration::url;
use storefront_signup::widget::{page as around, transport};
use wasm_bindgen_futures::spawn_local;

/// A form for groups, of one platform and one store.
#[derive(Clone, Copy)]
pub struct GroupForm {
    page: Page,
    /// How groups are made there.
    pub maker: &'static Maker,
    store: Store,
    texts: [RwSignal<String>; Part::ALL.len()],
    /// How far it has come.
    pub progress: RwSignal<Progress>,
}

/// How far a form has come.
#[derive(Clone)]
pub enum Progress {
    /// Nothing has been sent.
    Idle,
    /// An answer is waited for; what for, in words.
    Waiting(&'static str),
    /// The group with this name and this id is there.
    Made(String, String),
    /// It is not, or nobody can tell.
    Refused(Vec<Trouble>),
}

const NO_ADDRESS: &str = "The store’s settings name no address that can be used. Complete them above: it has to be https, or http for this machine.";

impl GroupForm {
    /// An empty form.
    pub fn new(page: Page, maker: &'static Maker) -> Self {
        Self {
            page,
            maker,
            store: page.setup.with_untracked(|setup| setup.store),
            texts: Part::ALL.map(|_| RwSignal::new(String::new())),
            progress: RwSignal::new(Progress::Idle),
        }
    }

    /// What is typed into a part.
    pub fn text(&self, part: Part) -> RwSignal<String> {
        let [token, name, reference, origin, metadata] = self.texts;
        match part {
            Part::Token => token,
            Part::Name => name,
            Part::Reference => reference,
            Part::Origin => origin,
            Part::Metadata => metadata,
        }
    }

    /// The sentences about a part, or about the whole.
    pub fn trouble(&self, part: Option<Part>) -> Option<String> {
        self.progress.with(|progress| {
            let Progress::Refused(troubles) = progress else {
                return None;
            };
            let own = troubles.iter().filter(|trouble| trouble.part == part);
            let texts: Vec<_> = own.map(|trouble| trouble.text.as_str()).collect();
            (!texts.is_empty()).then(|| texts.join(" "))
        })
    }

    /// What is waited for, if anything is.
    pub fn waits_for(&self) -> Option<&'static str> {
        self.progress.with(|progress| match progress {
            Progress::Waiting(what) => Some(*what),
            _ => None,
        })
    }

    /// Makes the group that is typed. While an answer is waited for, it does nothing.
    pub fn create(self) {
        let texts = Part::ALL.map(|part| (part, self.text(part).get_untracked()));
        let draft = Draft::new(texts);
        let troubles = draft.troubles();
        if !troubles.is_empty() {
            return self.refuse(troubles);
        }
        self.ask("Creating…", async move |endpoint, seconds| {
            let request = (self.maker.create)(&endpoint, &draft);
            let answer = transport::deliver(&request, seconds).await;
            match (self.maker.read)(answer, draft.get(Part::Token)) {
                Ok(id) => self.take(draft.get(Part::Name), &id),
                Err(troubles) => self.refuse(troubles),
            }
        });
    }

    /// Asks the sandbox for the token of its owner.
    pub fn ask_sandbox(self) {
        let owner = self
            .page
            .sandbox
            .with_untracked(|sandbox| sandbox.owner(self.maker.platform));
        self.ask("Asking for a token…", async move |endpoint, seconds| {
            let request = (self.maker.sandbox.request)(&endpoint, &owner);
            let answer = transport::deliver(&request, seconds).await;
            match self.maker.sandbox.read(answer) {
                Ok(token) => {
                    self.text(Part::Token).set(token.text);
                    self.progress.set(Progress::Idle);
                }
                Err(failure) => self.refuse(vec![Trouble::at(Part::Token, failure.detail)]),
            }
        });
    }

    /// Runs one request at a time, with the base address of the store and the seconds it may take.
    fn ask(self, what: &'static str, request: impl AsyncFnOnce(String, u32) + 'static) {
        if self
            .progress
            .with_untracked(|progress| matches!(progress, Progress::Waiting(_)))
        {
            return;
        }
        let (endpoint, seconds) = self
            .page
            .setup
            .with_untracked(|setup| (setup.endpoint(), setup.settings().timeout_seconds()));
        let endpoint = endpoint.and_then(|endpoint| url::endpoint(&endpoint, around::page()));
        let Some(endpoint) = endpoint else {
            return self.refuse(vec![Trouble::general(NO_ADDRESS)]);
        };
        self.progress.set(Progress::Waiting(what));
        spawn_local(request(endpoint, seconds));
    }

    /// Puts a group into the form's attributes, unless the owner has gone on to another store.
    fn take(self, name: &str, id: &str) {
        let is_current =
            |setup: &Setup| setup.store == self.store && setup.platform.id == self.maker.platform;
        if !self.page.setup.with_untracked(is_current) {
            return;
        }
        self.page.set_text(self.maker.attribute, id);
        for part in Part::ALL.into_iter().filter(|part| *part != Part::Token) {
            self.text(part).set(String::new());
        }
        self.progress
            .set(Progress::Made(name.to_owned(), id.to_owned()));
    }

    /// Shows why there is no group, and leads to the first part that has to change.
    fn refuse(self, troubles: Vec<Trouble>) {
        let first = troubles.iter().find_map(|trouble| trouble.part);
        // A form that is gone has nothing to show.
        if self.progress.try_set(Progress::Refused(troubles)).is_none()
            && let Some(part) = first
        {
            browser::focus(&id(part));
        }
    }
}

/// The id of a part's control.
pub fn id(part: Part) -> String {
    format!("group-{}", part.name())
}
