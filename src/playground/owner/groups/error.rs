//! Why there is no group, or why nobody can tell.

use super::draft::Part;
use storefront_signup::registration::flow::{Failure, Kind};
use storefront_signup::registration::http::{Lost, Reply};

/// A reason, in a sentence for the owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What the owner has to change, if it is one thing.
    pub part: Option<Part>,
    /// The sentence.
    pub text: String,
}

/// Making a group twice makes two, so a second press has to be a decision.
const MAYBE: &str = "The group may be there all the same: look at the store before you try again.";

impl Trouble {
    /// Trouble with one part.
    pub fn at(part: Part, text: impl Into<String>) -> Self {
        Self {
            part: Some(part),
            text: text.into(),
        }
    }

    /// Trouble with the whole.
    pub fn general(text: impl Into<String>) -> Self {
        Self {
            part: None,
            text: text.into(),
        }
    }

    /// Trouble after which nobody can tell whether the group is there.
    pub fn unconfirmed(text: &str) -> Self {
        Self::general([text, MAYBE].join(" "))
    }

    /// What an answer means wherever a platform has nothing of its own to say.
    pub fn from_reply(reply: &Reply) -> Self {
        match reply.status {
            0 => Self::general("The address of the store redirects. Set the final one."),
            200..300 => Self::unconfirmed("The answer can’t be read."),
            404 | 405 => {
                Self::general("Nothing makes groups at this address. Check the store’s settings.")
            }
            406 | 415 => Self::general(
                "The store refuses the headers: something in between may have changed them.",
            ),
            408 => Self::unconfirmed("The store gave up waiting."),
            423 => Self::general("The store takes no changes right now. Try again later."),
            429 => Self::general(rate_limited(reply.retry_after)),
            400..500 => Self::general("The store refuses the group."),
            status => Self::unconfirmed(&format!("The store has trouble ({status}).")),
        }
    }

    /// Puts the platform's own words behind the sentence, if there are any.
    pub fn with_words(mut self, words: &str, token: &str) -> Self {
        let words = told(words, token);
        if !words.is_empty() {
            self.text = format!("{} The store says: {words}", self.text);
        }
        self
    }
}

/// Nothing can be known of a request that was lost, unless it never left.
impl From<Lost> for Trouble {
    fn from(lost: Lost) -> Self {
        match lost {
            Lost::Offline => Self::general("The browser is offline. Nothing was sent."),
            Lost::Unreachable => Self::unconfirmed(
                "No answer that this page may read. Is the address right, and does the store allow this page’s \
                 origin (CORS)?",
            ),
            Lost::TimedOut => Self::unconfirmed("No answer came in time."),
        }
    }
}

fn rate_limited(seconds: Option<u32>) -> String {
    match seconds {
        Some(1) => "Too many requests. Try again in a second.".to_owned(),
        Some(seconds) => format!("Too many requests. Try again in {seconds} seconds."),
        None => "Too many requests. Try again in a minute.".to_owned(),
    }
}

/// The beginning of a platform's words, without the token and whatever else could be one.
fn told(words: &str, token: &str) -> String {
    let words = Failure::new(Kind::Invalid, words).without(token).detail;
    Reply::new(0, None, words.trim()).excerpt
}
