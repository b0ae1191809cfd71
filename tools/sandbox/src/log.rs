//! The log of requests. It contains no secrets.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The log keeps this many requests.
const CAPACITY: usize = 500;

/// One request. Passwords and tokens in it are masked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Counts up from 1 for each request.
    pub number: u64,
    /// When the request arrived: RFC 3339, in UTC, with milliseconds.
    pub at: String,
    /// The platform.
    pub platform: String,
    /// The step, for example `create`; `None` if the platform has no such route.
    pub step: Option<String>,
    /// The HTTP method.
    pub method: String,
    /// The path relative to the platform, and the query.
    pub path: String,
    /// The origin of the page, if a browser sent it.
    pub origin: Option<String>,
    /// The body, if it is JSON or a form.
    pub body: Option<Value>,
    /// The status of the response; `None` before the response, and if a fault closed the connection.
    pub status: Option<u16>,
    /// The fault that applied to it.
    pub fault: Option<String>,
}

/// The latest requests, oldest first.
#[derive(Default)]
pub(crate) struct Log {
    entries: VecDeque<Entry>,
    last: u64,
}

impl Log {
    /// Adds a request that has just arrived, and returns its number.
    pub fn start(&mut self, mut entry: Entry) -> u64 {
        self.last += 1;
        entry.number = self.last;
        if self.entries.len() == CAPACITY {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
        self.last
    }

    /// Adds the status of the response to the request `number`.
    pub fn finish(&mut self, number: u64, status: Option<u16>) -> Option<&Entry> {
        let entry = self
            .entries
            .iter_mut()
            .rev()
            .find(|entry| entry.number == number)?;
        entry.status = status;
        Some(entry)
    }

    /// All requests, oldest first.
    pub fn entries(&self) -> Vec<Entry> {
        self.entries.iter().cloned().collect()
    }

    /// Removes all requests.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

impl Entry {
    /// The request in one line, for a terminal.
    pub(crate) fn line(&self) -> String {
        let status = self
            .status
            .map_or_else(|| "closed".to_owned(), |status| status.to_string());
        let step = self.step.as_deref().unwrap_or("-");
        let fault = self
            .fault
            .as_deref()
            .map(|fault| format!(" [{fault}]"))
            .unwrap_or_default();
        format!(
            "{} {} /{}{} {step}{fault}",
            self.method, status, self.platform, self.path
        )
    }
}
