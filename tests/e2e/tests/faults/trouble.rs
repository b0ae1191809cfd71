//! All that can go wrong with a request and its answer.

use crate::line::Line;
use sandbox::{BodyKind, Effect, When};

/// What goes wrong.
pub enum Cause {
    /// Something at the store.
    Store(Effect),
    /// Something on the way there.
    Way(Line),
}

/// One thing that goes wrong.
pub struct Trouble {
    /// Its name in the table.
    pub name: &'static str,
    /// What it is.
    pub cause: Cause,
    /// How many requests it strikes; 0 are all of the first press.
    pub times: u32,
}

const ONCE: u32 = 1;
const ALWAYS: u32 = 0;

/// At every step, what takes the answer away: once, so that the same press may get over it, and for
/// as long as the press lasts.
const LOSSES: [(&str, Effect); 7] = [
    ("cut-before", Effect::CutBefore),
    ("cut-after", Effect::CutAfter),
    ("cut-body", Effect::CutBody),
    ("hang before", Effect::Hang { when: When::Before }),
    ("hang after", Effect::Hang { when: When::After }),
    ("no-cors", Effect::NoCors),
    ("slow-drip too slow", TOO_SLOW),
];

/// At every step, what makes another answer of it.
const ANSWERS: [(&str, Effect, u32); 9] = [
    ("unreadable", Effect::Unreadable, ALWAYS),
    ("redirect", Effect::Redirect { to: None }, ALWAYS),
    ("slow-drip in time", Effect::SlowDrip { ms: 1 }, ALWAYS),
    ("wrong-content-type", Effect::WrongContentType, ALWAYS),
    ("500 json", answer(500, BodyKind::Json), ALWAYS),
    ("429", answer(429, BodyKind::Json), ALWAYS),
    ("429 wait 1 s", WAIT, ONCE),
    ("429 wait 1 s", WAIT, ALWAYS),
    ("expired-token", Effect::ExpiredToken, ONCE),
];

/// At the step that makes the account only: no step reads the body of a refusal in a way of its own.
const BODIES: [(&str, Effect); 9] = [
    ("500 html", answer(500, BodyKind::Html)),
    ("500 empty", answer(500, BodyKind::Empty)),
    ("500 cut", answer(500, BodyKind::Cut)),
    ("500 1 MB", answer(500, BodyKind::Large)),
    ("400 json", answer(400, BodyKind::Json)),
    ("400 html", answer(400, BodyKind::Html)),
    ("400 empty", answer(400, BodyKind::Empty)),
    ("400 cut", answer(400, BodyKind::Cut)),
    ("400 1 MB", answer(400, BodyKind::Large)),
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

impl Trouble {
    /// Whether it is a token that has expired.
    pub fn is_expiry(&self) -> bool {
        matches!(self.cause, Cause::Store(Effect::ExpiredToken))
    }
}

/// What can go wrong at a step of the store.
pub fn at_step(is_creation: bool) -> Vec<Trouble> {
    let store = |name, effect, times| Trouble {
        name,
        cause: Cause::Store(effect),
        times,
    };
    let mut troubles = Vec::new();
    for times in [ONCE, ALWAYS] {
        troubles.extend(LOSSES.map(|(name, effect)| store(name, effect, times)));
    }
    troubles.extend(ANSWERS.map(|(name, effect, times)| store(name, effect, times)));
    if is_creation {
        troubles.extend(BODIES.map(|(name, effect)| store(name, effect, ALWAYS)));
        troubles.push(store("expired-token", Effect::ExpiredToken, ALWAYS));
    }
    troubles
}

/// What can go wrong with the way to the store, from one of the requests on.
pub fn on_the_way() -> [Trouble; 2] {
    let way = |name, line| Trouble {
        name,
        cause: Cause::Way(line),
        times: ALWAYS,
    };
    [
        way("no connection", Line::Closed),
        way("unknown host", Line::Unknown),
    ]
}
