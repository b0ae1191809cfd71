//! The names that the module and its glue know each other by: long hashes, made one or two letters.

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use std::collections::HashMap;

/// What wasm-opt reports when it shortens the names of a module.
#[derive(Deserialize)]
pub struct ShortNames {
    /// Module, name and short name of what the glue gives to the module.
    imports: Vec<(String, String, String)>,
    /// Name and short name of what the module gives to the glue.
    exports: Vec<(String, String)>,
}

/// The name that wasm-opt gives to the one module that imports come from.
const SHORT_MODULE: &str = "a";

impl ShortNames {
    /// Reads wasm-opt's report.
    pub fn parse(report: &str) -> Result<Self> {
        serde_json::from_str(report).context("wasm-opt reports its short names in an unknown form")
    }

    /// The text of the glue with the short names. Fails when it lacks a name that the module needs.
    pub fn apply(&self, glue: &str) -> Result<String> {
        let (module, _, _) = self.imports.first().context("the module imports nothing")?;
        let mut glue = replace_once(
            glue,
            &format!("\"{module}\""),
            &format!("\"{SHORT_MODULE}\""),
        )?;
        for (origin, name, short) in &self.imports {
            ensure!(origin == module, "the glue has more than one module");
            glue = replace_once(&glue, &format!(" {name}:"), &format!(" {short}:"))?;
        }
        Ok(self.shorten_exports(&glue))
    }

    fn shorten_exports(&self, glue: &str) -> String {
        let exports = self.exports.iter();
        let exports: HashMap<&str, &str> =
            exports.map(|(name, short)| (&**name, &**short)).collect();
        let mut parts = glue.split("wasm.");
        let mut result = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let end = part
                .find(|letter| !is_in_name(letter))
                .unwrap_or(part.len());
            let (name, rest) = part.split_at_checked(end).unwrap_or((part, ""));
            let short = exports.get(name).copied().unwrap_or(name);
            result.extend(["wasm.", short, rest]);
        }
        result
    }
}

fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    replace_times(text, from, to, 1)
}

/// Replaces what the glue has exactly so many times.
pub fn replace_times(text: &str, from: &str, to: &str, times: usize) -> Result<String> {
    let count = text.matches(from).count();
    ensure!(count == times, "the glue has `{from}` {count} times");
    Ok(text.replace(from, to))
}

fn is_in_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"{
        "imports": [["./x_bg.js", "__wbg_abort_f8d1", "b"], ["./x_bg.js", "__wbg_call_40b0", "c"]],
        "exports": [["memory", "d"], ["mount", "e"]]
    }"#;
    const GLUE: &str = r#"function imports() {
        const import0 = {
            __wbg_abort_f8d1: function() {},
            __wbg_call_40b0: function() {},
        };
        return { "./x_bg.js": import0 };
    }
    export function mount() { wasm.mount(wasm.memory.buffer, wasm.mounted); }"#;

    #[test]
    fn module_and_glue_agree_on_the_short_names() {
        let glue = ShortNames::parse(REPORT).unwrap().apply(GLUE).unwrap();
        assert!(glue.contains(" b: function() {}") && glue.contains(" c: function() {}"));
        assert!(glue.contains(r#"{ "a": import0 }"#));
        assert!(glue.contains("wasm.e(wasm.d.buffer, wasm.mounted)"));
    }

    #[test]
    fn the_names_that_pages_call_stay() {
        let glue = ShortNames::parse(REPORT).unwrap().apply(GLUE).unwrap();
        assert!(glue.contains("export function mount()"));
    }

    #[test]
    fn a_glue_without_a_needed_name_is_refused() {
        let names = ShortNames::parse(REPORT).unwrap();
        let error = names
            .apply(&GLUE.replace("__wbg_call_40b0", "other"))
            .unwrap_err();
        assert!(error.to_string().contains("__wbg_call_40b0"));
    }
}
