use serde::Deserialize;
use serde_json::Value;

/// What `record.js` has kept of a page.
#[derive(Debug, Deserialize)]
pub struct Recording {
    /// Every `signup-*` event, in order.
    pub events: Vec<Event>,
    /// Every line of the console: its level, then its arguments.
    pub console: Vec<String>,
    /// Errors and rejections that nobody caught.
    pub errors: Vec<String>,
    /// What the page's policy refused: the directive and what it refused.
    pub violations: Vec<String>,
    /// The score of each layout shift, where the browser tells them.
    pub shifts: Vec<f64>,
    /// The tags of all elements that ever had the focus.
    pub focused: Vec<String>,
}

/// An event that a page heard.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// Its type, such as `signup-success`.
    pub kind: String,
    /// The id of the element that it comes from.
    pub id: String,
    /// What it carries.
    pub detail: Value,
}

/// What `signup-success` carries.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Success {
    /// The platform's id.
    pub platform: String,
    /// The account's id on the platform.
    pub id: String,
    /// The email as it was registered.
    pub email: String,
}

/// What `signup-error` carries.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Failure {
    /// What went wrong, such as `taken`.
    pub kind: String,
    /// The name of the field that has to change.
    pub field: Option<String>,
    /// The HTTP status of the answer that told.
    pub status: Option<u16>,
    /// Whether the same press may work later.
    pub retryable: bool,
    /// What the owner is told.
    pub message: String,
}
