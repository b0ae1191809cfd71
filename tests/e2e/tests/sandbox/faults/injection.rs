//! All that can go wrong with a request and its answer.

use super::line::Line;
use sandbox::{BodyKind, Effect, When};

/// What goes wrong.
pub enum Cause {
    /// Something at the store.
    Store(Effect),
    /// Something on the way there.
    Way(Line),
}

/// One thing that goes wrong.
pub struct Injection {
    /// Its name in the table.
    pub name: &'static str,
    /// What it is.
    pub cause: Cause,
    /// How many requests it strikes; 0 are all of the first press.
    pub times: u32,
    /// The kinds of error that the first press may end with. It may also end as without fault.
    pub kinds: &'static [&'static str],
}

const ONCE: u32 = 1;
const ALWAYS: u32 = 0;

/// What a run plays that is not whole, where the account is made: an account that nobody told of, a time limit,
/// and an answer that makes no sense.
pub const SAMPLE: [(&str, u32); 3] = [
    ("cut-after", ONCE),
    ("hang after", ONCE),
    ("unreadable", ALWAYS),
];

const LOST: &[&str] = &["unreachable", "unconfirmed"];
const LATE: &[&str] = &["timeout", "unconfirmed"];
const SERVER: &[&str] = &["server"];
const INVALID: &[&str] = &["invalid"];
const LIMITED: &[&str] = &["rate-limited"];
const REFUSED: &[&str] = &["rejected-credentials", "server"];

/// At every step, what takes the answer away: once, so that the same press may get over it, and for
/// as long as the press lasts.
const LOSSES: [(&str, Effect, &[&str]); 7] = [
    ("cut-before", Effect::CutBefore, LOST),
    ("cut-after", Effect::CutAfter, LOST),
    ("cut-body", Effect::CutBody, LOST),
    ("hang before", Effect::Hang { when: When::Before }, LATE),
    ("hang after", Effect::Hang { when: When::After }, LATE),
    ("no-cors", Effect::NoCors, LOST),
    ("slow-drip too slow", TOO_SLOW, LATE),
];

/// At every step, what makes another answer of it.
const ANSWERS: [(&str, Effect, u32, &[&str]); 9] = [
    (
        "unreadable",
        Effect::Unreadable,
        ALWAYS,
        &["server", "unconfirmed"],
    ),
    (
        "redirect",
        Effect::Redirect { to: None },
        ALWAYS,
        &["configuration"],
    ),
    ("slow-drip in time", Effect::SlowDrip { ms: 1 }, ALWAYS, &[]),
    ("wrong-content-type", Effect::WrongContentType, ALWAYS, &[]),
    ("500 json", answer(500, BodyKind::Json), ALWAYS, SERVER),
    ("429", answer(429, BodyKind::Json), ALWAYS, LIMITED),
    ("429 wait 1 s", WAIT, ONCE, &[]),
    ("429 wait 1 s", WAIT, ALWAYS, LIMITED),
    ("expired-token", Effect::ExpiredToken, ONCE, REFUSED),
];

/// At the step that makes the account only: no step reads the body of a refusal in a way of its own.
const BODIES: [(&str, Effect, &[&str]); 10] = [
    ("500 html", answer(500, BodyKind::Html), SERVER),
    ("500 empty", answer(500, BodyKind::Empty), SERVER),
    ("500 cut", answer(500, BodyKind::Cut), LOST),
    ("500 1 MB", answer(500, BodyKind::Large), SERVER),
    ("400 json", answer(400, BodyKind::Json), INVALID),
    ("400 html", answer(400, BodyKind::Html), INVALID),
    ("400 empty", answer(400, BodyKind::Empty), INVALID),
    ("400 cut", answer(400, BodyKind::Cut), LOST),
    ("400 1 MB", answer(400, BodyKind::Large), INVALID),
    ("expired-token", Effect::ExpiredToken, REFUSED),
];

/// No time limit of a case lets the first piece come.
const TOO_SLOW: Effect = Effect::SlowDrip { ms: 1_100 };

const WAIT: Effect = Effect::Status {
    code: 429,
    body: BodyKind::Json,
    retry_after: Some(1),
    readable: true,
};

const fn answer(code: u16, body: BodyKind) -> Effect {
    Effect::Status {
        code,
        body,
        retry_after: None,
        readable: false,
    }
}

impl Injection {
    /// Whether only a part of an answer comes.
    pub fn cuts_body(&self) -> bool {
        match &self.cause {
            Cause::Store(Effect::CutBody) => true,
            Cause::Store(Effect::Status { body, .. }) => *body == BodyKind::Cut,
            _ => false,
        }
    }

    /// Whether it is a token that has expired.
    pub fn is_expiry(&self) -> bool {
        matches!(self.cause, Cause::Store(Effect::ExpiredToken))
    }
}

/// What can go wrong at a step of the store.
pub fn at_step(is_creation: bool) -> Vec<Injection> {
    let store = |(name, effect, times, kinds)| Injection {
        name,
        cause: Cause::Store(effect),
        times,
        kinds,
    };
    let with = |times| move |(name, effect, kinds)| store((name, effect, times, kinds));
    let mut faults = Vec::new();
    faults.extend(LOSSES.map(with(ONCE)));
    faults.extend(LOSSES.map(with(ALWAYS)));
    faults.extend(ANSWERS.map(store));
    if is_creation {
        faults.extend(BODIES.map(with(ALWAYS)));
    }
    faults
}

/// What can go wrong with the way to the store, from one of the requests on.
pub fn on_the_way() -> [Injection; 2] {
    let way = |name, line| Injection {
        name,
        cause: Cause::Way(line),
        times: ALWAYS,
        kinds: LOST,
    };
    [
        way("no connection", Line::Closed),
        way("unknown host", Line::Unknown),
    ]
}
