//! What a test harness prints while it runs: Rust's own, or that of wasm-bindgen.

use crate::process::Observer;
use std::time::{Duration, Instant};

/// How long a test took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestTime {
    /// The test's path in its program.
    pub name: String,
    /// From its start to its end.
    pub duration: Duration,
}

/// The tests of a command so far. A command may run several test programs, one after the other.
pub struct Harness {
    /// The tests that have ended, of all programs.
    pub times: Vec<TestTime>,
    /// How many tests of the present program have ended.
    ended: usize,
    /// How many tests the present program has.
    total: usize,
    /// The test whose result stands in a line of its own.
    begun: Option<String>,
    last_line: Instant,
}

impl Harness {
    /// Before anything was printed.
    pub fn new() -> Self {
        Self {
            times: Vec::new(),
            ended: 0,
            total: 0,
            begun: None,
            last_line: Instant::now(),
        }
    }

    fn end(&mut self, name: &str, duration: Option<Duration>) {
        self.ended += 1;
        // Without a duration, the tests run one after the other: each takes as long as its line.
        let duration = duration.unwrap_or_else(|| self.last_line.elapsed());
        self.last_line = Instant::now();
        self.times.push(TestTime {
            name: name.to_owned(),
            duration,
        });
    }
}

impl Observer for Harness {
    fn read(&mut self, line: &str) {
        if let Some(total) = total(line) {
            (self.ended, self.total) = (0, total);
            self.last_line = Instant::now();
        } else if let Some((name, result)) = test(line) {
            if let Some(duration) = end(result) {
                self.end(name, duration);
            } else if result.is_empty() {
                // Another thread has printed in between.
                self.begun = Some(name.to_owned());
            }
        } else if let Some(duration) = end(line)
            && let Some(name) = self.begun.take()
        {
            self.end(&name, duration);
        }
    }

    fn progress(&self) -> String {
        match self.times.last() {
            // Node.js does not tell beforehand how many tests there are.
            Some(last) if self.total == 0 => format!("{} tests ({})", self.ended, last.name),
            Some(last) if self.ended > 0 => {
                format!("test {} of {} ({})", self.ended, self.total, last.name)
            }
            _ => String::new(),
        }
    }
}

/// The number in `running 12 tests`.
fn total(line: &str) -> Option<usize> {
    let rest = line.strip_prefix("running ")?;
    rest.strip_suffix(" tests")
        .or(rest.strip_suffix(" test"))?
        .parse()
        .ok()
}

/// The name and the result in `test name ... result`.
fn test(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("test ")?.split_once(" ... ")
}

/// Whether a result is that of a test that ran, and the duration behind it: `ok <0.123s>`.
fn end(result: &str) -> Option<Option<Duration>> {
    let rest = ["ok", "FAILED"]
        .iter()
        .find_map(|word| result.strip_prefix(word))?;
    let rest = rest.trim();
    if rest.is_empty() {
        return Some(None);
    }
    let seconds = rest.strip_prefix('<')?.strip_suffix("s>")?.parse().ok()?;
    Some(Duration::try_from_secs_f64(seconds).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Harness {
        let mut harness = Harness::new();
        lines.iter().for_each(|line| harness.read(line));
        harness
    }

    fn named(harness: &Harness) -> Vec<&str> {
        harness
            .times
            .iter()
            .map(|test| test.name.as_str())
            .collect()
    }

    #[test]
    fn a_test_is_read_with_its_duration() {
        let harness = read(&["running 2 tests", "test form::sends ... ok <1.250s>"]);
        let expected = TestTime {
            name: "form::sends".to_owned(),
            duration: Duration::from_millis(1250),
        };
        assert_eq!(harness.times, [expected]);
        assert_eq!(harness.progress(), "test 1 of 2 (form::sends)");
    }

    #[test]
    fn a_test_without_a_duration_takes_as_long_as_its_line() {
        let mut harness = read(&["running 1 test"]);
        std::thread::sleep(Duration::from_millis(30));
        harness.read("test typing::an_error_shows ... ok");
        let took = harness.times.first().map(|test| test.duration);
        assert!(took >= Some(Duration::from_millis(30)), "{took:?}");
    }

    #[test]
    fn a_result_may_stand_in_a_line_of_its_own() {
        let lines = [
            "test one ... ",
            "left out in webkit: all (two)",
            "FAILED <2.000s>",
        ];
        let harness = read(&lines);
        assert_eq!(named(&harness), ["one"]);
    }

    #[test]
    fn a_harness_may_keep_the_number_of_its_tests_to_itself() {
        let harness = read(&["test one ... ok <0.1s>", "test two ... ok <0.1s>"]);
        assert_eq!(harness.progress(), "2 tests (two)");
    }

    #[test]
    fn tests_that_did_not_run_are_not_counted() {
        let harness = read(&[
            "running 2 tests",
            "test one ... ignored",
            "ok",
            "test result: ok. 1",
        ]);
        assert!(harness.times.is_empty());
        assert_eq!(harness.progress(), "");
    }

    #[test]
    fn each_program_is_counted_from_its_start() {
        let first = ["running 1 test", "test one ... ok", "running 9 tests"];
        let mut harness = read(&first);
        assert_eq!(harness.progress(), "");
        harness.read("test two ... ok");
        assert_eq!(harness.progress(), "test 1 of 9 (two)");
        assert_eq!(named(&harness), ["one", "two"]);
    }
}
