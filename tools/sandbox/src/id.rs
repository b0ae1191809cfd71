//! Ids, secrets and timestamps, in the formats of the platforms.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rand::distr::{Alphanumeric, SampleString};
use ulid::Ulid;
use uuid::Uuid;

/// A sortable id with a prefix: `cus_01M7YCWBXYZ20WKP29GXQSG7RG`.
pub(crate) fn sortable(prefix: &str) -> String {
    format!("{prefix}_{}", Ulid::generate())
}

/// A random UUID in lower case.
pub(crate) fn uuid() -> String {
    Uuid::new_v4().to_string()
}

/// `length` random letters and digits.
pub(crate) fn letters(length: usize) -> String {
    Alphanumeric.sample_string(&mut rand::rng(), length)
}

/// The current time: RFC 3339, in UTC, with milliseconds.
pub(crate) fn timestamp() -> String {
    humantime::format_rfc3339_millis(SystemTime::now()).to_string()
}

/// A time in seconds since 1970, as RFC 3339 in UTC.
pub(crate) fn timestamp_of(seconds: u64) -> String {
    humantime::format_rfc3339_seconds(UNIX_EPOCH + Duration::from_secs(seconds)).to_string()
}
