//! Who may name a platform: its own files, and nobody else.

use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};
use storefront_signup::registration::platform::REGISTRY;
use walkdir::{DirEntry, WalkDir};

/// What is held to it: the widget, the relay, their tools, tests and pages.
const HELD: [&str; 6] = ["src", "relay", "tools", "tests", "style", "index.html"];

/// The platforms' own files, what was recorded of them, what meets one in a browser or by its own client, and the
/// commands that run real servers of one.
const FREE: [&str; 18] = [
    "relay/src/core/platform",
    "relay/tests",
    "src/playground/owner/groups/platform",
    "src/registration/platform",
    "tests/browser",
    "tests/clients",
    "tests/e2e",
    "tests/fixtures",
    "tests/groups",
    "tests/unit/registration/platform",
    "tools/sandbox/src/platform",
    "tools/sandbox/tests",
    "tools/xtask/npm",
    "tools/xtask/src/command/medusa.rs",
    "tools/xtask/src/command/mod.rs",
    "tools/xtask/src/command/test",
    "tools/xtask/src/main.rs",
    "tools/xtask/src/medusa",
];

/// Files that are written by a person and read by a machine.
const KINDS: [&str; 6] = ["rs", "js", "ts", "css", "html", "json"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn is_free(entry: &DirEntry) -> bool {
    let path = entry.path().strip_prefix(root()).unwrap();
    let is_generated = entry.file_name() == "node_modules" || entry.file_name() == "target";
    is_generated || FREE.iter().any(|free| path.starts_with(free))
}

/// The files that must not name a platform.
fn held() -> impl Iterator<Item = PathBuf> {
    let walk = |start: &&str| {
        WalkDir::new(root().join(start))
            .into_iter()
            .filter_entry(|entry| !is_free(entry))
    };
    let files = HELD
        .iter()
        .flat_map(walk)
        .filter_map(Result::ok)
        .map(DirEntry::into_path);
    let is_held = |path: &PathBuf| {
        path.extension()
            .is_some_and(|kind| KINDS.iter().any(|held| kind == *held))
    };
    files
        .filter(is_held)
        .filter(|path| path.file_name() != Path::new(file!()).file_name())
}

/// An id as a word: `medusa-v1`, `"medusa-v1"`, `medusa_v1`, `MedusaV1`.
fn named(id: &str) -> Regex {
    let loose = id.replace('-', "[-_]?");
    Regex::new(&format!(r"(?i)(^|[^a-z0-9_-])({loose})($|[^a-z0-9_-])")).unwrap()
}

/// The text without what is only said to the reader.
fn without_comments(text: &str) -> String {
    let comment = Regex::new(r"(?ms)(^|\s)//.*?$|/\*.*?\*/|<!--.*?-->").unwrap();
    comment.replace_all(text, "").into_owned()
}

#[test]
fn only_a_platforms_own_files_name_it() {
    let names: Vec<_> = REGISTRY
        .iter()
        .map(|platform| (platform.id, named(platform.id)))
        .collect();
    let mut found = Vec::new();
    for path in held() {
        let code = without_comments(&fs::read_to_string(&path).unwrap());
        let ids = names
            .iter()
            .filter(|(_, name)| name.is_match(&code))
            .map(|(id, _)| id);
        found.extend(ids.map(|id| format!("{} names {id}", path.display())));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_search_meets_files_and_names() {
    assert!(held().count() > 20);
    let code = without_comments(
        "let id = \"some-shop\"; // other-shop\n/* third-shop */ url(https://some/fourth-shop)",
    );
    for (id, is_met) in [
        ("some-shop", true),
        ("other-shop", false),
        ("third-shop", false),
        ("fourth-shop", true),
        ("some", true),
        ("shop", false),
    ] {
        assert_eq!(named(id).is_match(&code), is_met, "{id}");
    }
}

#[test]
fn each_platform_has_its_page() {
    for platform in REGISTRY {
        let page = format!("docs/platforms/{}.md", platform.id);
        assert!(root().join(&page).is_file(), "{page} is missing");
    }
}
