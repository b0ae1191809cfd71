//! The faults, and the form that sets one.

use anyhow::{Context, Result};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::json;

use crate::fault::{Fault, PREFLIGHT};
use crate::platform::Platform;

/// The kind of each fault in the control API, and its label in the form.
const CHOICES: [(&str, &str); 12] = [
    ("status", "Respond with an error status"),
    ("delay", "Respond late"),
    ("hang", "Never respond"),
    (
        "cut-before",
        "Cut the connection before the store does anything",
    ),
    ("cut-after", "Create, then cut the connection"),
    ("cut-body", "Create, then send half of the response"),
    (
        "no-cors",
        "Create, but let no page read the response (CORS)",
    ),
    (
        "wrong-content-type",
        "Create, but send the content type of an image",
    ),
    ("slow-drip", "Create, and send the response slowly"),
    ("redirect", "Redirect to another page"),
    ("expired-token", "Respond that the token has expired"),
    ("unreadable", "Respond with status 200 and a web page"),
];

const BODIES: [&str; 5] = ["json", "html", "empty", "cut", "large"];

/// The values of the form. A fault ignores the fields that it has no use for.
#[derive(Deserialize)]
pub(super) struct FaultForm {
    pub platform: String,
    step: String,
    kind: String,
    times: u32,
    ms: u64,
    code: u16,
    body: String,
    retry_after: String,
}

impl FaultForm {
    /// The fault in the form.
    ///
    /// # Errors
    /// If a value is not one of the form's.
    pub fn fault(&self) -> Result<Fault> {
        let step = (!self.step.is_empty()).then_some(&self.step);
        let retry_after: Option<u32> = match self.retry_after.as_str() {
            "" => None,
            seconds => Some(
                seconds
                    .parse()
                    .context("Retry-After has to be a number of seconds")?,
            ),
        };
        let fault = json!({
            "platform": self.platform, "step": step, "times": self.times, "kind": self.kind, "ms": self.ms,
            "code": self.code, "body": self.body, "retry_after": retry_after, "readable": retry_after.is_some(),
        });
        serde_json::from_value(fault).context("these values are not a fault")
    }
}

/// The faults of one platform.
pub(super) fn section(platform: &dyn Platform, faults: &[Fault]) -> Markup {
    html! {
        section aria-labelledby="faults" {
            h2 id="faults" { "Faults " span.count { (faults.len()) } }
            @if faults.is_empty() {
                p.empty { "There is no fault. The store responds as usual." }
            } @else {
                ul.faults { @for fault in faults { li { (summary(fault)) } } }
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
    let label = CHOICES
        .iter()
        .find(|(kind, _)| *kind == name)
        .map_or(name, |(_, label)| *label);
    html! {
        span.tag.warn { (fault.step.as_deref().unwrap_or("every step")) } " " (label) " "
        span.hint { @match fault.times { 0 => "until cleared", 1 => "once", times => { (times) " times" } } }
    }
}

fn form(platform: &dyn Platform) -> Markup {
    html! {
        form.grid method="post" action="/_page/faults" {
            input type="hidden" name="platform" value=(platform.id());
            label { "What happens" select name="kind" {
                @for (kind, label) in CHOICES { option value=(kind) { (label) } }
            } }
            label { "At which step" select name="step" {
                option value="" { "every step" }
                @for step in platform.steps() { option { (step) } }
                option { (PREFLIGHT) }
            } }
            label { "Number of requests (0: until cleared)" input type="number" name="times" min="0" value="1" required; }
            label { "Status" input type="number" name="code" min="200" max="999" value="500" required; }
            label { "Body of the error" select name="body" { @for body in BODIES { option { (body) } } } }
            label { "Retry-After in seconds (optional)" input type="number" name="retry_after" min="0"; }
            label { "Milliseconds" input type="number" name="ms" min="0" value="2000" required; }
            button type="submit" { "Set the fault" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(kind: &str) -> FaultForm {
        let (kind, body, step) = (kind.to_owned(), "json".to_owned(), String::new());
        FaultForm {
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
            assert_eq!(filled(kind).fault().unwrap().effect.name(), kind);
        }
    }

    #[test]
    fn an_unknown_kind_is_refused() {
        assert!(filled("explode").fault().is_err());
    }
}
