//! Faults that wait, and the form that sets one.

use anyhow::{Context, Result};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::json;

use crate::fault::{Fault, PREFLIGHT};
use crate::platform::Platform;

/// Each fault's name in the control API, and what the form calls it.
const CHOICES: [(&str, &str); 12] = [
    ("status", "Answer with an error status"),
    ("delay", "Answer late"),
    ("hang", "Never answer"),
    ("cut-before", "Cut the connection, nothing is created"),
    ("cut-after", "Create, then cut the connection"),
    ("cut-body", "Create, then cut the answer in half"),
    ("no-cors", "Create, but no page may read the answer"),
    ("wrong-content-type", "Create, but call the answer an image"),
    ("slow-drip", "Create, and send the answer drop by drop"),
    ("redirect", "Redirect elsewhere"),
    ("expired-token", "Say that the token has expired"),
    ("unreadable", "Answer 200 with a web page"),
];

const BODIES: [&str; 5] = ["json", "html", "empty", "cut", "large"];

/// What the form says. Fields that the chosen fault has no use for are left alone.
#[derive(Deserialize)]
pub(super) struct Wish {
    pub platform: String,
    step: String,
    kind: String,
    times: u32,
    ms: u64,
    code: u16,
    body: String,
    retry_after: String,
}

impl Wish {
    /// The fault that is wished for.
    ///
    /// # Errors
    /// When the form was filled in with something else than it offers.
    pub fn fault(&self) -> Result<Fault> {
        let step = (!self.step.is_empty()).then_some(&self.step);
        let retry_after: Option<u32> = match self.retry_after.as_str() {
            "" => None,
            seconds => Some(
                seconds
                    .parse()
                    .context("Retry-After is a number of seconds")?,
            ),
        };
        let fault = json!({
            "platform": self.platform, "step": step, "times": self.times, "kind": self.kind, "ms": self.ms,
            "code": self.code, "body": self.body, "retry_after": retry_after, "readable": retry_after.is_some(),
        });
        serde_json::from_value(fault).context("this is no fault")
    }
}

/// The faults of one platform.
pub(super) fn section(platform: &dyn Platform, waiting: &[Fault]) -> Markup {
    html! {
        section aria-labelledby="faults" {
            h2 id="faults" { "Faults " span.count { (waiting.len()) } }
            @if waiting.is_empty() {
                p.empty { "The store answers as it should." }
            } @else {
                ul.faults { @for fault in waiting { li { (summary(fault)) } } }
                form method="post" action="/_page/faults/clear" {
                    input type="hidden" name="platform" value=(platform.id());
                    button.quiet type="submit" { "Clear all faults" }
                }
            }
            (form(platform))
        }
    }
}

fn summary(fault: &Fault) -> Markup {
    let name = fault.effect.name();
    let words = CHOICES
        .iter()
        .find(|(kind, _)| *kind == name)
        .map_or(name, |(_, words)| *words);
    html! {
        span.tag.warn { (fault.step.as_deref().unwrap_or("every step")) } " " (words) " "
        span.hint { @match fault.times { 0 => "until cleared", 1 => "once", times => { (times) " times" } } }
    }
}

fn form(platform: &dyn Platform) -> Markup {
    html! {
        form.grid method="post" action="/_page/faults" {
            input type="hidden" name="platform" value=(platform.id());
            label { "What happens" select name="kind" {
                @for (kind, words) in CHOICES { option value=(kind) { (words) } }
            } }
            label { "At which step" select name="step" {
                option value="" { "every step" }
                @for step in platform.steps() { option { (step) } }
                option { (PREFLIGHT) }
            } }
            label { "How often (0: until cleared)" input type="number" name="times" min="0" value="1" required; }
            label { "Status" input type="number" name="code" min="200" max="999" value="500" required; }
            label { "Body of the error" select name="body" { @for body in BODIES { option { (body) } } } }
            label { "Retry-After in seconds (or empty)" input type="number" name="retry_after" min="0"; }
            label { "Milliseconds" input type="number" name="ms" min="0" value="2000" required; }
            button type="submit" { "Set the fault" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(kind: &str) -> Wish {
        let (kind, body, step) = (kind.to_owned(), "json".to_owned(), String::new());
        Wish {
            platform: "shop".to_owned(),
            step,
            kind,
            times: 1,
            ms: 5,
            code: 429,
            body,
            retry_after: "2".to_owned(),
        }
    }

    #[test]
    fn every_choice_is_a_fault() {
        for (kind, _) in CHOICES {
            assert_eq!(wish(kind).fault().unwrap().effect.name(), kind);
        }
    }

    #[test]
    fn a_choice_that_is_not_offered_is_refused() {
        assert!(wish("explode").fault().is_err());
    }
}
