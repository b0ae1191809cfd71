use super::element::Element;
use super::{Shared, link};
use crate::registration::decimal::decimal;
use crate::registration::flow::{Failure, Kind};
use crate::registration::form::Problem;
use crate::registration::message::{Catalogue, Message};
use crate::registration::search::replace;
use crate::widget::model::Notice;
use leptos::prelude::*;

/// What stands above the fields after sending: the problems with links to their fields, or what
/// went wrong at the store.
pub fn notice(model: &Shared, form: &Element) {
    let (shown, notice) = (model.shown, model.notice);
    let is_over = move || match &*notice.read() {
        Notice::None => true,
        Notice::Problems(_) => shown.read().problems.is_empty(),
        Notice::Failure(_) => false,
    };
    let model = model.clone();
    form.part("div", "summary")
        .with("role", "alert")
        .live_flag("hidden", is_over)
        .live_children(Box::new(move |alert| match &*notice.read() {
            Notice::None => {}
            Notice::Problems(problems) => problem_list(&model, alert, problems),
            Notice::Failure(failure) => failure_text(&model, alert, failure),
        }));
}

fn problem_list(model: &Shared, alert: &Element, problems: &[Problem]) {
    let title = alert.part("p", "summary-title");
    title.text(model.text(Message::SummaryTitle));
    let list = alert.child("ul");
    for problem in problems {
        entry(model, &list, *problem);
    }
}

/// Hidden as soon as the field is right: a changed list would be read out again.
fn entry(model: &Shared, list: &Element, problem: Problem) {
    let shown = model.shown;
    let is_solved = move || shown.read().problem(problem.name).is_none();
    let address = ["#", &model.id_prefix, problem.name].concat();
    let entry = list.child("li").live_flag("hidden", is_solved);
    link(&entry, &address, model.text(problem.reason));
}

fn failure_text(model: &Shared, alert: &Element, failure: &Failure) {
    let text = sentence(&model.messages, failure);
    let sentence = alert.child("p").text(&text).text(" ");
    let helps = matches!(failure.kind, Kind::Taken | Kind::Unconfirmed);
    if let Some(address) = model.settings.link("sign-in-url").filter(|_| helps) {
        link(&sentence, address, model.text(Message::SignIn));
    }
    let is_known = failure.message == Message::EmailTaken;
    if let Some(address) = model
        .settings
        .link("reset-password-url")
        .filter(|_| is_known)
    {
        link(
            &sentence.text(" "),
            address,
            model.text(Message::ResetPassword),
        );
    }
}

fn sentence(messages: &Catalogue, failure: &Failure) -> String {
    match (failure.kind, failure.retry_after) {
        (Kind::RateLimited, Some(seconds)) => {
            let text = messages.text(Message::TooManyTriesFor);
            replace(text, "{seconds}", &decimal(seconds))
        }
        _ => messages.text(failure.message).to_owned(),
    }
}
