//! What the pages for people name: files, and what is in them.

use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A path from the root of the repository, in backticks.
const PATH: &str = r"`((?:src|tests|tools|docs|style|\.github)/[^`\s]*)`";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Markdown files at the root and in `docs/`, with their texts.
fn pages() -> Vec<(PathBuf, String)> {
    let files = WalkDir::new(root()).max_depth(1).into_iter();
    let files = files.chain(WalkDir::new(root().join("docs")));
    let paths = files.map(|entry| entry.unwrap().into_path());
    let pages = paths.filter(|path| path.extension().is_some_and(|kind| kind == "md"));
    pages
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// What a pattern finds in each page, as the page and the groups of the pattern.
fn found<const N: usize>(pattern: &str) -> Vec<(PathBuf, [String; N])> {
    let pattern = Regex::new(pattern).unwrap();
    let mut found = Vec::new();
    for (page, text) in pages() {
        let all = pattern
            .captures_iter(&text)
            .map(|groups| groups.extract().1.map(str::to_owned));
        found.extend(all.map(|groups| (page.clone(), groups)));
    }
    assert!(!found.is_empty(), "no page has {pattern}");
    found
}

/// The folder before a placeholder, and all of a path that has none.
fn without_placeholder(path: &str) -> &str {
    let placeholder = Regex::new(r"[^/]*(<|\*|\{|\bacme\b)").unwrap();
    let end = placeholder
        .find(path)
        .map_or(path.len(), |found| found.start());
    path.get(..end).unwrap_or_default()
}

#[test]
fn each_path_that_a_page_names_exists() {
    let named = found::<1>(PATH).into_iter();
    let missing: Vec<_> = named
        .filter(|(_, [path])| !root().join(without_placeholder(path)).exists())
        .map(|(page, [path])| format!("{}: {path}", page.display()))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn each_name_that_a_page_finds_in_a_file_is_there() {
    let pattern = [r"`(\w+)`\s+in\s+", PATH].concat();
    let missing: Vec<_> = found::<2>(&pattern)
        .into_iter()
        .filter(|(_, [name, path])| {
            let text = fs::read_to_string(root().join(path)).unwrap_or_default();
            !Regex::new(&format!(r"\b{name}\b")).unwrap().is_match(&text)
        })
        .map(|(page, [name, path])| format!("{}: {name} in {path}", page.display()))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The Rust files of the widget and the relay that an owner of a name can be in: a module by its path, a type by its definition.
fn files_of(owner: &str) -> String {
    let sources = ["src", "relay/src"].into_iter();
    let files = sources.flat_map(|folder| WalkDir::new(root().join(folder)));
    let paths = files.map(|entry| entry.unwrap().into_path());
    let defined = Regex::new(&format!(r"\b(struct|enum|trait) {owner}\b")).unwrap();
    let texts = paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let is_module = path.with_extension("").iter().any(|part| part == owner);
            (is_module || defined.is_match(&text)).then_some(text)
        });
    texts.flatten().collect()
}

#[test]
fn each_item_of_a_module_or_a_type_that_a_page_names_is_defined() {
    let missing: Vec<_> = found::<2>(r"`(\w+)::(\w+)`")
        .into_iter()
        .filter(|(_, [owner, name])| {
            let defined =
                format!(r"(?m)\b(fn|struct|enum|trait|const|static) {name}\b|^\s+{name},$");
            !Regex::new(&defined).unwrap().is_match(&files_of(owner))
        })
        .map(|(page, [owner, name])| format!("{}: {owner}::{name}", page.display()))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn each_link_from_page_to_page_leads_somewhere() {
    let links = found::<1>(r"\]\(([^)#:]+)(?:#[^)]*)?\)").into_iter();
    let broken: Vec<_> = links
        .filter(|(page, [link])| !page.with_file_name(link).exists())
        .map(|(page, [link])| format!("{}: {link}", page.display()))
        .collect();
    assert!(broken.is_empty(), "{broken:#?}");
}
