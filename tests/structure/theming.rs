//! What an owner can style: the parts and the custom properties, and the page that names them.

use crate::source::{Names, code, first_column, matches, text};

/// Where the sources give a node its part: `part("p", "hint")`, `.with("part", "status")` and
/// `=> ("select", "input")`. The name may be an expression with several texts in it.
const PARTS: [&str; 3] = [
    r#"\bpart\(\s*"\w+",\s*([^,)]*)"#,
    r#"\("part",\s*("[^"]*")"#,
    r#"=>\s*\("\w+",\s*("[^"]*")\)"#,
];

fn parts(code: &str) -> Names {
    let given = PARTS.iter().flat_map(|pattern| matches(pattern, code));
    let texts = given.flat_map(|name| matches(r#""([^"]*)""#, &name));
    texts
        .flat_map(|parts| parts.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn the_page_about_theming_has_each_part_and_no_other() {
    let code = ["src/widget/view", "src/element"].map(code).concat();
    assert_eq!(first_column("docs/theming.md", "Parts"), parts(&code));
}

#[test]
fn the_page_about_theming_has_each_custom_property_and_no_other() {
    let used = matches(r"var\((--signup-[a-z-]+)", &text("style/widget.css"));
    let named = first_column("docs/theming.md", "Custom properties");
    assert_eq!(named, used);
}

#[test]
fn the_search_for_parts_finds_each_way_to_give_one() {
    let code = r#"
        row.part("p", "hint caps-lock").with("part", "status");
        part(
          "input", isTicked ? kind : "input", { id });
        Control::Country => ("select", "list"),
        part("p", name, {}, "no part")
    "#;
    let found: Vec<_> = parts(code).into_iter().collect();
    assert_eq!(found, ["caps-lock", "hint", "input", "list", "status"]);
}
