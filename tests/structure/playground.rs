//! The playground's page: it has the element's files as any page has them.

use crate::source::{matches, text};
use std::collections::BTreeSet;
use std::fs;

#[test]
fn the_playground_copies_each_script_of_the_element() {
    let folder = fs::read_dir("src/element").expect("the folder of the element");
    let names = folder.map(|entry| entry.expect("an entry").file_name());
    let scripts: BTreeSet<_> = names
        .filter_map(|name| name.into_string().ok())
        .filter(|name| name.ends_with(".js"))
        .collect();
    let copied = matches(
        r#"copy-file" href="src/element/([^"]+)""#,
        &text("index.html"),
    );
    assert_eq!(copied, scripts);
}
