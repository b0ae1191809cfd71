//! The words of the form in every language, as the files that the element asks for.

use crate::context::Context;
use anyhow::{Context as _, Result};
use serde::Serializer as _;
use serde_json::Serializer;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use storefront_signup::registration::message::Message;

/// The language whose sentences are in the entry.
const BUILT_IN_LANGUAGE: &str = "en";

/// The JSON text of every language by its code. No form asks for the English one: it is the base
/// for an owner's wording.
pub fn all(context: &Context) -> Result<BTreeMap<String, String>> {
    let mut texts = translations(&context.root.join("src/registration/locale"))?;
    texts.insert(BUILT_IN_LANGUAGE.to_owned(), english()?);
    Ok(texts)
}

fn translations(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let is_json = path.extension().is_some_and(|end| end == "json");
        if let Some(language) = path.file_stem().filter(|_| is_json) {
            let language = language.to_string_lossy().into_owned();
            texts.insert(language, fs::read_to_string(&path)?);
        }
    }
    Ok(texts)
}

/// The English texts by their keys, in the order in which the messages are declared.
pub fn english() -> Result<String> {
    let mut text = Vec::new();
    let messages = Message::ALL.iter();
    let entries = messages.map(|message| (message.key(), message.english()));
    Serializer::pretty(&mut text).collect_map(entries)?;
    text.push(b'\n');
    Ok(String::from_utf8(text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_file_has_every_message_in_its_order() {
        let text = english().unwrap();
        let parsed: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
        assert_eq!(parsed.len(), Message::ALL.len());
        assert_eq!(parsed[Message::Submit.key()], Message::Submit.english());
        let places = Message::ALL
            .iter()
            .map(|message| text.find(&format!("\n  \"{}\":", message.key())).unwrap());
        assert!(places.is_sorted());
    }

    #[test]
    fn the_json_files_of_the_folder_are_the_languages() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("pt-BR.json"), "{}").unwrap();
        fs::write(folder.path().join("notes.md"), "").unwrap();
        let texts = translations(folder.path()).unwrap();
        assert_eq!(texts, BTreeMap::from([("pt-BR".into(), "{}".into())]));
    }
}
