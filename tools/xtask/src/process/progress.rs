//! Lines that show the progress of a command.

use std::time::{Duration, Instant};

const HEARTBEAT: Duration = Duration::from_secs(20);
const MIN_REPORTED: Duration = Duration::from_secs(2);

/// A command that a person waits for.
pub struct Progress {
    title: String,
    started: Instant,
    last_line: Instant,
}

impl Progress {
    /// Prints what starts, and how long it takes.
    pub fn start(title: &str, expectation: &str) -> Self {
        eprintln!("{title} ({expectation}) …");
        let now = Instant::now();
        Self {
            title: title.to_owned(),
            started: now,
            last_line: now,
        }
    }

    /// Prints a line, if the last one is 20 seconds old: with `detail`, unless that is empty.
    pub fn beat(&mut self, detail: &str) {
        if self.last_line.elapsed() >= HEARTBEAT {
            let separator = if detail.is_empty() { "" } else { ", " };
            eprintln!(
                "  {}: {detail}{separator}{} so far",
                self.title,
                self.elapsed()
            );
            self.last_line = Instant::now();
        }
    }

    /// Prints the duration, if it is more than two seconds.
    pub fn finish(&self) {
        if self.started.elapsed() >= MIN_REPORTED {
            eprintln!("  {}: done in {}", self.title, self.elapsed());
        }
    }

    /// The time since the start, as text.
    pub fn elapsed(&self) -> String {
        spell_duration(self.started.elapsed())
    }
}

/// A duration as text: `0.4 s`, `45 s` or `2 min 05 s`.
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
    fn a_duration_has_at_most_two_units() {
        assert_eq!(spell_duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(spell_duration(Duration::from_secs(45)), "45 s");
        assert_eq!(spell_duration(Duration::from_secs(125)), "2 min 05 s");
    }
}
