//! The log of requests.

use maud::{Markup, html};

use super::accounts::time;
use super::layout::table;
use crate::log::Entry;

/// The latest requests, newest first.
pub(super) fn section(log: &[Entry]) -> Markup {
    let rows: Vec<Markup> = log.iter().rev().map(row).collect();
    html! {
        section aria-labelledby="requests" {
            h2 id="requests" { "Requests " span.count { (log.len()) } }
            @if log.is_empty() {
                p.empty { "There are no requests yet. This log masks passwords and tokens." }
            } @else {
                (table("requests", &["Request", "Step", "Response", "Body", "Origin", "Time"], &rows))
            }
        }
    }
}

fn row(entry: &Entry) -> Markup {
    html! {
        tr {
            th scope="row" { code { (entry.method) " " (entry.path) } }
            td { (entry.step.as_deref().unwrap_or("unknown")) }
            td { (status(entry.status)) @if let Some(fault) = &entry.fault { " " span.tag.warn { (fault) } } }
            td { @if let Some(body) = &entry.body { details { summary { "show" } pre { (pretty(body)) } } } }
            td { (entry.origin.as_deref().unwrap_or("no page")) }
            td { (time(&entry.at)) }
        }
    }
}

fn status(status: Option<u16>) -> Markup {
    match status {
        Some(code @ 200..=299) => html! { span.tag.good { (code) } },
        Some(code) => html! { span.tag.bad { (code) } },
        None => html! { span.tag.bad { "none" } },
    }
}

fn pretty(body: &serde_json::Value) -> String {
    serde_json::to_string_pretty(body).unwrap_or_default()
}
