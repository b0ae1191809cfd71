//! What a run did not play, by name and count. tests/e2e prints a line for each test.

use std::collections::{BTreeMap, BTreeSet};

/// Begins a line on what an engine can't do: `not in webkit: an ability (a test)`.
const NOT_IN: &str = "not in ";

/// Begins a line on what only a whole run plays: `left out in webkit: four platforms (a test)`.
const LEFT_OUT: &str = "left out in ";

/// What is left out, and the tests that leave it out.
type Groups<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// Every test that an engine ran in part only, and what all tests left to a whole run, for the report.
pub fn details(output: &str) -> String {
    let (missing, left_out) = (groups(output, NOT_IN), groups(output, LEFT_OUT));
    let mut text = String::new();
    for (start, hint, groups) in [
        (NOT_IN, "", missing),
        (LEFT_OUT, " without --whole", left_out),
    ] {
        for (what, tests) in groups {
            text += &format!("  {start}{what}, in {}{hint}:\n", count(tests.len()));
            text.extend(tests.iter().map(|test| format!("    {test}\n")));
        }
    }
    text
}

/// How many tests were not played in full, as an addition to a note in the table.
pub fn note(output: &str) -> String {
    let count = |start| {
        let groups = groups(output, start).into_values();
        groups.flatten().collect::<BTreeSet<_>>().len()
    };
    let mut note = String::new();
    for (count, what) in [(count(NOT_IN), "in part"), (count(LEFT_OUT), "sampled")] {
        if count > 0 {
            note += &format!(", {count} {what}");
        }
    }
    note
}

fn groups<'a>(output: &'a str, start: &str) -> Groups<'a> {
    let mut groups = Groups::new();
    let lines = output.lines().filter_map(|line| line.strip_prefix(start));
    for (what, test) in lines.filter_map(|line| line.strip_suffix(')')?.rsplit_once(" (")) {
        groups.entry(what).or_default().insert(test);
    }
    groups
}

fn count(tests: usize) -> String {
    match tests {
        1 => "1 test".to_owned(),
        tests => format!("{tests} tests"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "running 3 tests\n\
        not in webkit: telling layout shifts (layout::nothing_moves)\n\
        left out in webkit: ecwid, medusa (form::sends)\n\
        test form::sends ... ok\n\
        left out in webkit: ecwid, medusa (layout::nothing_moves)\n\
        left out in webkit: ecwid, medusa (form::sends)\n\
        left out in webkit: 52 of 61 faults (faults::one_account)\n";

    #[test]
    fn what_is_left_out_stands_with_the_names_and_the_number_of_its_tests() {
        let expected = "  not in webkit: telling layout shifts, in 1 test:\n    layout::nothing_moves\n  \
            left out in webkit: 52 of 61 faults, in 1 test without --whole:\n    faults::one_account\n  \
            left out in webkit: ecwid, medusa, in 2 tests without --whole:\n    form::sends\n    \
            layout::nothing_moves\n";
        assert_eq!(details(OUTPUT), expected);
    }

    #[test]
    fn the_note_counts_each_test_once() {
        assert_eq!(note(OUTPUT), ", 1 in part, 3 sampled");
        assert_eq!(note("test result: ok. 1 passed; 0 failed\n"), "");
    }
}
