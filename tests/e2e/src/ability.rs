use std::fmt;

/// What not every engine can do, so that a test has to ask before it relies on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Tells a page of everything that moved by itself.
    LayoutShifts,
}

impl fmt::Display for Ability {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::LayoutShifts => "layout shifts",
        })
    }
}
