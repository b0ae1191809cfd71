//! The picture of the architecture: it shows the folders that exist.

use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The folders whose own folders are all in the picture. The first one is the root.
const PARENTS: [&str; 4] = ["", "src/", "src/registration/", "tools/"];

/// What the picture leaves out: pages, stand-ins for crates, what a build writes, and the parents themselves.
const LEFT_OUT: [&str; 6] = ["dist", "docs", "src", "target", "tools", "tools/lean"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shown() -> BTreeSet<String> {
    let picture = fs::read_to_string(root().join("docs/images/architecture.svg")).unwrap();
    let folder = Regex::new(r#"data-folder="([^"]+)""#).unwrap();
    let folders = folder.captures_iter(&picture);
    folders.map(|found| found[1].to_owned()).collect()
}

fn folders_in(parent: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(parent)).unwrap();
    let folders = entries
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| format!("{parent}{}", entry.file_name().display()));
    let is_drawn = |name: &String| !name.starts_with('.') && !LEFT_OUT.contains(&name.as_str());
    names.filter(is_drawn).collect()
}

#[test]
fn the_picture_shows_no_folder_that_is_gone() {
    let shown = shown();
    assert!(shown.len() > 10, "{shown:?}");
    let gone: Vec<_> = shown
        .iter()
        .filter(|folder| !root().join(folder).is_dir())
        .collect();
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn the_picture_shows_each_folder_of_the_sources_and_the_tools() {
    let shown = shown();
    let existing = PARENTS.iter().flat_map(|parent| folders_in(parent));
    let missing: Vec<_> = existing.filter(|folder| !shown.contains(folder)).collect();
    assert!(
        missing.is_empty(),
        "draw {missing:?} into docs/images/architecture.svg"
    );
}
