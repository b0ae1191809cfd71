//! What a reader of a test run sees at its end.

use crate::process::spell_duration;
use std::collections::BTreeSet;
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
    /// What is worth knowing about it, may be empty.
    pub note: String,
}

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
            line.suite, line.engine, line.note
        );
        table += row.trim_end();
        table.push('\n');
    }
    table
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

/// What tests/e2e says when an engine can't do a part of a test.
const NOT_IN: &str = "not in ";

/// What tests/e2e says when an engine plays samples of what another one plays as a whole.
const SAMPLED: &str = "sampled in ";

/// How many tests an engine could run in part only, and whether it played samples, as an addition to
/// a note. Shows which they are.
pub fn in_part(output: &str) -> String {
    let lines: BTreeSet<&str> = output
        .lines()
        .filter(|line| {
            [NOT_IN, SAMPLED]
                .iter()
                .any(|start| line.starts_with(start))
        })
        .collect();
    for line in &lines {
        println!("  {line}");
    }
    let sampled = if lines.iter().any(|line| line.starts_with(SAMPLED)) {
        ", sampled"
    } else {
        ""
    };
    match lines.iter().filter(|line| line.starts_with(NOT_IN)).count() {
        0 => sampled.to_owned(),
        count => format!(", {count} in part{sampled}"),
    }
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
            note: "13 tests".to_owned(),
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
            note: String::new(),
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
    fn tests_that_an_engine_ran_in_part_are_counted_once() {
        let line = "\nnot in webkit: layout shifts (nothing_moves)\n";
        assert_eq!(in_part(&[OUTPUT, line, line].concat()), ", 1 in part");
        assert_eq!(in_part(OUTPUT), "");
    }

    #[test]
    fn samples_are_named_and_are_no_tests_in_part() {
        let line = "sampled in webkit: two platforms\n";
        assert_eq!(in_part(&[OUTPUT, line].concat()), ", sampled");
        let both = [line, "not in webkit: layout shifts (nothing_moves)\n"].concat();
        assert_eq!(in_part(&both), ", 1 in part, sampled");
    }
}
