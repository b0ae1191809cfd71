//! A screen that nobody sees, for browsers that have to show their window.

use crate::process::Group;
use anyhow::Result;
use std::process::Command;
use std::time::Duration;

const BOOT_LIMIT: Duration = Duration::from_secs(20);

/// A running X server. Dropping it stops it.
pub struct Display {
    /// Its name for `DISPLAY`.
    pub name: String,
    _server: Group,
}

impl Display {
    /// Starts one at a free number.
    pub fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24"]);
        command.args(["-nolisten", "tcp"]);
        let mut server = Group::start_captured("Xvfb", &mut command)?;
        let number = server.wait_for(BOOT_LIMIT, |server| Ok(number(&server.output()?)))?;
        Ok(Self {
            name: format!(":{number}"),
            _server: server,
        })
    }
}

/// The number in what the server printed, once that line is complete.
fn number(output: &str) -> Option<u16> {
    let mut lines = output.split_inclusive('\n');
    lines.find_map(|line| line.strip_suffix('\n')?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_counts_once_its_line_is_complete() {
        assert_eq!(number("_XSERVTransmkdir: no luck\n1"), None);
        assert_eq!(number("_XSERVTransmkdir: no luck\n12\n"), Some(12));
    }
}
