//! Creating a customer group at the chosen store. Only this form and a pending request hold the token.

use super::browser;
use super::state::State;
use crate::owner::groups::GroupProvider;
use crate::owner::groups::draft::Draft;
use crate::owner::groups::error::GroupError;
use crate::owner::groups::field::GroupField;
use crate::owner::setup::{Setup, Store};
use leptos::prelude::*;
use storefront_signup::registration::url;
use storefront_signup::widget::{page as embedding, transport};
use wasm_bindgen_futures::spawn_local;

/// A form for groups, of one platform and one store.
#[derive(Clone, Copy)]
pub struct GroupForm {
    state: State,
    /// How the platform creates groups.
    pub provider: &'static GroupProvider,
    store: Store,
    texts: [RwSignal<String>; GroupField::ALL.len()],
    /// The progress of the request.
    pub progress: RwSignal<Progress>,
}

/// The progress of a form's request.
#[derive(Clone)]
pub enum Progress {
    /// There is no request.
    Idle,
    /// A request has no response yet. The text says which one.
    Pending(&'static str),
    /// The store created the group with this name and this id.
    Created(String, String),
    /// The store created no group, or nobody can tell.
    Failed(Vec<GroupError>),
}

const NO_ENDPOINT: &str = "The store’s settings have no usable address. Complete them above: it has to be https, or http for this machine.";

impl GroupForm {
    /// An empty form.
    pub fn new(state: State, provider: &'static GroupProvider) -> Self {
        Self {
            state,
            provider,
            store: state.setup.with_untracked(|setup| setup.store),
            texts: GroupField::ALL.map(|_| RwSignal::new(String::new())),
            progress: RwSignal::new(Progress::Idle),
        }
    }

    /// The text that the owner typed into a field.
    pub fn text(&self, field: GroupField) -> RwSignal<String> {
        let [token, name, reference, origin, metadata] = self.texts;
        match field {
            GroupField::Token => token,
            GroupField::Name => name,
            GroupField::Reference => reference,
            GroupField::Origin => origin,
            GroupField::Metadata => metadata,
        }
    }

    /// The error messages of a field, or of the whole form.
    pub fn error(&self, field: Option<GroupField>) -> Option<String> {
        self.progress.with(|progress| {
            let Progress::Failed(errors) = progress else {
                return None;
            };
            let own = errors.iter().filter(|error| error.field == field);
            let messages: Vec<_> = own.map(|error| error.message.as_str()).collect();
            (!messages.is_empty()).then(|| messages.join(" "))
        })
    }

    /// Whether a request has no response yet.
    pub fn is_pending(&self) -> bool {
        self.progress
            .with(|progress| matches!(progress, Progress::Pending(_)))
    }

    /// Creates the group. Does nothing while a request is pending.
    pub fn create(self) {
        let texts = GroupField::ALL.map(|field| (field, self.text(field).get_untracked()));
        let draft = Draft::new(texts);
        let errors = draft.validate();
        if !errors.is_empty() {
            return self.fail(errors);
        }
        self.send("Creating…", async move |endpoint, seconds| {
            let request = (self.provider.create)(&endpoint, &draft);
            let answer = transport::send_with_retry(&request, seconds).await;
            match (self.provider.read)(answer, draft.get(GroupField::Token)) {
                Ok(id) => self.succeed(draft.get(GroupField::Name), &id),
                Err(errors) => self.fail(errors),
            }
        });
    }

    /// Gets a token from the sandbox.
    pub fn request_sandbox_token(self) {
        let owner = self
            .state
            .sandbox
            .with_untracked(|sandbox| sandbox.owner_credentials(self.provider.platform));
        self.send("Asking for a token…", async move |endpoint, seconds| {
            let request = (self.provider.sandbox_token.request)(&endpoint, &owner);
            let answer = transport::send_with_retry(&request, seconds).await;
            match self.provider.sandbox_token.read(answer) {
                Ok(token) => {
                    self.text(GroupField::Token)
                        .set(token.secret.expose().to_owned());
                    self.progress.set(Progress::Idle);
                }
                Err(failure) => {
                    self.fail(vec![GroupError::at(GroupField::Token, failure.detail)]);
                }
            }
        });
    }

    /// Runs `request` with the store's base URL and the time limit in seconds, unless one is pending.
    fn send(self, label: &'static str, request: impl AsyncFnOnce(String, u32) + 'static) {
        if untrack(|| self.is_pending()) {
            return;
        }
        let (endpoint, seconds) = self
            .state
            .setup
            .with_untracked(|setup| (setup.endpoint(), setup.settings().timeout_seconds()));
        let endpoint =
            endpoint.and_then(|endpoint| url::endpoint(&endpoint, embedding::security_context()));
        let Some(endpoint) = endpoint else {
            return self.fail(vec![GroupError::new(NO_ENDPOINT)]);
        };
        self.progress.set(Progress::Pending(label));
        spawn_local(request(endpoint, seconds));
    }

    /// Puts the group into the element's attributes, unless the owner has changed to another store.
    fn succeed(self, name: &str, id: &str) {
        let is_current = |setup: &Setup| {
            setup.store == self.store && setup.platform.id == self.provider.platform
        };
        if !self.state.setup.with_untracked(is_current) {
            return;
        }
        self.state.set_text(self.provider.attribute, id);
        let cleared = GroupField::ALL
            .into_iter()
            .filter(|field| *field != GroupField::Token);
        for field in cleared {
            self.text(field).set(String::new());
        }
        self.progress
            .set(Progress::Created(name.to_owned(), id.to_owned()));
    }

    /// Shows the errors, and focuses the first field that has one.
    fn fail(self, errors: Vec<GroupError>) {
        let first = errors.iter().find_map(|error| error.field);
        // The form may be gone: then its signal takes no value.
        if self.progress.try_set(Progress::Failed(errors)).is_none()
            && let Some(field) = first
        {
            browser::focus(&control_id(field));
        }
    }
}

/// The id of a field's control.
pub fn control_id(field: GroupField) -> String {
    format!("group-{}", field.name())
}
