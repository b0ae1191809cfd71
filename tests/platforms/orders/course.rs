//! All courses of a registration over the answers that were recorded for each of its requests.

use crate::support::drive::{Purpose, run, sent};
use crate::support::fixture::{self, Fixture};
use crate::support::proof::Proof;
use crate::support::signup::prepare;
use std::collections::BTreeMap;
use storefront_signup::registration::flow::Kind;
use storefront_signup::registration::http::{Answer, Reply, Request, TransportError};
use storefront_signup::registration::platform::Platform;

/// One registration from its beginning to its end.
#[derive(Debug)]
pub struct Course {
    /// The answers in their order.
    pub heard: Vec<Heard>,
    /// What it failed with, if it did.
    pub kind: Option<Kind>,
    /// Whether an answer on the way proved an account.
    pub is_proved: bool,
    /// Whether an earlier press ended without a certain answer.
    pub is_resumed: bool,
}

/// A request and what came of it.
#[derive(Debug)]
pub struct Heard {
    /// Where it went, and the beginning of the answer, for whoever reads of a broken rule.
    #[expect(dead_code, reason = "it is printed")]
    words: String,
    /// The answer's status, if one came.
    pub status: Option<u16>,
    /// Whether it was lost while the browser said that it was offline.
    pub is_offline: bool,
    /// Whether it asked for a token before the shopper is known.
    pub is_token: bool,
    /// Whether it was to make the account.
    pub is_creation: bool,
    /// Whether a token came that can be used.
    pub is_usable: bool,
}

impl Course {
    /// The requests that were to make the account.
    pub fn creations(&self) -> impl Iterator<Item = &Heard> {
        self.heard.iter().filter(|heard| heard.is_creation)
    }

    /// How many tokens were asked for.
    pub fn tokens(&self) -> usize {
        self.heard.iter().filter(|heard| heard.is_token).count()
    }
}

/// Answers by what was asked.
type Answers = BTreeMap<String, Vec<Answer>>;

/// Every course of a platform.
pub fn courses(platform: &'static Platform) -> Vec<Course> {
    let proof = Proof::of(platform.id);
    let answers = recorded(platform);
    let mut courses = Vec::new();
    for fixture in beginnings(platform) {
        let beginning = Beginning {
            platform,
            fixture: &fixture,
            proof: &proof,
            answers: &answers,
        };
        beginning.explore(&mut Vec::new(), &mut courses);
    }
    courses
}

/// The plain success, and the one with a session where there is one; no token is remembered.
fn beginnings(platform: &Platform) -> Vec<Fixture> {
    let all = fixture::all(platform.id);
    let cases = ["success", "session"];
    let plain = cases.into_iter().filter_map(|case| all.get(case));
    let both = plain.flat_map(|fixture| {
        [false, true].map(|resumed| Fixture {
            resumed,
            token: None,
            ..fixture.clone()
        })
    });
    both.collect()
}

/// What a registration goes out from.
struct Beginning<'a> {
    platform: &'static Platform,
    fixture: &'a Fixture,
    proof: &'a Proof,
    answers: &'a Answers,
}

impl Beginning<'_> {
    /// Goes on from the first answers with each one that can come next.
    fn explore(&self, chosen: &mut Vec<usize>, courses: &mut Vec<Course>) {
        assert!(chosen.len() < 9, "{} never ends", self.platform.id);
        match self.follow(chosen) {
            Ok(course) => courses.push(course),
            Err(choices) => {
                for choice in 0..choices {
                    chosen.push(choice);
                    self.explore(chosen, courses);
                    chosen.pop();
                }
            }
        }
    }

    /// The course with the chosen answers, or how many there are for the first request without one.
    fn follow(&self, chosen: &[usize]) -> Result<Course, usize> {
        let signup = prepare(self.platform, self.fixture).expect("a form that is sent");
        let mut chosen = chosen.iter();
        let (mut heard, mut is_proved, mut choices) = (Vec::new(), false, None);
        let end = run(self.platform, signup.clone(), None, |purpose, request| {
            let known = &self.answers[&asked(purpose, request, &signup.endpoint)];
            let Some(choice) = chosen.next() else {
                choices.get_or_insert(known.len());
                return Err(TransportError::Offline);
            };
            let answer = known[*choice].clone();
            let path = sent(request, &signup.endpoint).path;
            is_proved |= purpose == Purpose::Registration
                && answer
                    .as_ref()
                    .is_ok_and(|reply| self.proof.is_in(&path, reply));
            heard.push(note(self.platform, purpose, request, &path, &answer));
            answer
        });
        match choices {
            Some(choices) => Err(choices),
            None => Ok(Course {
                heard,
                kind: end.err().map(|failure| failure.kind),
                is_proved,
                is_resumed: self.fixture.resumed,
            }),
        }
    }
}

