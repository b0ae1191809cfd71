use super::log;
use crate::app::Page;
use crate::app::traffic::{Exchange, Message, Outcome};
use leptos::prelude::*;

/// The form's requests with their answers, the newest first.
pub fn traffic(page: Page) -> impl IntoView {
    let about = "What the form sends and what comes back. Passwords and tokens are masked before they are kept.";
    view! {
        {log::head(about, page.exchanges)}
        <ol class="log" aria-label="Requests">
            <For each=move || page.exchanges.get() key=|exchange| exchange.id children=entry />
        </ol>
        {log::nothing("No request yet. Nothing is sent before the shopper needs it.", page.exchanges)}
    }
}

fn entry(exchange: Exchange) -> impl IntoView {
    let Exchange {
        time,
        method,
        url,
        request,
        outcome,
        ..
    } = exchange;
    let [badge_of, answer_of] = [outcome.clone(), outcome];
    view! {
        <li class="entry">
            <details>
                <summary class="entry-line">
                    <span class="method">{method}</span>
                    <span class="path">{path(&url).to_owned()}</span>
                    {move || badge(&badge_of.read())}
                    <time class="aside">{time}</time>
                </summary>
                <p class="url">{url}</p>
                <h3>"Request"</h3>
                {message(request)}
                <h3>"Answer"</h3>
                {move || answer(&answer_of.read())}
            </details>
        </li>
    }
}

fn path(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme
        .find('/')
        .and_then(|start| after_scheme.get(start..))
        .unwrap_or("/")
}

fn badge(outcome: &Outcome) -> impl IntoView + use<> {
    let (state, text) = match outcome {
        Outcome::Pending(_) => ("", "waiting…".to_owned()),
        Outcome::Answered(status, _, duration) => {
            (state(*status), format!("{status} · {duration} ms"))
        }
        Outcome::Lost(_, duration) => ("bad", format!("no answer · {duration} ms")),
    };
    view! { <span class=format!("badge {state}")>{text}</span> }
}

fn state(status: u16) -> &'static str {
    match status {
        200..300 => "good",
        300..500 => "warn",
        _ => "bad",
    }
}

fn answer(outcome: &Outcome) -> AnyView {
    match outcome {
        Outcome::Pending(_) => view! { <p class="about">"Not yet."</p> }.into_any(),
        Outcome::Answered(_, answer, _) => message(answer.clone()).into_any(),
        Outcome::Lost(reason, _) => {
            let reason = format!("None that the page may read. The browser says: {reason}");
            view! { <p class="about">{reason}</p> }.into_any()
        }
    }
}

fn message(message: Message) -> impl IntoView {
    let headers = message
        .headers
        .into_iter()
        .map(|(name, value)| format!("{name}: {value}\n"));
    let headers: String = headers.collect();
    let text = [headers.as_str(), message.body.as_str()].join("\n");
    view! { <pre tabindex="0" aria-label="Headers and body"><code>{text.trim().to_owned()}</code></pre> }
}
