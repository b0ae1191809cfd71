//! What the files of the repository name, as sets of names.

use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// A set of names.
pub type Names = BTreeSet<String>;

/// The names as a set.
pub fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Names {
    names.into_iter().map(str::to_owned).collect()
}

/// The text of a file, by its path from the root of the repository.
pub fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The texts of the Rust and JavaScript files of a folder, one after the other.
pub fn code(folder: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = WalkDir::new(folder).into_iter();
    let paths = files.map(|entry| entry.unwrap().into_path());
    let is_code = |kind: &std::ffi::OsStr| kind == "rs" || kind == "js";
    let paths = paths.filter(|path| path.extension().is_some_and(is_code));
    paths
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The first group of each match.
pub fn matches(pattern: &str, text: &str) -> Names {
    let pattern = Regex::new(pattern).unwrap();
    let found = pattern
        .captures_iter(text)
        .map(|groups| groups[1].to_owned());
    found.collect()
}

/// The text between two marks.
pub fn between<'a>(start: &str, end: &str, text: &'a str) -> &'a str {
    let (_, rest) = text
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start:?}"));
    rest.split_once(end).map_or(rest, |(inner, _)| inner)
}

/// The names in backticks in the first column of the table below a heading of a page.
pub fn first_column(page: &str, heading: &str) -> Names {
    let page = text(page);
    let section = between(&format!("\n## {heading}\n"), "\n## ", &page);
    let table = section.lines().skip_while(|line| !line.starts_with('|'));
    let rows = table.take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| matches("`([^`]+)`", cell)).collect()
}
