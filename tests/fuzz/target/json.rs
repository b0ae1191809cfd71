//! The reader of JSON, and what reads with it.

use super::seen;
use crate::change::Change;
use crate::runner::Target;
use crate::support::agreement::agree;
use storefront_signup::registration::encoding::claims;
use storefront_signup::registration::http::Reply;
use storefront_signup::registration::json::read;

/// The characters of a body that an owner is told, at most.
const EXCERPT: usize = 200;

/// A text that may be JSON.
#[derive(Clone, Debug)]
pub struct Text(String);

impl Target for Text {
    const NAME: &'static str = "json";
    const ENDS: [&'static str; 2] = ["json", "other"];

    fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }

    fn print(&self) -> String {
        self.0.clone()
    }

    fn seeds() -> Vec<Self> {
        seen::bodies().into_iter().map(Self).collect()
    }

    fn dictionary() -> Vec<String> {
        seen::dictionary()
    }

    fn change(&mut self, change: &Change) {
        change.apply(&mut self.0);
    }

    fn hold(&self) -> &'static str {
        agree(&self.0);
        let reply = Reply::new(200, None, &self.0);
        assert!(reply.excerpt.chars().count() <= EXCERPT);
        let _ = claims(&self.0);
        match read(&self.0) {
            Some(json) => {
                assert_eq!(read(&json.write()), Some(json), "written and read again");
                "json"
            }
            None => "other",
        }
    }
}
