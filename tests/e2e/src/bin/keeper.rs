//! `keeper <program> [arguments]`: runs a program, and ends it with everything it has started once the
//! keeper's standard input ends.
//!
//! A test program keeps its browsers in statics, which Rust never drops, and somebody may kill it. Its end of
//! the pipe closes in any case. The program's temporary files go with it.

use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, getpid, kill_process, set_child_subreaper, waitid,
};
use std::error::Error;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};
use std::{env, fs, process};

/// How long programs have to end by themselves.
const PATIENCE: Duration = Duration::from_secs(2);
const POLL: Duration = Duration::from_millis(20);

fn main() -> Result<(), Box<dyn Error>> {
    // Whatever loses its parent becomes a child of the keeper, so nothing gets away.
    set_child_subreaper(Some(getpid()))?;
    let files = env::temp_dir().join(format!("keeper-{}", process::id()));
    fs::create_dir(&files)?;
    let result = keep(&files);
    end_all();
    fs::remove_dir_all(&files)?;
    result
}

/// Runs the program until it ends or the standard input does.
fn keep(files: &Path) -> Result<(), Box<dyn Error>> {
    let child = start(files)?;
    let (ended, end) = channel();
    spawn({
        let ended = ended.clone();
        move || wait_for_input(&ended)
    });
    spawn(move || wait_for_program(child, &ended));
    Ok(end.recv()?)
}

fn start(files: &Path) -> Result<Child, Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let program = arguments.next().ok_or("keeper <program> [arguments]")?;
    let mut command = Command::new(program);
    command.args(arguments).env("TMPDIR", files);
    Ok(command.stdin(Stdio::null()).spawn()?)
}

fn wait_for_input(ended: &Sender<()>) {
    let _ = io::stdin().read_to_end(&mut Vec::new());
    let _ = ended.send(());
}

fn wait_for_program(mut child: Child, ended: &Sender<()>) {
    let _ = child.wait();
    let _ = ended.send(());
}

/// Asks all descendants to end, and kills those that don't.
fn end_all() {
    signal_all(Signal::TERM);
    let started = Instant::now();
    while is_any_running() {
        if started.elapsed() > PATIENCE {
            signal_all(Signal::KILL);
        }
        sleep(POLL);
    }
}

fn is_any_running() -> bool {
    while reap() {}
    !descendants().is_empty()
}

fn signal_all(signal: Signal) {
    for process in descendants() {
        // It may have ended by now.
        let _ = kill_process(process, signal);
    }
}

/// Takes notice of one child that has ended, if there is one.
fn reap() -> bool {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG;
    matches!(waitid(WaitId::All, options), Ok(Some(_)))
}

/// The children of this process, their children, and so on.
fn descendants() -> Vec<Pid> {
    let all = processes();
    let mut found = vec![getpid()];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        let children = all.iter().filter(|(_, own)| *own == parent);
        found.extend(children.map(|(child, _)| *child));
        next += 1;
    }
    found.split_off(1)
}

/// Every process of this machine, with its parent.
fn processes() -> Vec<(Pid, Pid)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| parents(&entry.path())).collect()
}

/// A process and its parent, as `stat` has them: `<id> (<name>) <state> <parent> …`.
fn parents(folder: &Path) -> Option<(Pid, Pid)> {
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    let (id, rest) = stat.split_once(' ')?;
    let (_, rest) = rest.rsplit_once(')')?;
    let parent = rest.split_whitespace().nth(1)?;
    Some((
        Pid::from_raw(id.parse().ok()?)?,
        Pid::from_raw(parent.parse().ok()?)?,
    ))
}
