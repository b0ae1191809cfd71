use crate::registration::rules::country;
use js_sys::Intl::{Collator, DisplayNames};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The codes and the names of all countries, sorted by name. `language` is a tag that the browser knows.
pub fn countries(language: &str) -> Vec<(String, String)> {
    let locales = Array::new();
    if !language.is_empty() {
        locales.push(&language.into());
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"region".into());
    let names = DisplayNames::new(&locales, &options);
    let lines = Array::new();
    for code in country::codes() {
        let name = names.of(code).map_or_else(|| code.to_owned(), String::from);
        lines.push(&[&name, "\t", code].concat().into());
    }
    // The browser sorts the names. A tab comes before all letters.
    let compare = Collator::new(&locales, &Object::new()).compare();
    if let Ok(sort) = Reflect::get(&lines, &"sort".into()) {
        let _ = sort.unchecked_into::<Function>().call1(&lines, &compare);
    }
    let pair = |line: JsValue| {
        let line = line.as_string()?;
        let (name, code) = line.split_once('\t')?;
        Some((code.to_owned(), name.to_owned()))
    };
    lines.into_iter().filter_map(pair).collect()
}
