//! A store that answers as it was recorded.

use crate::fixture::{Came, Fixture, Loss, Round};
use crate::support::{Answer, Offline, Store};

/// The requests as the page sees them: what may be sent twice is sent again after a lost answer.
pub fn rounds(fixture: &Fixture) -> Vec<Round> {
    let times = |round: &Round| match round.answer {
        Came::Lost { .. } if round.request.repeatable && !is_offline(round) => 2,
        _ => 1,
    };
    fixture
        .exchange
        .iter()
        .flat_map(|round| std::iter::repeat_n(round.clone(), times(round)))
        .collect()
}

fn is_offline(round: &Round) -> bool {
    matches!(
        round.answer,
        Came::Lost {
            lost: Loss::Offline
        }
    )
}

fn answer(came: &Came) -> Answer {
    match came {
        Came::Lost {
            lost: Loss::TimedOut,
        } => Answer::Never,
        came => came
            .text()
            .map_or_else(Answer::lost, |(status, body)| Answer::text(status, &body)),
    }
}

/// A store that answers in the order of a fixture. With an answer that is lost because the browser
/// is offline, it takes the connection away.
pub fn store(fixture: &Fixture) -> Store {
    let rounds = rounds(fixture);
    let mut offline = Vec::new();
    let mut came = 0;
    Store::ruled(Box::new(move |_| {
        let round = rounds.get(came);
        came += 1;
        if round.is_some_and(is_offline) {
            offline.push(Offline::begin());
        }
        round.map_or_else(Answer::lost, |round| answer(&round.answer))
    }))
}
