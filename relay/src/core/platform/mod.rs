//! The platforms of the relay: a file each, and one line in [`REGISTRY`].

mod ecwid;
mod elastic_path;
mod hand_back;

use super::answer::{Answer, Outcome};
use super::route::Route;
use super::settings::{Setting, Settings};
use super::step::Step;
use super::token::TokenSource;
use hand_back::hand_back;
use std::sync::Arc;

/// All platforms that the relay knows.
pub static REGISTRY: &[&Platform] = &[&ecwid::PLATFORM, &elastic_path::PLATFORM];

/// A platform: what it needs to know, which paths it answers, and how it calls the vendor.
pub struct Platform {
    /// The value of the element's attribute `platform`.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Its settings. It is in use as soon as one of them is set.
    pub settings: &'static [Setting],
    /// The paths that it answers.
    pub routes: &'static [Route],
    /// Where its tokens come from, if the owner's secret is not one itself.
    pub token: Option<TokenSource>,
    /// The calls that the vendor takes in a minute, for all apps of the store.
    pub calls_in_a_minute: Option<u32>,
    /// An error body as the vendor writes it: from the status, a code, and what is wrong.
    pub error: fn(u16, &str, &str) -> String,
    /// Tries the owner's secret with calls that create nothing. The status of the answer is 200 if all is well,
    /// and its body is a sentence.
    pub check: fn(Arc<Settings>) -> Step,
}

impl Platform {
    /// A refusal in the vendor's form.
    pub fn refuse(&self, status: u16, code: &str, message: &str, outcome: Outcome) -> Answer {
        Answer::json(status, (self.error)(status, code, message), outcome)
    }
}

/// The end of a check: all is well.
fn fine(sentence: &str) -> Step {
    Step::Answer(Answer::json(200, sentence, Outcome::Answered))
}

/// The end of a check: what is wrong.
fn wrong(sentence: impl Into<String>) -> Step {
    Step::Answer(Answer::json(500, sentence.into(), Outcome::Answered))
}
