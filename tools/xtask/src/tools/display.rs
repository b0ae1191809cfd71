//! A virtual screen, for browsers without a headless mode.

use crate::process::Group;
use anyhow::Result;
use std::process::Command;
use std::time::Duration;

const BOOT_LIMIT: Duration = Duration::from_secs(20);

/// A running X server. It stops when this is dropped.
pub struct Display {
    /// Its value for `DISPLAY`.
    pub name: String,
    _server: Group,
}

impl Display {
    /// Starts a server with a free display number.
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

/// The display number in the server's output, once its line is complete.
fn number(output: &str) -> Option<u16> {
    let mut lines = output.split_inclusive('\n');
    lines.find_map(|line| line.strip_suffix('\n')?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_once_its_line_is_complete() {
        assert_eq!(number("_XSERVTransmkdir: no luck\n1"), None);
        assert_eq!(number("_XSERVTransmkdir: no luck\n12\n"), Some(12));
    }
}
