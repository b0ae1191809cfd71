use std::fmt;

/// What not every engine can do, so that a test has to ask before it relies on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Fails to read a body that is shorter than its answer has said.
    CutBodies,
    /// Can be told by Chromium's DevTools protocol what machine it runs on and what its user prefers.
    DevTools,
    /// Tells a page of everything that moved by itself.
    LayoutShifts,
}

impl fmt::Display for Ability {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::CutBodies => "noticing cut bodies",
            Self::DevTools => "playing other machines and preferences",
            Self::LayoutShifts => "telling layout shifts",
        })
    }
}
