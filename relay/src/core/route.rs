use super::settings::Settings;
use super::step::Step;
use std::sync::Arc;

/// One path that a platform answers.
pub struct Route {
    /// Its name in logs and metrics.
    pub name: &'static str,
    /// The path, without the base path.
    pub path: fn(&Settings) -> String,
    /// The content type that the body has to have.
    pub media: &'static str,
    /// The headers that a page on another origin may send.
    pub headers: &'static str,
    /// Whether a request counts for the limits. One that calls nobody need not.
    pub is_limited: bool,
    /// The first step, from the body of a request.
    pub begin: fn(Arc<Settings>, &[u8]) -> Step,
}
