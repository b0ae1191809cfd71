use super::element::{element, part};
use super::{Shared, link};
use crate::registration::flow::{Failure, Kind};
use crate::registration::form::Problem;
use crate::registration::message::{Catalogue, Message};
use crate::registration::search::replace;
use crate::widget::model::Notice;
use leptos::prelude::*;

/// What stands above the fields after sending: the problems with links to their fields, or what
/// went wrong at the store.
pub fn notice(model: &Shared) -> AnyView {
    let (shown, notice) = (model.shown, model.notice);
    let is_over = move || match &*notice.read() {
        Notice::None => true,
        Notice::Problems(_) => shown.read().problems.is_empty(),
        Notice::Failure(_) => false,
    };
    let model = model.clone();
    let content: Box<dyn FnMut() -> Vec<AnyView> + Send> =
        Box::new(move || match &*notice.read() {
            Notice::None => Vec::new(),
            Notice::Problems(problems) => problem_list(&model, problems),
            Notice::Failure(failure) => vec![failure_text(&model, failure)],
        });
    let alert = part("div", "summary").with("role", "alert");
    alert
        .live_flag("hidden", is_over)
        .child(content.into_any())
        .build()
}

fn problem_list(model: &Shared, problems: &[Problem]) -> Vec<AnyView> {
    let title = part("p", "summary-title");
    let entries = problems.iter().map(|problem| entry(model, *problem));
    vec![
        title.text(&model.word(Message::SummaryTitle)).build(),
        element("ul").children(entries).build(),
    ]
}

/// Hidden as soon as the field is right: a changed list would be read out again.
fn entry(model: &Shared, problem: Problem) -> AnyView {
    let shown = model.shown;
    let is_solved = move || shown.read().problem(problem.name).is_none();
    let target = model.clone();
    let address = ["#", &model.id_prefix, problem.name].concat();
    let link = link(&address, &model.word(problem.reason)).on("click", move |event| {
        event.prevent_default();
        target.focus(problem.name);
    });
    element("li")
        .live_flag("hidden", is_solved)
        .child(link.build())
        .build()
}

fn failure_text(model: &Shared, failure: &Failure) -> AnyView {
    let helps = matches!(failure.kind, Kind::Taken | Kind::Unconfirmed);
    let address = model.settings.link("sign-in-url").filter(|_| helps);
    let sign_in = address.map(|address| link(address, &model.word(Message::SignIn)).build());
    let sentence = element("p")
        .text(&sentence(&model.words, failure))
        .text(" ");
    sentence.children(sign_in).build()
}

fn sentence(words: &Catalogue, failure: &Failure) -> String {
    match (failure.kind, failure.retry_after) {
        (Kind::RateLimited, Some(seconds)) => {
            let text = words.text(Message::TooManyTriesFor);
            replace(text, "{seconds}", &seconds.to_string())
        }
        _ => words.text(failure.message).to_owned(),
    }
}
