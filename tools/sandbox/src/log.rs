//! The log of requests, without secrets.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How many requests are remembered.
const CAPACITY: usize = 500;

/// One request. Passwords and tokens in it are masked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Counts up from 1 for each request.
    pub number: u64,
    /// When it came: RFC 3339, in UTC, with milliseconds.
    pub at: String,
    /// The platform that it was for.
    pub platform: String,
    /// What it does there, for example `create`; none if the platform has no such route.
    pub step: Option<String>,
    /// The HTTP method.
    pub method: String,
    /// The path below the platform's prefix, and the query.
    pub path: String,
    /// The calling page, if a browser named it.
    pub origin: Option<String>,
    /// The body, if it is JSON or a form.
    pub body: Option<Value>,
    /// The answer's status; none while there is no answer, and when the connection was cut before one.
    pub status: Option<u16>,
    /// The fault that spoiled it.
    pub fault: Option<String>,
}

/// The latest requests, oldest first.
#[derive(Default)]
pub(crate) struct Log {
    entries: VecDeque<Entry>,
    last: u64,
}

impl Log {
    /// Notes a request that has just come, and gives it its number.
    pub fn open(&mut self, mut entry: Entry) -> u64 {
        self.last += 1;
        entry.number = self.last;
        if self.entries.len() == CAPACITY {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
        self.last
    }

    /// Notes how the request `number` was answered.
    pub fn close(&mut self, number: u64, status: Option<u16>) -> Option<&Entry> {
        let entry = self
            .entries
            .iter_mut()
            .rev()
            .find(|entry| entry.number == number)?;
        entry.status = status;
        Some(entry)
    }

    /// All that is remembered, oldest first.
    pub fn entries(&self) -> Vec<Entry> {
        self.entries.iter().cloned().collect()
    }

    /// Forgets every request.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

impl Entry {
    /// The request in one line, for a terminal.
    pub(crate) fn line(&self) -> String {
        let status = self
            .status
            .map_or_else(|| "cut".to_owned(), |status| status.to_string());
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