fn note(
    platform: &Platform,
    purpose: Purpose,
    request: &Request,
    path: &str,
    answer: &Answer,
) -> Heard {
    let is_token = purpose == Purpose::Token;
    Heard {
        is_creation: !is_token && is_creation(request, path),
        is_usable: is_usable(platform, purpose, answer),
        is_offline: matches!(answer, Err(TransportError::Offline)),
        status: answer.as_ref().ok().map(|reply| reply.status),
        words: format!("{path}: {}", told(answer)),
        is_token,
    }
}

fn is_usable(platform: &Platform, purpose: Purpose, answer: &Answer) -> bool {
    let source = platform.token.as_ref();
    let source = source.filter(|_| purpose == Purpose::Token);
    source.is_some_and(|source| source.read(answer.clone()).is_ok())
}

fn is_creation(request: &Request, path: &str) -> bool {
    let signs_up = |body: &String| body.contains("\"self_signup\"");
    path.ends_with("/customers") || request.body.as_ref().is_some_and(signs_up)
}

/// What all answers of a platform were answers to, and what any server can answer besides.
fn recorded(platform: &Platform) -> Answers {
    let mut answers = Answers::new();
    for (_, fixture) in fixture::all(platform.id) {
        let Ok(signup) = prepare(platform, &fixture) else {
            continue;
        };
        let mut rounds = fixture.exchange.iter();
        let token = fixture.token.as_deref();
        let _ = run(platform, signup.clone(), token, |purpose, request| {
            let answer = rounds.next().expect("an answer").answer.answer();
            let known = answers
                .entry(asked(purpose, request, &signup.endpoint))
                .or_insert_with(any_answers);
            let is_usable = |answer: &Answer| is_usable(platform, purpose, answer);
            // One token is as good as another.
            let is_new = known.iter().all(|other| words(other) != words(&answer))
                && !(is_usable(&answer) && known.iter().any(is_usable));
            if is_new {
                known.push(answer.clone());
            }
            answer
        });
    }
    answers
}

/// The request without what differs from shopper to shopper.
fn asked(purpose: Purpose, request: &Request, endpoint: &str) -> String {
    let sent = sent(request, endpoint);
    let body = sent.body.unwrap_or_default();
    let mechanism = body.pointer("/data/authentication_mechanism");
    let grant = body.get("grant_type").or(mechanism).cloned();
    let path = sent.path.replace("%40", "@");
    let path = path.split_once('@').map_or(path.as_str(), |(before, _)| {
        before.rsplit_once('/').map_or(before, |(route, _)| route)
    });
    let is_token = purpose == Purpose::Token;
    format!("{} {path} {grant:?} {is_token}", sent.method)
}

fn any_answers() -> Vec<Answer> {
    let statuses = [
        0, 200, 204, 400, 401, 403, 404, 408, 409, 422, 429, 500, 503,
    ];
    let replies = statuses.map(|status| Ok(Reply::new(status, None, "")));
    let page = Ok(Reply::new(200, None, "<!doctype html><title>Shop</title>"));
    let lost = [
        TransportError::Offline,
        TransportError::Unreachable,
        TransportError::TimedOut,
    ]
    .map(Err);
    replies.into_iter().chain([page]).chain(lost).collect()
}

fn told(answer: &Answer) -> String {
    match answer {
        Ok(reply) => reply.excerpt.clone(),
        Err(lost) => format!("{lost:?}"),
    }
}

fn words(answer: &Answer) -> String {
    match answer {
        Ok(reply) => format!("{} {}", reply.status, reply.body.write()),
        Err(lost) => format!("{lost:?}"),
    }
}
