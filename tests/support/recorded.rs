//! Recorded registrations, driven with other answers than the recorded ones.

use super::drive::{Purpose, run};
use super::fixture::{self, Fixture};
use super::proof::Proof;
use super::signup::prepare;
use proptest::sample::Index;
use std::fmt::{self, Debug, Formatter};
use storefront_signup::registration::flow::{Account, Failure};
use storefront_signup::registration::http::Answer;
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// More requests than any registration has.
const MOST_REQUESTS: usize = 10;

/// What a registration ended with, and whether an answer on the way proved an account.
pub struct End {
    pub result: Result<Account, Failure>,
    pub is_proved: bool,
}

/// A recorded registration that sends something.
#[derive(Clone)]
pub struct Recorded {
    pub platform: &'static Platform,
    pub case: String,
    pub fixture: Fixture,
}

impl Debug for Recorded {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.platform.id, self.case)
    }
}

impl Recorded {
    /// All of them, of every platform.
    pub fn all() -> impl Iterator<Item = Self> {
        let all = REGISTRY.iter().flat_map(|platform| {
            let fixtures = fixture::all(platform.id).into_iter();
            fixtures.map(|(case, fixture)| Self {
                platform,
                case,
                fixture,
            })
        });
        all.filter(|recorded| !recorded.fixture.exchange.is_empty())
    }

    /// The registration with other answers from one of its steps on, over and over.
    pub fn with(&self, step: Index, others: Vec<Answer>) -> End {
        let until = step.index(self.fixture.exchange.len());
        let canned = self.canned().take(until).collect::<Vec<_>>();
        self.end(canned.into_iter().chain(others.into_iter().cycle()))
    }

    /// The recorded answers.
    pub fn canned(&self) -> impl Iterator<Item = Answer> {
        self.fixture
            .exchange
            .iter()
            .map(|round| round.answer.answer())
    }

    /// The registration with the given answers.
    pub fn end(&self, mut answers: impl Iterator<Item = Answer>) -> End {
        let signup = prepare(self.platform, &self.fixture).expect("a form that is sent");
        let proof = Proof::of(self.platform.id);
        let (mut is_proved, mut requests) = (false, 0);
        let token = self.fixture.token.as_deref();
        let result = run(self.platform, signup.clone(), token, |purpose, request| {
            requests += 1;
            assert!(requests <= MOST_REQUESTS, "{self:?} never ends");
            let answer = answers.next().expect("endless answers");
            let own = request.url.strip_prefix(&signup.endpoint);
            let path = own.unwrap_or(&request.url);
            is_proved |= purpose == Purpose::Registration
                && answer.as_ref().is_ok_and(|reply| proof.is_in(path, reply));
            answer
        });
        End { result, is_proved }
    }
}
