//! Process groups: programs that stop together with their children.

use super::interrupt;
use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const STOP_LIMIT: Duration = Duration::from_secs(5);
const POLL: Duration = Duration::from_millis(50);

/// A program in a process group of its own. The whole group stops when this is dropped.
pub struct Group {
    name: String,
    leader: Child,
    ended: Option<ExitStatus>,
    log: Option<File>,
    stop_signal: Signal,
}

impl Group {
    /// Starts a program whose output goes to the terminal.
    pub fn start(name: &str, command: &mut Command) -> Result<Self> {
        let leader = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("{name}: {:?} does not start", command.get_program()))?;
        Ok(Self {
            name: name.to_owned(),
            leader,
            ended: None,
            log: None,
            stop_signal: Signal::TERM,
        })
    }

    /// Starts a program and captures its output for [`Group::output`].
    pub fn start_captured(name: &str, command: &mut Command) -> Result<Self> {
        let log = tempfile::tempfile().context("no temporary file")?;
        command.stdout(log.try_clone()?).stderr(log.try_clone()?);
        let mut group = Self::start(name, command)?;
        group.log = Some(log);
        Ok(group)
    }

    /// Sets the signal that stops the program. The default is SIGTERM.
    pub fn stopping_with(mut self, signal: Signal) -> Self {
        self.stop_signal = signal;
        self
    }

    /// The exit status; `None` while the program runs. Ends the children that it left running.
    pub fn status(&mut self) -> Result<Option<ExitStatus>> {
        if self.ended.is_none() && self.has_exited()? {
            // Before `wait`, so that no other group can have this id yet.
            self.signal(Signal::KILL);
            self.ended = Some(self.leader.wait()?);
        }
        Ok(self.ended)
    }

    /// Waits until `is_up` returns true.
    ///
    /// # Errors
    /// If the program ends before that, or after `limit`.
    pub fn wait_until(&mut self, limit: Duration, is_up: impl Fn() -> bool) -> Result<()> {
        self.wait_for(limit, |_| Ok(is_up().then_some(())))
    }

    /// Waits until `probe` returns a value.
    ///
    /// # Errors
    /// If the program ends before that, or after `limit`.
    pub fn wait_for<T>(
        &mut self,
        limit: Duration,
        probe: impl Fn(&Self) -> Result<Option<T>>,
    ) -> Result<T> {
        let deadline = Instant::now() + limit;
        loop {
            if let Some(found) = probe(self)? {
                return Ok(found);
            }
            if let Some(status) = self.status()? {
                eprint!("{}", self.output()?);
                bail!("{} ended ({status})", self.name);
            }
            if Instant::now() > deadline {
                eprint!("{}", self.output()?);
                bail!("{} does not answer after {limit:?}", self.name);
            }
            interrupt::pause(POLL)?;
        }
    }

    /// The output so far, if it was captured.
    pub fn output(&self) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.output_from(0)?).into_owned())
    }

    /// The bytes of the output from `offset` on, if the output was captured.
    pub fn output_from(&self, offset: u64) -> Result<Vec<u8>> {
        let Some(log) = &self.log else {
            return Ok(Vec::new());
        };
        // Without seeking, because the program writes through the same file position.
        let mut bytes = vec![0; usize::try_from(log.metadata()?.len() - offset)?];
        log.read_exact_at(&mut bytes, offset)?;
        Ok(bytes)
    }

    /// The name for messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    fn has_exited(&self) -> Result<bool> {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        let id = WaitId::Pid(Pid::from_child(&self.leader));
        Ok(waitid(id, options)?.is_some())
    }

    fn signal(&self, signal: Signal) {
        // This fails only if the group has ended already.
        let _ = kill_process_group(Pid::from_child(&self.leader), signal);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if self.ended.is_some() {
            return;
        }
        self.signal(self.stop_signal);
        let deadline = Instant::now() + STOP_LIMIT;
        while Instant::now() < deadline && !matches!(self.has_exited(), Ok(true) | Err(_)) {
            sleep(POLL);
        }
        self.signal(Signal::KILL);
        let _ = self.leader.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn wait(group: &mut Group) -> ExitStatus {
        loop {
            if let Some(status) = group.status().unwrap() {
                return status;
            }
            sleep(POLL);
        }
    }

    #[test]
    fn the_output_of_a_program_is_captured() {
        let mut group =
            Group::start_captured("echo", &mut shell("echo out; echo err >&2; exit 3")).unwrap();
        assert_eq!(wait(&mut group).code(), Some(3));
        assert_eq!(group.output().unwrap(), "out\nerr\n");
    }

    #[test]
    fn dropping_a_group_stops_the_children_too() {
        let group = Group::start_captured("sleep", &mut shell("sleep 60 & echo $!; wait")).unwrap();
        while !group.output().unwrap().ends_with('\n') {
            sleep(POLL);
        }
        let child = group.output().unwrap().trim().to_owned();
        drop(group);
        sleep(Duration::from_millis(200));
        let is_alive = shell(&format!(
            "kill -0 {child} 2>&1 && ! grep -q 'State:.Z' /proc/{child}/status"
        ))
        .status()
        .unwrap();
        assert!(!is_alive.success());
    }

    #[test]
    fn a_program_that_ends_early_is_not_waited_for() {
        let mut group = Group::start_captured("early", &mut shell("exit 1")).unwrap();
        let result = group.wait_until(Duration::from_secs(30), || false);
        assert!(result.unwrap_err().to_string().contains("early ended"));
    }
}
