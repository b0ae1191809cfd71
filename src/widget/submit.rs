//! Submits the form: checks the fields, then carries out the platform's steps.

use super::model::{Model, Notice, Phase};
use super::{event, page, transport};
use crate::registration::field::PASSWORD;
use crate::registration::flow::{Account, Failure, Kind, Signup, Step};
use crate::registration::secret::Secret;
use crate::registration::values::Values;
use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::console;

/// Submits the form. Does nothing while a registration is in progress.
pub fn press(model: &Rc<Model>) {
    if model.is_filling() {
        send(model);
    }
}

/// Makes up for a press that came before the form could send. The view shows it as busy.
pub fn press_early(model: &Rc<Model>) {
    if send(model).is_none() {
        model.enter(Phase::Filling);
    }
}

/// Begins a registration. `None` if the form has problems, or if the page stops it.
fn send(model: &Rc<Model>) -> Option<()> {
    let values = model.values_or_problems()?;
    if !event::submit(&model.host, &values) {
        return None;
    }
    model.set_notice(Notice::None);
    // A browser could store a visible password as plain text.
    model.show(|shown| shown.is_password_visible = false);
    model.enter(Phase::Sending);
    spawn_local(register(model.clone(), values, model.run.get()));
    Some(())
}

async fn register(model: Rc<Model>, mut values: Values, run: u32) {
    let email = values.get("email").to_owned();
    let is_resumed = *model.unconfirmed.borrow() == Some(email.clone());
    let signup = Signup {
        endpoint: model.endpoint.clone(),
        settings: model.settings.clone(),
        metadata: page::metadata(&model.host),
        password: Secret::new(values.take(PASSWORD.name)),
        values,
        is_resumed,
    };
    let first = model.platform.register(Rc::new(signup));
    match drive(&model, first).await {
        Ok(account) => {
            model.unconfirmed.replace(None);
            succeed(&model, account, model.run.get() == run).await;
        }
        Err(failure) => {
            // Browsers send a request again if its connection was cut. So even a clear refusal may follow a
            // request that created the account.
            let is_open = failure.kind != Kind::Taken;
            model.unconfirmed.replace(is_open.then_some(email));
            fail(&model, failure, model.run.get() == run).await;
        }
    }
}

async fn drive(model: &Model, mut step: Step) -> Result<Account, Failure> {
    let seconds = model.settings.timeout_seconds();
    loop {
        step = match step {
            Step::Token(request, next) => next(model.token(request).await),
            Step::Send(request, next) => next(transport::send_with_retry(&request, seconds).await),
            Step::Done(account) => return Ok(account),
            Step::Fail(failure) => return Err(failure),
        }
    }
}

async fn succeed(model: &Model, account: Account, is_shown: bool) {
    if let Some(remark) = account.remark {
        console::warn_2(&"storefront-signup:".into(), &remark.into());
    }
    if is_shown {
        model.enter(Phase::Done(account.clone()));
        settled(JsValue::UNDEFINED).await; // The view updates in a microtask before this one.
        model.forget_password();
        model.focus_status();
    }
    connected(model).await;
    let is_free = event::success(&model.host, model.platform.id, &account);
    // If the shopper has to follow a link in an email, the form has to stay and say so.
    if is_free
        && is_shown
        && !account.check_mail
        && let Some(address) = model.settings.link("success-url")
    {
        page::follow(address);
    }
}

/// The element is in a document, where the page hears its events.
async fn connected(model: &Model) {
    let promise = model.when_connected.call0(&JsValue::UNDEFINED);
    settled(promise.unwrap_or_default()).await;
}

async fn settled(value: JsValue) {
    let _ = JsFuture::from(Promise::resolve(&value)).await;
}

async fn fail(model: &Model, failure: Failure, is_shown: bool) {
    console::error_2(
        &"storefront-signup:".into(),
        &failure.detail.as_str().into(),
    );
    if is_shown {
        model.fail(&failure);
    }
    connected(model).await;
    event::error(&model.host, &failure);
}
