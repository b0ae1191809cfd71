//! A recorded registration with other answers: bodies, statuses, headers, and their order.

use super::seen::{self, RECORDED, recorded};
use super::{from_json, to_json};
use crate::change::{Change, How};
use crate::runner::Target;
use crate::support::fixture::Came;
use crate::support::recorded::{End, Recorded};
use crate::support::secret::secrets;
use crate::support::signup::fields;
use serde::{Deserialize, Serialize};
use storefront_signup::registration::flow::Failure;
use storefront_signup::registration::http::{Answer, Reply, TransportError};

/// A recorded registration, and its answers from the first on, over and over.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Course {
    recorded: String,
    answers: Vec<Given>,
}

/// An answer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Given {
    Reply {
        status: u16,
        retry_after: Option<u32>,
        body: String,
    },
    Offline,
    Unreachable,
    TimedOut,
}

impl Given {
    fn of(came: &Came) -> Self {
        match (came.answer(), came.text()) {
            (Ok(reply), Some((status, body))) => Self::Reply {
                status,
                retry_after: reply.retry_after,
                body,
            },
            (Err(TransportError::Offline), _) => Self::Offline,
            (Err(TransportError::TimedOut), _) => Self::TimedOut,
            _ => Self::Unreachable,
        }
    }

    fn answer(&self) -> Answer {
        match self {
            Self::Reply {
                status,
                retry_after,
                body,
            } => Ok(Reply::new(*status, *retry_after, body)),
            Self::Offline => Err(TransportError::Offline),
            Self::Unreachable => Err(TransportError::Unreachable),
            Self::TimedOut => Err(TransportError::TimedOut),
        }
    }

    fn change_head(&mut self, change: &Change) {
        let Self::Reply {
            status,
            retry_after,
            ..
        } = self
        else {
            return;
        };
        match change.to.index(4) {
            0 => {
                *status = *change
                    .at
                    .get(&[0, 200, 201, 204, 400, 401, 403, 409, 422, 429])
            }
            1 => *status = change.number as u16,
            2 => *retry_after = Some(change.number),
            _ => *retry_after = None,
        }
    }
}

impl Target for Course {
    const NAME: &'static str = "answers";
    const ENDS: [&'static str; 2] = ["account", "failure"];

    fn parse(text: &str) -> Self {
        from_json(text)
    }

    fn print(&self) -> String {
        to_json(self)
    }

    fn seeds() -> Vec<Self> {
        let course = |(name, recorded): (&String, &Recorded)| Self {
            recorded: name.clone(),
            answers: recorded
                .fixture
                .exchange
                .iter()
                .map(|round| Given::of(&round.answer))
                .collect(),
        };
        RECORDED.iter().map(course).collect()
    }

    fn dictionary() -> Vec<String> {
        seen::dictionary()
            .into_iter()
            .chain(seen::bodies())
            .collect()
    }

    fn change(&mut self, change: &Change) {
        if self.answers.is_empty() {
            return;
        }
        let part = change.part.index(self.answers.len());
        match (change.how, change.number % 8) {
            (How::Own, 0) => drop(self.answers.remove(part)),
            (How::Own, 1) => self.answers.insert(part, self.answers[part].clone()),
            (How::Own, 2) => self.answers[part] = Given::Offline,
            (How::Own, 3) => self.answers[part] = Given::Unreachable,
            (How::Own, 4) => self.answers[part] = Given::TimedOut,
            (How::Own, _) => self.answers[part].change_head(change),
            _ => {
                if let Given::Reply { body, .. } = &mut self.answers[part] {
                    change.apply(body);
                }
            }
        }
    }

    fn hold(&self) -> &'static str {
        let recorded = recorded(&self.recorded);
        let answers = self.answers.iter().map(Given::answer);
        let answers: Vec<Answer> = match self.answers.is_empty() {
            true => vec![Err(TransportError::Unreachable)],
            false => answers.collect(),
        };
        let end = recorded.end(answers.into_iter().cycle());
        hold_end(recorded, &end)
    }
}

/// An account has a proof, and a failure tells no secret.
pub fn hold_end(recorded: &Recorded, end: &End) -> &'static str {
    match &end.result {
        Ok(account) => {
            assert!(end.is_proved, "no answer proves {account:?}");
            "account"
        }
        Err(failure) => {
            hold_failure(recorded, failure);
            "failure"
        }
    }
}

/// A failure tells no secret, and points at a field of the form or at none.
fn hold_failure(recorded: &Recorded, failure: &Failure) {
    for secret in secrets(&recorded.fixture) {
        let is_told = failure.detail.contains(secret);
        assert!(!is_told, "{secret} is told: {}", failure.detail);
    }
    let is_known = |name| fields(recorded.platform).any(|field| field.name == name);
    assert!(failure.field.is_none_or(is_known), "{:?}", failure.field);
}
