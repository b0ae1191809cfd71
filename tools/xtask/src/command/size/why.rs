//! `cargo xtask size --why`: the bytes of the WebAssembly by crate and module.

use crate::command::dist;
use crate::context::Context;
use anyhow::{Context as _, Result};
use std::collections::BTreeMap;
use std::fs;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Modules with fewer bytes than this are one line together.
const SMALLEST: usize = 500;

/// Prints the table. It counts the module as wasm-bindgen leaves it, with names and before wasm-opt.
pub fn run(context: &Context) -> Result<()> {
    let path = dist::named_module(context);
    let missing = || {
        format!(
            "{} is missing: run `cargo xtask dist` first",
            path.display()
        )
    };
    let bytes = fs::read(&path).with_context(missing)?;
    print!("{}", table(&by_module(&functions(&bytes)?)));
    Ok(())
}

/// The names and the bytes of all functions. The data of the module are one more entry.
fn functions(wasm: &[u8]) -> Result<Vec<(String, usize)>> {
    let (mut imports, mut sizes, mut names, mut data) = (0, Vec::new(), BTreeMap::new(), 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::DataSection(section) => data = section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    names.extend(function_names(section)?);
                }
            }
            _ => {}
        }
    }
    let functions = (imports..).zip(sizes);
    let mut functions: Vec<_> = functions
        .map(|(index, size)| (names.remove(&index).unwrap_or_default(), size))
        .collect();
    functions.push(("data".to_owned(), data));
    Ok(functions)
}

fn function_names(section: wasmparser::NameSectionReader) -> Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for part in section {
        if let Name::Function(map) = part? {
            for naming in map {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The bytes by crate and module, the largest first.
fn by_module(functions: &[(String, usize)]) -> Vec<(String, usize)> {
    let mut modules: BTreeMap<String, usize> = BTreeMap::new();
    for (name, size) in functions {
        *modules.entry(module(name)).or_default() += size;
    }
    let (mut large, small): (Vec<_>, Vec<_>) =
        modules.into_iter().partition(|(_, size)| *size >= SMALLEST);
    large.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    large.push((
        "others".to_owned(),
        small.iter().map(|(_, size)| size).sum(),
    ));
    large
}

/// Crate and module of a function, `medusa::auth::begin` without its last part. A method counts for its type.
fn module(name: &str) -> String {
    let name = without_hashes(&format!("{:#}", rustc_demangle::demangle(name)));
    let name = name.replace("mut ", "").replace("dyn ", "");
    let path = name.trim_start_matches(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let path = path.split(|letter: char| !letter.is_alphanumeric() && !"_:".contains(letter));
    let path = path.map(|path| path.trim_end_matches(':')).next();
    let path = path.unwrap_or_default();
    path.rsplit_once("::")
        .map_or(path, |(module, _)| module)
        .to_owned()
}

/// wasm-bindgen writes `core[0123456789abcdef]::fmt`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_hex = |text: &str| text.len() > 8 && text.chars().all(|one| one.is_ascii_hexdigit());
        match part.split_once(']') {
            Some((hash, rest)) if is_hex(hash) => result += rest,
            _ => result.extend(["[", part]),
        }
    }
    result
}

fn table(modules: &[(String, usize)]) -> String {
    let all: usize = modules.iter().map(|(_, size)| size).sum();
    let lines = modules
        .iter()
        .map(|(name, size)| format!("{size:>8}  {name}\n"));
    lines
        .chain([format!("{all:>8}  in all, before wasm-opt\n")])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_counts_for_its_module() {
        assert_eq!(
            module("_ZN4core3fmt5write17h0123456789abcdefE"),
            "core::fmt"
        );
        assert_eq!(
            module("<alloc::string::String as core::fmt::Debug>::fmt"),
            "alloc::string"
        );
        assert_eq!(module("core[0123456789abcdef]::fmt::write"), "core::fmt");
        assert_eq!(module("memcpy"), "memcpy");
    }

    #[test]
    fn the_largest_module_comes_first() {
        let functions = [
            ("a::b::c", 600),
            ("d::e::f", 700),
            ("a::b::g", 200),
            ("h::i", 1),
        ];
        let functions = functions.map(|(name, size)| (name.to_owned(), size));
        let expected = [("a::b", 800), ("d::e", 700), ("others", 1)];
        let expected = expected.map(|(name, size)| (name.to_owned(), size));
        assert_eq!(by_module(&functions), expected);
    }
}
