//! What the owner fills in.

use super::error::Trouble;
use storefront_signup::registration::json::{Json, read};

/// A part of what the owner fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The token, which is the owner's secret.
    Token,
    /// The group's name.
    Name,
    /// A reference of the owner's.
    Reference,
    /// Where the reference comes from.
    Origin,
    /// An object of the owner's.
    Metadata,
}

impl Part {
    /// All parts, in the order in which the owner sees them.
    pub const ALL: [Self; 5] = [
        Self::Token,
        Self::Name,
        Self::Reference,
        Self::Origin,
        Self::Metadata,
    ];

    /// Its name in the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Name => "name",
            Self::Reference => "reference",
            Self::Origin => "origin",
            Self::Metadata => "metadata",
        }
    }
}

/// A group to be made, and the token for it.
///
/// It has no `Debug`: the token is in it.
#[derive(Default)]
pub struct Draft(Vec<(Part, String)>);

impl Draft {
    /// A draft of texts as they were typed.
    pub fn new(texts: impl IntoIterator<Item = (Part, String)>) -> Self {
        Self(texts.into_iter().collect())
    }

    /// The trimmed text of a part, empty where there is none.
    pub fn get(&self, part: Part) -> &str {
        let found = self.0.iter().find(|(own, _)| *own == part);
        found.map_or("", |(_, text)| text.trim())
    }

    /// The object of the metadata, if there is one.
    pub fn metadata(&self) -> Option<Json> {
        read(self.get(Part::Metadata)).filter(|json| matches!(json, Json::Object(_)))
    }

    /// Why it can't be sent, in the order of the parts.
    pub fn troubles(&self) -> Vec<Trouble> {
        let troubles = Part::ALL.into_iter().map(|part| {
            let reason = self.reason(part)?;
            Some(Trouble::at(part, reason))
        });
        troubles.flatten().collect()
    }

    fn reason(&self, part: Part) -> Option<&'static str> {
        let text = self.get(part);
        match part {
            Part::Token if text.is_empty() => Some("Enter the token."),
            Part::Token if !text.bytes().all(|byte| byte.is_ascii_graphic()) => {
                Some("A token is one piece, without spaces. Copy it without the word before it.")
            }
            Part::Name if text.is_empty() => Some("Enter a name."),
            Part::Metadata if !text.is_empty() && self.metadata().is_none() => {
                Some("Enter an object in JSON, such as {\"tier\": \"gold\"}.")
            }
            _ => None,
        }
    }
}
