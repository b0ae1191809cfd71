//! A tree of nodes as a text, which two trees can be compared by.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// The elements below a node with their attributes, and the texts, a line each. The node's own id is left out of
/// the ids that begin with it.
pub fn tree(root: &Element) -> String {
    let mut lines = String::new();
    for child in children(root) {
        write(&child, "", &mut lines);
    }
    lines.replace(&format!("{}-", root.id()), "")
}

fn write(node: &Node, indent: &str, lines: &mut String) {
    let Some(element) = node.dyn_ref::<Element>() else {
        let text = node.text_content().unwrap_or_default();
        if !text.is_empty() {
            *lines += &format!("{indent}{text:?}\n");
        }
        return;
    };
    *lines += &format!("{indent}{} {}\n", element.local_name(), attributes(element));
    for child in children(element) {
        write(&child, &format!("{indent}  "), lines);
    }
}

fn attributes(element: &Element) -> String {
    let names = element.get_attribute_names().into_iter();
    let mut names: Vec<String> = names.filter_map(|name| name.as_string()).collect();
    names.sort();
    let value = |name: &String| element.get_attribute(name).unwrap_or_default();
    names
        .iter()
        .map(|name| format!("{name}={:?} ", value(name)))
        .collect()
}

fn children(node: &Node) -> Vec<Node> {
    let nodes = node.child_nodes().values().into_iter();
    nodes
        .map(|node| node.expect("a list of nodes").unchecked_into())
        .collect()
}
