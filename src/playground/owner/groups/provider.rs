//! How a platform creates groups.

use super::draft::Draft;
use super::error::GroupError;
use storefront_signup::registration::flow::TokenSource;
use storefront_signup::registration::http::{Answer, Request};

/// Creates customer groups on one platform.
pub struct GroupProvider {
    /// The platform's id.
    pub platform: &'static str,
    /// The attribute of the element that takes a group's id.
    pub attribute: &'static str,
    /// A line that tells the owner which token to enter.
    pub token_hint: &'static str,
    /// The request that creates a group, from the API's base URL. Sending it twice creates two groups.
    pub create: fn(&str, &Draft) -> Request,
    /// The new group's id, or why there is none. The second argument is the token: no error contains it.
    pub read: fn(Answer, &str) -> Result<String, Vec<GroupError>>,
    /// How to get a token from the sandbox, with the owner's credentials that the sandbox lists.
    pub sandbox_token: TokenSource,
}
