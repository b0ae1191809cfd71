//! Runs a target over its corpus and over new inputs.

use crate::change::{Change, changes};
use crate::corpus;
use crate::support::cases;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed, TestError, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::env;
use std::fmt::Debug;

/// New inputs for each target, unless `FUZZ_INPUTS` says otherwise.
const INPUTS: u32 = 2000;
/// The changes that make a new input, at most.
const CHANGES: usize = 6;
/// The steps in which a failing input is made smaller, at most.
const SHRINKS: u32 = 2000;

/// What is fuzzed: an input, how it changes, and what has to hold for it.
pub trait Target: Clone + Debug + 'static {
    /// The folder of its corpus.
    const NAME: &'static str;
    /// The ends that a run has to come to: a corpus that comes to one of them only tests little.
    const ENDS: [&'static str; 2];

    /// An input from a file's text.
    fn parse(text: &str) -> Self;

    /// The file's text.
    fn print(&self) -> String;

    /// Inputs that were seen, beside the corpus.
    fn seeds() -> Vec<Self>;

    /// What changes put in.
    fn dictionary() -> Vec<String>;

    /// Changes the input.
    fn change(&mut self, change: &Change);

    /// Panics where something does not hold, else tells to which end it came.
    fn hold(&self) -> &'static str;
}

/// Holds every kept input, then a bounded number of new ones.
pub fn fuzz<T: Target>() {
    let kept = corpus::read(T::NAME);
    assert!(!kept.is_empty(), "no corpus of {}", T::NAME);
    let ends = RefCell::new(BTreeMap::new());
    let count = |input: &T| *ends.borrow_mut().entry(run(input)).or_insert(0) += 1;
    for (file, text) in &kept {
        println!("{file}");
        count(&T::parse(text));
    }
    let kept = kept.iter().map(|(_, text)| T::parse(text));
    let seeds = kept.chain(T::seeds()).collect::<Vec<_>>();
    let inputs = (select(seeds), changes(T::dictionary(), CHANGES)).prop_map(changed);
    let mut runner = TestRunner::new(config());
    match runner.run(&inputs, |input: T| {
        count(&input);
        Ok(())
    }) {
        Ok(()) => println!("{}: {:?}", T::NAME, ends.borrow()),
        Err(TestError::Fail(reason, input)) => report(&input, &reason.to_string()),
        Err(TestError::Abort(reason)) => panic!("{}: {reason}", T::NAME),
    }
    let reached: Vec<_> = ends.into_inner().into_keys().collect();
    assert_eq!(reached, T::ENDS, "{}", T::NAME);
}

fn changed<T: Target>((mut input, changes): (T, Vec<Change>)) -> T {
    for change in &changes {
        input.change(change);
    }
    input
}

fn run<T: Target>(input: &T) -> &'static str {
    corpus::note(T::NAME, &input.print());
    input.hold()
}

fn report<T: Target>(input: &T, reason: &str) {
    let text = input.print();
    let is_kept = env::var_os("FUZZ_KEEP").is_some();
    let place = match is_kept {
        true => corpus::keep(T::NAME, &text),
        false => "nowhere: set FUZZ_KEEP=1".to_owned(),
    };
    panic!("{}: {reason}\nkept in {place}\n{text}", T::NAME);
}

fn config() -> Config {
    Config {
        max_shrink_iters: SHRINKS,
        rng_seed: RngSeed::Fixed(number("FUZZ_SEED").unwrap_or_default()),
        ..cases(number("FUZZ_INPUTS").unwrap_or(INPUTS))
    }
}

fn number<N: std::str::FromStr>(name: &str) -> Option<N> {
    let text = env::var(name).ok()?;
    let number = text.parse().ok();
    Some(number.unwrap_or_else(|| panic!("{name}={text} is no number")))
}
