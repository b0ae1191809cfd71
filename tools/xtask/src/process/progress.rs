//! Lines that tell a waiting person what is going on.

use std::time::{Duration, Instant};

const HEARTBEAT: Duration = Duration::from_secs(20);
const WORTH_A_LINE: Duration = Duration::from_secs(2);

/// One piece of work that a person waits for.
pub struct Progress {
    title: String,
    started: Instant,
    last_line: Instant,
}

impl Progress {
    /// Says that the work begins and how long it takes.
    pub fn start(title: &str, expectation: &str) -> Self {
        eprintln!("{title} ({expectation}) …");
        let now = Instant::now();
        Self {
            title: title.to_owned(),
            started: now,
            last_line: now,
        }
    }

    /// Says that the work goes on, when the last line is old enough.
    pub fn beat(&mut self) {
        if self.last_line.elapsed() >= HEARTBEAT {
            eprintln!("  {}: {} so far", self.title, self.elapsed());
            self.last_line = Instant::now();
        }
    }

    /// Says that the work is done, if anybody had to wait for it.
    pub fn finish(&self) {
        if self.started.elapsed() >= WORTH_A_LINE {
            eprintln!("  {}: done in {}", self.title, self.elapsed());
        }
    }

    /// The time since the start, for people.
    pub fn elapsed(&self) -> String {
        spell_duration(self.started.elapsed())
    }
}

/// A duration for people, as `0.4 s`, `45 s` or `2 min 05 s`.
pub fn spell_duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_spelled_with_the_units_that_matter() {
        assert_eq!(spell_duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(spell_duration(Duration::from_secs(45)), "45 s");
        assert_eq!(spell_duration(Duration::from_secs(125)), "2 min 05 s");
    }
}
