//! A store that answers as it was recorded.

use crate::fixture::{Came, Fixture, Loss, Round};
use crate::support::{Answer, Offline, Store};

/// The requests as the page sees them: what may be sent twice is sent again after a lost answer.
pub fn rounds(fixture: &Fixture) -> Vec<Round> {
    let times = |round: &Round| match round.answer {
        _ if is_offline(round) => 0,
        Came::Lost { .. } if round.request.repeatable => 2,
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

/// A store that answers in the order of a fixture. Before an answer that is lost because the
/// browser is offline, it takes the connection away.
pub fn store(fixture: &Fixture) -> Store {
    let offline_after = fixture.exchange.iter().position(is_offline);
    let mut offline: Vec<Offline> = (offline_after == Some(0))
        .then(Offline::begin)
        .into_iter()
        .collect();
    let mut came = 0;
    let answers: Vec<Answer> = rounds(fixture)
        .iter()
        .map(|round| answer(&round.answer))
        .collect();
    Store::ruled(Box::new(move |_| {
        let answer = answers.get(came).cloned().unwrap_or_else(Answer::lost);
        came += 1;
        if offline_after == Some(came) {
            offline.push(Offline::begin());
        }
        answer
    }))
}
