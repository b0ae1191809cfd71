//! A store that the test plays, in place of `window.fetch`. Nothing goes over the network.

use super::{Answer, Held, window};
use js_sys::{Object, Promise, Reflect};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCredentials, Url};

/// Where Medusa makes an identity.
pub const REGISTER: &str = "/auth/customer/emailpass/register";
/// Where Medusa signs an identity in.
pub const SIGN_IN: &str = "/auth/customer/emailpass";
/// Where Medusa gives a new token.
pub const REFRESH: &str = "/auth/token/refresh";
/// Where Medusa makes the customer of an identity.
pub const CREATE: &str = "/store/customers";

type Rule = Box<dyn FnMut(&Call) -> Answer>;

/// The store. Until it is dropped, the page's requests go to it.
pub struct Store {
    calls: Rc<RefCell<Vec<Call>>>,
    answers: Rc<RefCell<Vec<(String, Answer)>>>,
    _replaced: Replaced,
    _fetch: Closure<dyn FnMut(Request) -> Promise>,
}

/// A request that came.
#[derive(Clone)]
pub struct Call {
    /// `GET` or `POST`.
    pub method: String,
    /// The whole address.
    pub url: String,
    /// Whether cookies go with it.
    pub cookies: bool,
    request: Request,
}

impl Store {
    /// A Medusa store that makes an account of every registration.
    pub fn medusa() -> Self {
        let store = Self::silent();
        store.on(REGISTER, Answer::token());
        store.on(
            CREATE,
            Answer::json(
                200,
                json!({"customer": {"id": "cus_01", "email": "ada@example.com"}}),
            ),
        );
        store
    }

    /// A store that can't be reached until it is told what to answer.
    pub fn silent() -> Self {
        let answers: Rc<RefCell<Vec<(String, Answer)>>> = Rc::default();
        let known = answers.clone();
        let rule = move |call: &Call| {
            let known = known.borrow();
            let found = known.iter().find(|(path, _)| *path == call.path());
            found.map_or_else(Answer::lost, |(_, answer)| answer.clone())
        };
        Self {
            answers,
            ..Self::ruled(Box::new(rule))
        }
    }

    /// A store that answers by a rule.
    pub fn ruled(mut rule: Rule) -> Self {
        let calls: Rc<RefCell<Vec<Call>>> = Rc::default();
        let seen = calls.clone();
        let fetch = Closure::new(move |request: Request| {
            let call = Call::new(&request);
            seen.borrow_mut().push(call.clone());
            rule(&call).promise(&request.signal())
        });
        Self {
            calls,
            answers: Rc::default(),
            _replaced: Replaced::with(fetch.as_ref()),
            _fetch: fetch,
        }
    }

    /// What a path is answered with from now on.
    pub fn on(&self, path: &str, answer: Answer) {
        let mut answers = self.answers.borrow_mut();
        answers.retain(|(own, _)| own != path);
        answers.push((path.to_owned(), answer));
    }

    /// Keeps the answers of a path back until the test gives one.
    pub fn hold(&self, path: &str) -> Held {
        let held = Held::new();
        self.on(path, held.answer());
        held
    }

    /// The requests that came, in their order.
    pub fn calls(&self) -> Vec<Call> {
        self.calls.borrow().clone()
    }

    /// The paths of the requests that came, in their order.
    pub fn paths(&self) -> Vec<String> {
        self.calls.borrow().iter().map(Call::path).collect()
    }

    /// The JSON body of the last request to a path.
    pub async fn body(&self, path: &str) -> Value {
        let calls = self.calls();
        let found = calls.iter().rev().find(|call| call.path() == path);
        found.expect("a request to the path").json().await
    }
}

/// A page with another property of an object, until this is dropped.
pub struct Replaced {
    object: Object,
    name: &'static str,
    original: JsValue,
}

impl Replaced {
    /// Replaces `fetch`.
    pub fn with(fetch: &JsValue) -> Self {
        Self::of(window().into(), "fetch", fetch)
    }

    /// Replaces a property.
    pub fn of(object: Object, name: &'static str, value: &JsValue) -> Self {
        let original = Reflect::get(&object, &name.into()).expect("an object");
        Reflect::set(&object, &name.into(), value).expect("a property that may be replaced");
        Self {
            object,
            name,
            original,
        }
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        let back = Reflect::set(&self.object, &self.name.into(), &self.original);
        back.expect("a property that may be put back");
    }
}

impl Call {
    fn new(request: &Request) -> Self {
        Self {
            method: request.method(),
            url: request.url(),
            cookies: request.credentials() == RequestCredentials::Include,
            request: request.clone().expect("a body that nobody read"),
        }
    }

    /// The address' path.
    pub fn path(&self) -> String {
        Url::new(&self.url).expect("an absolute address").pathname()
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).expect("a header's name")
    }

    /// The body's text, empty without a body.
    pub async fn text(&self) -> String {
        let copy = self.request.clone().expect("a body that nobody read");
        let text = JsFuture::from(copy.text().expect("a body"))
            .await
            .expect("a body's text");
        text.as_string().unwrap_or_default()
    }

    /// The body's JSON.
    pub async fn json(&self) -> Value {
        serde_json::from_str(&self.text().await).expect("a JSON body")
    }
}
