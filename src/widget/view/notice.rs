use super::{Shared, link};
use crate::registration::failure::{Failure, Kind};
use crate::registration::form::Problem;
use crate::registration::message::{Catalogue, Message};
use crate::widget::model::Notice;
use leptos::either::EitherOf3;
use leptos::prelude::*;

/// What stands above the fields after sending: the problems with links to their fields, or what
/// went wrong at the store.
pub fn notice(model: &Shared) -> impl IntoView + use<> {
    let notice = model.signals.notice;
    let problems = model.signals.problems;
    let is_over = move || match &*notice.read() {
        Notice::None => true,
        Notice::Problems(_) => problems.read().is_empty(),
        Notice::Failure(_) => false,
    };
    let model = model.clone();
    let content = move || match notice.get() {
        Notice::None => EitherOf3::A(()),
        Notice::Problems(problems) => EitherOf3::B(problem_list(&model, problems)),
        Notice::Failure(failure) => EitherOf3::C(failure_text(&model, failure)),
    };
    view! { <div part="summary" class="summary" role="alert" hidden=is_over>{content}</div> }
}

fn problem_list(model: &Shared, problems: Vec<Problem>) -> impl IntoView + use<> {
    let entries: Vec<_> = problems.into_iter().map(|problem| entry(model, problem)).collect();
    view! {
        <p class="summary-title">{model.word(Message::SummaryTitle)}</p>
        <ul>{entries}</ul>
    }
}

/// Hidden as soon as the field is right: a changed list would be read out again.
fn entry(model: &Shared, problem: Problem) -> impl IntoView + use<> {
    let problems = model.signals.problems;
    let is_solved = move || !problems.read().iter().any(|open| open.name == problem.name);
    let text = model.word(problem.reason);
    let address = ["#", &model.id_prefix, problem.name].concat();
    let model = model.clone();
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        model.focus(problem.name);
    };
    view! { <li hidden=is_solved><a href=address on:click=go>{text}</a></li> }
}

fn failure_text(model: &Shared, failure: Failure) -> impl IntoView + use<> {
    let address = model.settings.link("sign-in-url");
    let helps = matches!(failure.kind, Kind::Taken | Kind::Unconfirmed);
    let address = address.filter(|_| helps).map(str::to_owned);
    let sign_in = address.map(|address| link(address, &model.word(Message::SignIn)));
    view! { <p>{sentence(&model.words, &failure)} " " {sign_in}</p> }
}

fn sentence(words: &Catalogue, failure: &Failure) -> String {
    match (failure.kind, failure.retry_after) {
        (Kind::RateLimited, Some(seconds)) => {
            let text = words.text(Message::TooManyTriesFor);
            text.replace("{seconds}", &seconds.to_string())
        }
        _ => words.text(failure.message).to_owned(),
    }
}
