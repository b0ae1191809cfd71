//! The values of the form for groups.

use super::error::GroupError;
use super::field::GroupField;
use storefront_signup::registration::json::{Json, read};

/// A group that is not created yet, and the token for it.
///
/// It has no `Debug`, because it contains the token.
#[derive(Default)]
pub struct Draft(Vec<(GroupField, String)>);

impl Draft {
    /// A draft of the texts that the owner typed.
    pub fn new(texts: impl IntoIterator<Item = (GroupField, String)>) -> Self {
        Self(texts.into_iter().collect())
    }

    /// The trimmed text of a field; empty if there is none.
    pub fn get(&self, field: GroupField) -> &str {
        let found = self.0.iter().find(|(own, _)| *own == field);
        found.map_or("", |(_, text)| text.trim())
    }

    /// The metadata, if it is a JSON object.
    pub fn metadata(&self) -> Option<Json> {
        read(self.get(GroupField::Metadata)).filter(|json| matches!(json, Json::Object(_)))
    }

    /// Why the group can't be created, in the order of the fields. Empty if it can.
    pub fn validate(&self) -> Vec<GroupError> {
        let errors = GroupField::ALL.into_iter().map(|field| {
            let message = self.error_message(field)?;
            Some(GroupError::at(field, message))
        });
        errors.flatten().collect()
    }

    fn error_message(&self, field: GroupField) -> Option<&'static str> {
        let text = self.get(field);
        match field {
            GroupField::Token if text.is_empty() => Some("Enter the token."),
            GroupField::Token if !text.bytes().all(|byte| byte.is_ascii_graphic()) => {
                Some("A token has no spaces. Copy it without the word before it.")
            }
            GroupField::Name if text.is_empty() => Some("Enter a name."),
            GroupField::Metadata if !text.is_empty() && self.metadata().is_none() => {
                Some("Enter an object in JSON, such as {\"tier\": \"gold\"}.")
            }
            _ => None,
        }
    }
}
