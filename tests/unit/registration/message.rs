//! The sentences as a whole, and their translations.

use crate::support::signup::fields;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use storefront_signup::registration::message::{Catalogue, Message};
use storefront_signup::registration::platform::REGISTRY;

/// The translations by their files.
fn locales() -> BTreeMap<PathBuf, BTreeMap<String, String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/registration/locale");
    let files = fs::read_dir(folder).into_iter().flatten();
    let paths = files.map(|file| file.unwrap().path());
    let texts = |path: &PathBuf| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    paths.map(|path| (path.clone(), texts(&path))).collect()
}

fn keys() -> BTreeSet<&'static str> {
    Message::ALL.iter().map(|message| message.key()).collect()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    let pattern = Regex::new(r"\{[^}]*\}").unwrap();
    pattern
        .find_iter(text)
        .map(|found| found.as_str())
        .collect()
}

#[test]
fn no_two_messages_share_a_key() {
    assert_eq!(keys().len(), Message::ALL.len());
}

#[test]
fn keys_are_words_with_dashes() {
    let pattern = Regex::new("^[a-z]+(-[a-z0-9]+)*$").unwrap();
    for key in keys() {
        assert!(pattern.is_match(key), "{key}");
    }
}

#[test]
fn no_text_is_empty_or_has_space_around() {
    for message in Message::ALL {
        let text = message.english();
        assert!(!text.is_empty() && text.trim() == text, "{}", message.key());
    }
}

#[test]
fn what_a_field_says_is_a_sentence() {
    for field in REGISTRY.iter().flat_map(|platform| fields(platform)) {
        for message in [Some(field.missing), Some(field.refused), field.hint]
            .into_iter()
            .flatten()
        {
            assert!(message.english().ends_with('.'), "{}", message.english());
        }
        assert!(
            !field.label.english().ends_with('.'),
            "{}",
            field.label.english()
        );
    }
}

#[test]
fn every_translation_has_the_keys_of_the_english_one() {
    for (path, texts) in locales() {
        let translated: BTreeSet<&str> = texts.keys().map(String::as_str).collect();
        assert_eq!(translated, keys(), "{}", path.display());
    }
}

#[test]
fn every_translation_keeps_the_placeholders() {
    for (path, texts) in locales() {
        for message in Message::ALL {
            let text = texts.get(message.key()).map_or("", String::as_str);
            assert_eq!(
                placeholders(text),
                placeholders(message.english()),
                "{}: {}",
                path.display(),
                message.key()
            );
        }
    }
}

#[test]
fn every_translation_ends_its_sentences_as_the_english_one_does() {
    for (path, texts) in locales() {
        for message in Message::ALL
            .iter()
            .filter(|message| message.english().ends_with('.'))
        {
            let text = texts.get(message.key()).map_or("", String::as_str);
            // Thai ends a sentence with a space, and so the last one with nothing.
            let is_thai = path.ends_with("th.json");
            assert_eq!(
                text.ends_with(['.', '。', '।', '۔']),
                !is_thai,
                "{}: {}",
                path.display(),
                message.key()
            );
        }
    }
}

/// The sentences of a translation by their keys.
fn sentences(texts: &BTreeMap<String, String>) -> Vec<(Message, &str)> {
    let all = Message::ALL.iter();
    let sentences = all.filter(|message| message.english().ends_with('.'));
    let pair = |message: &Message| {
        (
            *message,
            texts.get(message.key()).map_or("", String::as_str),
        )
    };
    sentences.map(pair).collect()
}

#[test]
fn every_translation_has_another_sentence_than_the_english_one() {
    for (path, texts) in locales() {
        for (message, text) in sentences(&texts) {
            assert_ne!(text, message.english(), "{}", path.display());
        }
    }
}

#[test]
fn no_translation_has_one_sentence_for_two_messages() {
    for (path, texts) in locales() {
        let mut seen = BTreeSet::new();
        for (message, text) in sentences(&texts) {
            let is_new = seen.insert(text);
            assert!(is_new, "{}: {}", path.display(), message.key());
        }
    }
}

#[test]
fn every_translation_has_typographic_marks() {
    let straight = Regex::new(r#""|\p{L}'\p{L}|\.\.\."#).unwrap();
    for (path, texts) in locales() {
        for (key, text) in texts {
            assert!(!straight.is_match(&text), "{}: {key}", path.display());
        }
    }
}

#[test]
fn a_catalogue_has_its_texts_in_the_order_of_the_messages() {
    let entries = Message::ALL.iter();
    let texts = entries.map(|message| (message.key().into(), message.english().into()));
    let catalogue = Catalogue::new(texts.collect());
    for message in Message::ALL {
        assert_eq!(catalogue.text(*message), message.english());
        assert_eq!(catalogue.key(*message), message.key());
    }
}
