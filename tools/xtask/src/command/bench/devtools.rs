//! Chromium, driven by its [DevTools protocol](https://chromedevtools.github.io/devtools-protocol/) over a pipe.

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// Chromium reads from descriptor 3 and writes to descriptor 4. It ends when the pipe is closed.
const PIPE: &str = "exec \"$@\" 3<&0 4>&1 >/dev/null 2>&1";

/// A running Chromium with a fresh profile. It ends when this is dropped.
pub struct DevTools {
    browser: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    events: Vec<Value>,
    last_id: u64,
    _profile: TempDir,
}

impl DevTools {
    /// Starts the browser.
    pub fn start(program: &Path) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let mut browser = Command::new("sh")
            .args(["-c", PIPE, "sh"])
            .arg(program)
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
            ])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ])
            .args(["--no-first-run", "--remote-debugging-pipe"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = browser.stdout.take().context("Chromium has no output")?;
        Ok(Self {
            input: browser.stdin.take(),
            output: BufReader::new(output),
            browser,
            events: Vec::new(),
            last_id: 0,
            _profile: profile,
        })
    }

    /// Calls a method, of the browser itself or of the page with a session, and waits for its result.
    pub fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> Result<Value> {
        self.last_id += 1;
        let mut message = json!({ "id": self.last_id, "method": method, "params": params });
        if let (Some(session), Some(members)) = (session, message.as_object_mut()) {
            members.insert("sessionId".to_owned(), session.into());
        }
        let input = self.input.as_mut().context("Chromium has no input")?;
        input.write_all(format!("{message}\0").as_bytes())?;
        loop {
            let message = self.read().with_context(|| method.to_owned())?;
            if message.get("id").and_then(Value::as_u64) != Some(self.last_id) {
                self.events.push(message);
            } else if let Some(error) = message.get("error") {
                bail!("{method}: {error}");
            } else {
                return Ok(message.get("result").cloned().unwrap_or_default());
            }
        }
    }

    /// The events since the last time.
    pub fn take_events(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.events)
    }

    fn read(&mut self) -> Result<Value> {
        let mut bytes = Vec::new();
        self.output.read_until(0, &mut bytes)?;
        let message = bytes.strip_suffix(&[0]).context("Chromium has ended")?;
        Ok(serde_json::from_slice(message)?)
    }
}

impl Drop for DevTools {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.browser.kill();
        let _ = self.browser.wait();
    }
}
