//! What a reader of a test run sees at its end.

use super::harness::TestTime;
use crate::process::spell_duration;
use std::cmp::Reverse;
use std::time::Duration;

/// How one suite went.
pub struct Line {
    /// The suite's name.
    pub suite: &'static str,
    /// The name of the engine that it ran in, may be empty.
    pub engine: &'static str,
    /// Whether it passed.
    pub passed: bool,
    /// How long it took.
    pub duration: Duration,
    /// What else it has left.
    pub outcome: Outcome,
}

/// What a suite leaves for the report.
#[derive(Default)]
pub struct Outcome {
    /// What is worth knowing about it, may be empty.
    pub note: String,
    /// How long each of its tests took, if it has any.
    pub times: Vec<TestTime>,
}

/// How many tests [`slowest`] names.
const SLOWEST: usize = 5;

/// The table of all suites that ran.
pub fn table(lines: &[Line]) -> String {
    let mut table = format!(
        "{:<10} {:<10} {:<8} {:>12}\n",
        "suite", "engine", "result", "duration"
    );
    for line in lines {
        let result = if line.passed { "passed" } else { "FAILED" };
        let duration = spell_duration(line.duration);
        let row = format!(
            "{:<10} {:<10} {result:<8} {duration:>12}  {}",
            line.suite, line.engine, line.outcome.note
        );
        table += row.trim_end();
        table.push('\n');
    }
    table
}

/// The slowest tests of all suites. Empty if no suite has any.
pub fn slowest(lines: &[Line]) -> String {
    let mut all: Vec<(&Line, &TestTime)> = lines
        .iter()
        .flat_map(|line| line.outcome.times.iter().map(move |time| (line, time)))
        .collect();
    all.sort_by_key(|(_, time)| Reverse(time.duration));
    all.truncate(SLOWEST);
    if all.is_empty() {
        return String::new();
    }
    let rows = all.iter().map(|(line, time)| {
        let suite = match line.engine {
            "" => line.suite.to_owned(),
            engine => format!("{} in {engine}", line.suite),
        };
        let duration = spell_duration(time.duration);
        format!("{duration:>11}  {suite}: {}\n", time.name)
    });
    format!("the slowest tests:\n{}", rows.collect::<String>())
}

/// The lines of a test harness that count tests, of all its programs that had any.
pub fn summaries(output: &str) -> String {
    output
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("test result:") && !line.contains(" 0 passed; 0 failed"))
        .map(|line| format!("  {line}\n"))
        .collect()
}

/// What tests begin each line of a table with.
const TABLE: &str = "| ";

/// The tables that tests draw for whoever reads of the run.
pub fn drawn(output: &str) -> String {
    let lines = output.lines().filter(|line| line.starts_with(TABLE));
    lines.map(|line| format!("  {line}\n")).collect()
}

/// The number of tests that passed, of all programs of a run.
pub fn count_passed(output: &str) -> u32 {
    let lines = output
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: ok. "));
    lines
        .filter_map(|line| line.split_once(" passed")?.0.parse::<u32>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "running 2 tests\n\
        test a_rule ... ok\n\
        test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured\n\
        test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured\n\
        test result: ok. 11 passed; 0 failed; 1 ignored; 0 measured\n";

    #[test]
    fn the_table_tells_suite_engine_result_and_duration() {
        let passed = Line {
            suite: "browser",
            engine: "webkit",
            passed: true,
            duration: Duration::from_secs(12),
            outcome: Outcome {
                note: "13 tests".to_owned(),
                times: Vec::new(),
            },
        };
        let table = table(&[passed]);
        assert!(
            table.ends_with("browser    webkit     passed           12 s  13 tests\n"),
            "{table}"
        );
    }

    #[test]
    fn a_failed_suite_stands_out() {
        let failed = Line {
            suite: "e2e",
            engine: "",
            passed: false,
            duration: Duration::ZERO,
            outcome: Outcome::default(),
        };
        assert!(table(&[failed]).ends_with("e2e                   FAILED          0.0 s\n"));
    }

    #[test]
    fn the_summaries_of_programs_without_tests_are_left_out() {
        let summaries = summaries(OUTPUT);
        assert_eq!(summaries.lines().count(), 2);
        assert!(summaries.contains("11 passed"));
    }

    #[test]
    fn passed_tests_are_counted_over_all_programs() {
        assert_eq!(count_passed(OUTPUT), 13);
    }

    #[test]
    fn tables_are_shown_without_what_stands_around_them() {
        let table = "| fault  medusa\n| hang   2+3\n";
        assert_eq!(
            drawn(&[OUTPUT, table, OUTPUT].concat()),
            "  | fault  medusa\n  | hang   2+3\n"
        );
        assert_eq!(drawn(OUTPUT), "");
    }

    #[test]
    fn the_slowest_tests_of_all_suites_are_shown() {
        let line = |suite, engine, names: [&str; 4], first: u64| Line {
            suite,
            engine,
            passed: true,
            duration: Duration::ZERO,
            outcome: Outcome {
                note: String::new(),
                times: (first..)
                    .zip(names)
                    .map(|(seconds, name)| time(name, seconds))
                    .collect(),
            },
        };
        let lines = [
            line("native", "", ["a", "b", "c", "d"], 1),
            line("e2e", "webkit", ["e", "f", "g", "h"], 20),
        ];
        let expected = "the slowest tests:\n       23 s  e2e in webkit: h\n       22 s  e2e in webkit: g\n       \
            21 s  e2e in webkit: f\n       20 s  e2e in webkit: e\n      4.0 s  native: d\n";
        assert_eq!(slowest(&lines), expected);
        assert_eq!(slowest(&[]), "");
    }

    fn time(name: &str, seconds: u64) -> TestTime {
        TestTime {
            name: name.to_owned(),
            duration: Duration::from_secs(seconds),
        }
    }
}
