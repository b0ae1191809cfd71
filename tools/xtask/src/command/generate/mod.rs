//! `cargo xtask generate`: what the element imports that is made from other files.

mod locale;
mod outline;

use crate::context::Context;
use anyhow::{Context as _, Result};
use outline::Outline;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the WebAssembly file, beside the generated module.
pub const WASM_FILE: &str = "storefront-signup_bg.wasm";

/// What differs between the builds in the generated module.
pub struct Build<'a> {
    /// The widget's style sheet.
    pub sheet: &'a str,
    /// The hash that the browser holds the file to, empty for none.
    pub wasm_integrity: &'a str,
}

/// Writes `target/generated/generated.js` and the locales beside it. Files that are up to date stay untouched.
pub fn run(context: &Context) -> Result<()> {
    let folder = context.target("generated");
    fs::create_dir_all(&folder)?;
    let sheet = fs::read_to_string(sheet_path(context)).context("style/widget.css")?;
    let build = Build {
        sheet: &sheet,
        wasm_integrity: "",
    };
    write_if_changed(&folder.join("generated.js"), &module(context, &build)?)?;
    write_locales(context, &folder.join("locales"))
}

/// The path of the widget's style sheet.
pub fn sheet_path(context: &Context) -> PathBuf {
    context.root.join("style/widget.css")
}

/// The text of the module `generated.js`.
pub fn module(context: &Context, build: &Build) -> Result<String> {
    let languages: Vec<String> = locale::all(context)?.into_keys().collect();
    let constants = [
        ("ENGLISH", locale::english()?),
        ("SHEET", json!(build.sheet).to_string()),
        ("OUTLINE", serde_json::to_string(&Outline::of_registry())?),
        ("LANGUAGES", json!(languages).to_string()),
        (
            "WASM_URL",
            // Beside a script from `blob:` there is no file, and the address can't be built.
            format!(
                "(() => {{ try {{ return new URL({}, import.meta.url); }} catch {{}} }})()",
                json!(WASM_FILE)
            ),
        ),
        ("WASM_INTEGRITY", json!(build.wasm_integrity).to_string()),
    ];
    let lines = constants.map(|(name, value)| format!("export const {name} = {value};\n"));
    Ok(lines.concat())
}

/// Writes `<language>.json` for every language into a folder.
pub fn write_locales(context: &Context, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (language, text) in locale::all(context)? {
        write_if_changed(&folder.join(format!("{language}.json")), &text)?;
    }
    Ok(())
}

fn write_if_changed(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    fs::write(path, text).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_up_to_date_stays_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        write_if_changed(&path, "text").unwrap();
        fs::File::open(&path)
            .unwrap()
            .set_modified(std::time::UNIX_EPOCH)
            .unwrap();
        write_if_changed(&path, "text").unwrap();
        assert_eq!(
            fs::metadata(&path).unwrap().modified().unwrap(),
            std::time::UNIX_EPOCH
        );
        write_if_changed(&path, "other").unwrap();
        assert_ne!(
            fs::metadata(&path).unwrap().modified().unwrap(),
            std::time::UNIX_EPOCH
        );
    }
}
