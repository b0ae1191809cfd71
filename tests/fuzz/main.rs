//! Inputs by the thousand, each made from one that was seen by a few random changes.
//!
//! The kept ones in `corpus/<target>/` run first, every time. `FUZZ_INPUTS` is the number of new ones
//! for each target, `FUZZ_SEED` another row of them, and `FUZZ_KEEP=1` writes one that fails into the
//! corpus. Where a run hangs or dies, its input stands in `target/tmp/fuzz-<target>`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by a panic"
)]

mod change;
mod corpus;
mod runner;
#[path = "../support/mod.rs"]
mod support;
mod target;

use runner::fuzz;
use target::answers::Course;
use target::attributes::Element;
use target::json::Text;
use target::locale::Locale;
use target::values::Typed;

#[test]
fn any_answers_end_a_registration_without_a_false_account_or_a_told_secret() {
    fuzz::<Course>();
}

#[test]
fn any_attributes_lead_to_private_addresses_and_a_whole_form_or_to_a_reason() {
    fuzz::<Element>();
}

#[test]
fn any_typed_texts_are_refused_or_sent_as_what_a_rule_lets_through() {
    fuzz::<Typed>();
}

#[test]
fn any_locale_file_leaves_a_text_for_every_message() {
    fuzz::<Locale>();
}

#[test]
fn any_text_is_read_as_json_as_serde_json_reads_it() {
    fuzz::<Text>();
}
