//! A locale file as the widget reads JSON, and the messages that the widget takes from it.

use super::seen;
use crate::change::Change;
use crate::runner::Target;
use crate::support::agreement::agree;
use std::fs;
use std::path::Path;
use storefront_signup::registration::json::{Json, read};
use storefront_signup::registration::message::{Catalogue, Message};
use storefront_signup::registration::search::replace;

/// The text of a file.
#[derive(Clone, Debug)]
pub struct Locale(String);

impl Target for Locale {
    const NAME: &'static str = "locale";
    const ENDS: [&'static str; 2] = ["object", "other"];

    fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }

    fn print(&self) -> String {
        self.0.clone()
    }

    fn seeds() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/registration/locale");
        let files = fs::read_dir(folder).expect("the locales");
        let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
        paths.sort();
        let text = |path| Self(fs::read_to_string(path).expect("a locale"));
        paths.iter().map(text).collect()
    }

    fn dictionary() -> Vec<String> {
        let keys = Message::ALL.iter().map(|message| message.key().to_owned());
        let places = ["{seconds}", "{seconds", "seconds}", "{{seconds}}"];
        let places = places.map(str::to_owned);
        keys.chain(places).chain(seen::traps()).collect()
    }

    fn change(&mut self, change: &Change) {
        change.apply(&mut self.0);
    }

    fn hold(&self) -> &'static str {
        agree(&self.0);
        let file = read(&self.0).unwrap_or(Json::Null);
        let messages = handed_over(&file);
        let catalogue = Catalogue::new(messages.clone());
        for (message, (_, text)) in Message::ALL.iter().zip(&messages) {
            assert_eq!(catalogue.text(*message), text, "{}", message.key());
            let told = replace(text, "{seconds}", "17");
            assert_eq!(told, text.replace("{seconds}", "17"));
        }
        match file {
            Json::Object(_) => "object",
            _ => "other",
        }
    }
}

/// Keys and texts as the element hands them over: English stands in for what is missing or no text.
/// That `complete` in `src/element/language.js` does so, a page tells (`tests/e2e/tests/sandbox/element/language.rs`);
/// here it only makes the messages that the widget is then compared with.
fn handed_over(file: &Json) -> Vec<(String, String)> {
    let entry = |message: &Message| {
        let text = match file.get(message.key()) {
            Json::Text(text) => text.to_string(),
            _ => message.english().to_owned(),
        };
        (message.key().to_owned(), text)
    };
    Message::ALL.iter().map(entry).collect()
}
