use super::log;
use crate::app::state::State;
use crate::app::traffic::{Exchange, Message, Outcome};
use leptos::prelude::*;

/// The form's requests and their responses, newest first.
pub fn traffic(state: State) -> impl IntoView {
    let about = "The form’s requests and the store’s responses. Passwords and tokens are masked.";
    view! {
        {log::head(about, state.exchanges)}
        <ol class="log" aria-label="Requests">
            <For each=move || state.exchanges.get() key=|exchange| exchange.id children=entry />
        </ol>
        {log::empty("No requests yet. The form sends nothing before the shopper needs it.", state.exchanges)}
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
    let [badge_outcome, response_outcome] = [outcome.clone(), outcome];
    view! {
        <li class="entry">
            <details>
                <summary class="entry-line">
                    <span class="method">{method}</span>
                    <span class="path">{path(&url).to_owned()}</span>
                    {move || badge(&badge_outcome.read())}
                    <time class="aside">{time}</time>
                </summary>
                <p class="url">{url}</p>
                <h3>"Request"</h3>
                {message(request)}
                <h3>"Response"</h3>
                {move || response(&response_outcome.read())}
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
    let (class, text) = match outcome {
        Outcome::Pending(_) => ("", "waiting…".to_owned()),
        Outcome::Response(status, _, duration) => {
            (badge_class(*status), format!("{status} · {duration} ms"))
        }
        Outcome::Error(_, duration) => ("bad", format!("no response · {duration} ms")),
    };
    view! { <span class=format!("badge {class}")>{text}</span> }
}

fn badge_class(status: u16) -> &'static str {
    match status {
        200..300 => "good",
        300..500 => "warn",
        _ => "bad",
    }
}

fn response(outcome: &Outcome) -> AnyView {
    match outcome {
        Outcome::Pending(_) => view! { <p class="about">"None yet."</p> }.into_any(),
        Outcome::Response(_, answer, _) => message(answer.clone()).into_any(),
        Outcome::Error(message, _) => {
            let text = format!("No response that the page may read. The browser says: {message}");
            view! { <p class="about">{text}</p> }.into_any()
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
