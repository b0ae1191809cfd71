//! The files for GitHub agree with the code.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::fs;
use std::path::Path;
use storefront_signup::registration::platform::REGISTRY;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(path)).unwrap()
}

/// The options of the dropdown with this id.
fn options<'a>(form: &'a str, id: &str) -> Vec<&'a str> {
    let id = format!("    id: {id}");
    let field = form.lines().skip_while(|line| *line != id);
    let options = field.skip_while(|line| line.trim() != "options:").skip(1);
    options
        .map_while(|line| line.strip_prefix("        - "))
        .collect()
}

#[test]
fn the_bug_form_offers_every_platform() {
    let titles: Vec<_> = REGISTRY.iter().map(|platform| platform.title).collect();
    let form = read(".github/ISSUE_TEMPLATE/bug.yml");
    assert_eq!(options(&form, "platform"), titles);
}

#[test]
fn ci_runs_the_script_that_developers_run() {
    let workflow = read(".github/workflows/ci.yml");
    let commands: Vec<_> = workflow
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- run: "))
        .collect();
    assert_eq!(commands, [".ci/run"]);
}

#[test]
fn ci_uses_the_toolchain_of_the_repository() {
    let toolchain: toml::Value = toml::from_str(&read("rust-toolchain.toml")).unwrap();
    let channel = toolchain.get("toolchain").unwrap().get("channel").unwrap();
    let minor = channel.as_str().unwrap().rsplit_once('.').unwrap().0;
    let image = format!("image: rust:{minor}-");
    assert!(read(".github/workflows/ci.yml").contains(&image), "{image}");
}
