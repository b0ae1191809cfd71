//! Circles between modules: each level of siblings has a direction.

use super::crate_source::{Crate, ModPath};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

/// Which sibling names which, below one parent, and the file that does so.
type Level = BTreeMap<String, BTreeMap<String, String>>;

/// Each circle as a line: `parent: a -> b (file) -> a (file)`.
pub fn circles(source: &Crate) -> BTreeSet<String> {
    let levels = levels(source);
    levels
        .iter()
        .flat_map(|(parent, level)| {
            let edges = level
                .iter()
                .flat_map(|(from, targets)| targets.keys().map(move |to| (from, to)));
            edges.filter_map(move |(from, to)| {
                let back = way(level, to, from)?;
                // Told once, from its first module.
                (back.iter().all(|name| from <= name)).then(|| line(parent, level, from, &back))
            })
        })
        .collect()
}

fn line(parent: &ModPath, level: &Level, first: &str, way: &[String]) -> String {
    let mut line = format!("crate::{}: {first}", parent.join("::"));
    let mut from = first;
    for to in way {
        let file = level
            .get(from)
            .and_then(|targets| targets.get(to))
            .map_or("", String::as_str);
        line += &format!(" -> {to} ({file})");
        from = to;
    }
    line
}

/// The shortest way from one module to another, both ends included.
fn way(level: &Level, from: &str, to: &str) -> Option<Vec<String>> {
    let mut ways = VecDeque::from([vec![from.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        let last = way.last()?;
        if last == to {
            return Some(way);
        }
        for next in level.get(last).into_iter().flat_map(BTreeMap::keys) {
            if seen.insert(next.clone()) {
                ways.push_back([way.clone(), vec![next.clone()]].concat());
            }
        }
    }
    None
}

fn levels(source: &Crate) -> BTreeMap<ModPath, Level> {
    let mut levels: BTreeMap<ModPath, Level> = BTreeMap::new();
    for (from, module) in &source.modules {
        for path in &module.paths {
            let to = home(source, path, 0);
            let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
            // A module and what is inside of it may name each other.
            if let (Some(own), Some(other)) = (from.get(shared), to.get(shared)) {
                let level = levels.entry(from[..shared].to_vec()).or_default();
                let file = module.file.display().to_string();
                let targets = level.entry(own.clone()).or_default();
                targets.entry(other.clone()).or_insert(file);
            }
        }
    }
    levels
}

/// The module that an item is defined in. Re-exports are followed to their source.
fn home(source: &Crate, path: &[String], depth: usize) -> ModPath {
    let length = (0..=path.len())
        .rev()
        .find(|length| source.modules.contains_key(&path[..*length]))
        .unwrap_or_default();
    let module_path = path[..length].to_vec();
    let (Some(item), Some(module)) = (path.get(length), source.modules.get(&module_path)) else {
        return module_path;
    };
    if depth > 8 || module.items.contains(item) {
        return module_path;
    }
    if let Some(target) = module.imports.get(item) {
        return home(source, target, depth + 1);
    }
    let defines = |glob: &&ModPath| {
        let found = source.modules.get(*glob);
        found.is_some_and(|module| module.items.contains(item) || module.imports.contains_key(item))
    };
    match module.globs.iter().find(defines) {
        Some(glob) => home(
            source,
            &[glob.clone(), vec![item.clone()]].concat(),
            depth + 1,
        ),
        None => module_path,
    }
}

fn of_crate(root: &str) -> BTreeSet<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = Crate::read(Path::new(root), &|file| {
        fs::read_to_string(here.join(file)).ok()
    });
    assert!(
        source.modules.len() > 20,
        "the walk misses modules of {root}"
    );
    circles(&source)
}

#[test]
fn no_modules_of_the_widget_name_each_other_in_a_circle() {
    let circles = of_crate("src/lib.rs");
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn no_modules_of_the_playground_name_each_other_in_a_circle() {
    let circles = of_crate("src/playground/main.rs");
    assert!(circles.is_empty(), "{circles:#?}");
}

/// The circles of a crate that is made of these files.
fn planted(files: &[(&str, &str)]) -> Vec<String> {
    let read = |file: &Path| {
        let found = files.iter().find(|(name, _)| Path::new(name) == file);
        found.map(|(_, text)| (*text).to_owned())
    };
    let source = Crate::read(Path::new("lib.rs"), &read);
    circles(&source).into_iter().collect()
}

#[test]
fn a_circle_of_two_files_is_found() {
    let found = planted(&[
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "use crate::b::B; pub struct A;"),
        (
            "b.rs",
            "pub struct B; fn f() -> super::a::A { super::a::A }",
        ),
    ]);
    assert_eq!(found, ["crate::: a -> b (a.rs) -> a (b.rs)"]);
}

#[test]
fn a_circle_of_three_below_a_module_is_found() {
    let found = planted(&[
        ("lib.rs", "pub mod top;"),
        ("top/mod.rs", "mod a; mod b; mod c;"),
        ("top/a.rs", "use super::{b::{self, B}, c as other};"),
        ("top/b.rs", "use crate::top::c::*; pub struct B;"),
        ("top/c/mod.rs", "pub mod deep;"),
        ("top/c/deep.rs", "use super::super::a;"),
    ]);
    let both = [
        "crate::top: a -> b (top/a.rs) -> c (top/b.rs) -> a (top/c/deep.rs)",
        "crate::top: a -> c (top/a.rs) -> a (top/c/deep.rs)",
    ];
    assert_eq!(found, both);
}

#[test]
fn a_circle_by_way_of_a_reexport_is_found() {
    for export in ["pub use b::B;", "pub use b::*;"] {
        let found = planted(&[
            ("lib.rs", &["mod a; mod b; ", export].concat()),
            ("a.rs", "use super::B; pub struct A;"),
            ("b.rs", "use super::a::A; pub struct B;"),
        ]);
        assert_eq!(found.len(), 1, "{export}: {found:?}");
    }
}

#[test]
fn a_circle_between_inline_modules_is_found() {
    let text = "mod a { use super::b::B; } mod b { pub struct B; fn f() { crate::a::f() } }";
    assert_eq!(planted(&[("lib.rs", text)]).len(), 1);
}

#[test]
fn what_names_no_sibling_is_no_circle() {
    let found = planted(&[
        ("lib.rs", "mod a; mod b;"),
        // A child and its parent, a comment, a text, another crate, a module of tests.
        ("a/mod.rs", "mod child; use crate::b::B; use child::C;"),
        ("a/child.rs", "use super::super::b; use super::f;"),
        (
            "b.rs",
            "// use super::a;\npub struct B; const T: &str = \"crate::a\"; use std::fs; \
             mod tests { use crate::a; }",
        ),
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_modules_of_the_tools_name_each_other_in_a_circle() {
    for root in ["tools/sandbox/src/lib.rs", "tools/xtask/src/main.rs"] {
        let circles = of_crate(root);
        assert!(circles.is_empty(), "{root}: {circles:#?}");
    }
}

#[test]
fn no_modules_of_the_relay_name_each_other_in_a_circle() {
    let circles = of_crate("relay/src/lib.rs");
    assert!(circles.is_empty(), "{circles:#?}");
}
