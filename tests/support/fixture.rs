//! The recorded registrations in `tests/fixtures/<platform>/<case>.json`.

use super::jwt::expand;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use storefront_signup::registration::http::{Answer, Reply, TransportError};

/// The one file of a folder that is no registration.
pub const PROOF: &str = "proof";

/// One registration: what goes in, what goes over the line, what comes out.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixture {
    /// One sentence, with where the fact is from.
    pub about: String,
    /// The element's attributes.
    pub settings: BTreeMap<String, String>,
    /// The element's property `metadata`.
    pub metadata: Option<Value>,
    /// What the shopper typed, by the names of the fields.
    pub values: BTreeMap<String, String>,
    /// Whether an earlier try with this email ended without a certain answer.
    #[serde(default)]
    pub resumed: bool,
    /// The token that the page remembers. Without one, it is asked for by an exchange.
    pub token: Option<String>,
    /// The requests in their order, each with its answer.
    pub exchange: Vec<Round>,
    /// What the registration ends with.
    pub outcome: Outcome,
}

/// A request and its answer.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// What has to be sent, to the letter.
    pub request: Sent,
    /// What comes back.
    pub answer: Came,
}

/// A request. What is not written must not be there.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// `GET` or `POST`.
    pub method: String,
    /// The address below the endpoint, or the whole address of another host.
    pub path: String,
    /// Names and values.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// A JSON value, or the text of a body that is no JSON.
    pub body: Option<Value>,
    /// Whether cookies go with it.
    #[serde(default)]
    pub cookies: bool,
    /// Whether it may be sent twice.
    #[serde(default)]
    pub repeatable: bool,
}

/// An answer, or why there is none.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub enum Came {
    /// An answer with a JSON body.
    Json {
        status: u16,
        #[serde(default)]
        headers: Headers,
        body: Value,
    },
    /// An answer with any other body.
    Text {
        status: u16,
        #[serde(default)]
        headers: Headers,
        text: String,
    },
    /// No answer.
    Lost { lost: Loss },
}

/// The headers that a widget reads.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Headers {
    retry_after: Option<u32>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    Unreachable,
    TimedOut,
    Offline,
}

/// How a registration ends.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Outcome {
    /// The account is there.
    Done(Done),
    /// It is not, or nobody can tell.
    Fail(Fail),
}

/// An account.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Done {
    pub id: String,
    pub email: String,
    #[serde(default)]
    pub check_mail: bool,
    /// A part of the remark for the owner; without it, there must be none.
    pub remark: Option<String>,
}

/// A failure. A field, status or wait that is not written must not be there.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Fail {
    pub kind: String,
    pub field: Option<String>,
    pub status: Option<u16>,
    pub retry_after: Option<u32>,
    /// The key of the shopper's sentence.
    pub message: String,
    /// A part of the owner's sentence.
    pub detail: Option<String>,
}

impl Came {
    /// The answer as the widget gets it.
    pub fn answer(&self) -> Answer {
        match self {
            Self::Json {
                status,
                headers,
                body,
            } => Ok(Reply::new(*status, headers.retry_after, &body.to_string())),
            Self::Text {
                status,
                headers,
                text,
            } => Ok(Reply::new(*status, headers.retry_after, text)),
            Self::Lost { lost } => Err(lost.reason()),
        }
    }

    /// Status and body of an answer that came.
    pub fn text(&self) -> Option<(u16, String)> {
        match self {
            Self::Json { status, body, .. } => Some((*status, body.to_string())),
            Self::Text { status, text, .. } => Some((*status, text.clone())),
            Self::Lost { .. } => None,
        }
    }
}

impl Loss {
    fn reason(self) -> TransportError {
        match self {
            Self::Unreachable => TransportError::Unreachable,
            Self::TimedOut => TransportError::TimedOut,
            Self::Offline => TransportError::Offline,
        }
    }
}

/// The folder of a platform's fixtures.
pub fn folder(platform: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(platform)
}

/// The registrations of a platform by the names of their cases.
pub fn all(platform: &str) -> BTreeMap<String, Fixture> {
    let files = fs::read_dir(folder(platform)).into_iter().flatten();
    let paths = files.map(|file| file.expect("a readable folder").path());
    let cases = paths.filter(|path| case(path) != PROOF);
    cases.map(|path| (case(&path), read(&path))).collect()
}

fn case(path: &Path) -> String {
    path.file_stem()
        .expect("a file's name")
        .to_string_lossy()
        .into_owned()
}

fn read(path: &Path) -> Fixture {
    let text = fs::read_to_string(path).expect("a readable fixture");
    let value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_value(expand(value))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
