//! Where the settings come from: one file, and the environment before it.

use crate::core::settings::Settings;
use std::path::{Path, PathBuf};
use std::{env, fs};
use toml::{Table, Value};

const PREFIX: &str = "RELAY_";
const FILE: &str = "RELAY_CONFIG";

/// Reads the file, if there is one, and the environment.
///
/// # Errors
/// Why the file can't be read. No sentence repeats a value of it.
pub fn read(file: Option<PathBuf>) -> Result<Settings, Vec<String>> {
    let file = file.or_else(|| env::var_os(FILE).map(PathBuf::from));
    let text = match &file {
        Some(path) => {
            fs::read_to_string(path).map_err(|error| vec![of_file(path, &error.to_string())])?
        }
        None => String::new(),
    };
    let variables = env::vars_os().filter_map(|(name, value)| {
        let name = name.into_string().ok()?;
        Some((name, value.to_string_lossy().into_owned()))
    });
    from_pairs(&text, variables).map_err(|mistakes| {
        let path = file.unwrap_or_default();
        let of_file = |mistake: &String| of_file(&path, mistake);
        mistakes.iter().map(of_file).collect()
    })
}

fn of_file(path: &Path, mistake: &str) -> String {
    format!("{}: {mistake}", path.display())
}

/// The settings of a file's text and of variables. The variables go before the file.
///
/// # Errors
/// What is wrong with the text, a sentence each.
pub fn from_pairs(
    text: &str,
    variables: impl Iterator<Item = (String, String)>,
) -> Result<Settings, Vec<String>> {
    // The error's own words would show the line, which may have a token.
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        vec![format!("Line {line} is not TOML.")]
    })?;
    let mut pairs = Vec::new();
    let mut mistakes = Vec::new();
    for (name, value) in table {
        match plain(&value) {
            Some(value) => pairs.push((name, value)),
            None => mistakes.push(format!(
                "`{name}` has to be a text, a number, or a list of texts."
            )),
        }
    }
    pairs.extend(variables.filter_map(named));
    match mistakes.is_empty() {
        true => Ok(Settings::new(pairs)),
        false => Err(mistakes),
    }
}

/// `RELAY_ORIGINS` is `origins`. Kubernetes sets `RELAY_PORT` and others for a service of the name `relay`.
fn named((name, value): (String, String)) -> Option<(String, String)> {
    let short = name.strip_prefix(PREFIX).filter(|_| name != FILE)?;
    let is_link = short == "PORT" || short.starts_with("PORT_") || short.starts_with("SERVICE_");
    (!is_link).then(|| (short.to_ascii_lowercase(), value))
}

/// A value as the environment has it: a list has commas.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Array(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            texts.map(|texts| texts.join(","))
        }
        _ => None,
    }
}
