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
