//! The browsers that the tests share: what one test leaves behind, and what is left when they end.

use anyhow::{Context, Result, ensure};
use e2e::{Lease, Page, in_browser, until};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, process};

/// Names the processes of one test program, which hand it on to all that they start.
const MARK: &str = "STOREFRONT_SIGNUP_TEST_MARK";

/// A short test of this program that needs a browser.
const ANY_TEST: &str = "form::success::the_form_leads_to_the_page_to_sign_in";

/// Stores something in every way that a page has, and opens another window.
const LEAVE_BEHIND: &str = "
    document.cookie = 'left=behind; max-age=3600';
    localStorage.left = sessionStorage.left = 'behind';
    window.open('about:blank');
    const stored = caches.open('left');
    const opened = new Promise((resolve) => { indexedDB.open('left').onsuccess = resolve; });
    return Promise.all([stored, opened]).then(() => null);";

/// All that a page finds of [`LEAVE_BEHIND`].
const FOUND: &str = "
    const databases = indexedDB.databases?.() ?? [];
    return Promise.all([databases, caches.keys()]).then(([databases, cached]) =>
        [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),
            ...databases.map(({ name }) => name), ...cached]);";

/// Tests at one and the same port would find what the other has stored.
static PORT: Mutex<()> = Mutex::new(());

#[test]
fn a_test_finds_nothing_of_the_test_before_it() -> Result<()> {
    let _alone = PORT.lock().unwrap_or_else(PoisonError::into_inner);
    let mut origin = String::new();
    in_browser(Lease::Shared, 0, async |browser, site| {
        site.origin().clone_into(&mut origin);
        browser.goto(&site.publish("/", Page::new(""))).await?;
        browser.script::<()>(LEAVE_BEHIND, &[]).await
    })?;
    let port = origin.rsplit(':').next().context("no port")?.parse()?;
    in_browser(Lease::Shared, port, async |browser, site| {
        browser.goto(&site.publish("/", Page::new(""))).await?;
        let found: Vec<String> = browser.script(FOUND, &[]).await?;
        assert_eq!(found, [""], "the cookies, then all else");
        assert_eq!(browser.windows().await?, 1);
        Ok(())
    })
}

#[test]
fn a_browser_that_has_stopped_is_replaced_and_the_reason_of_its_test() -> Result<()> {
    let stopped = in_browser(Lease::Shared, 0, async |browser, site| {
        end_program(browser.keeper())?;
        browser.goto(&site.publish("/", Page::new(""))).await
    });
    let reason = stopped.err().context("the test has passed")?.to_string();
    ensure!(
        reason.starts_with("the browser has stopped answering"),
        "{reason}"
    );
    in_browser(Lease::Shared, 0, async |browser, site| {
        browser.goto(&site.publish("/", Page::new(""))).await
    })
}

/// Ends the program that a keeper runs.
fn end_program(keeper: u32) -> Result<()> {
    let children = fs::read_to_string(format!("/proc/{keeper}/task/{keeper}/children"))?;
    let status = Command::new("kill")
        .args(children.split_whitespace())
        .status()?;
    ensure!(status.success(), "the keeper {keeper} runs {children:?}");
    Ok(())
}

/// Runs another test program with a mark.
fn program(mark: &str) -> Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command.args(["--exact", ANY_TEST]).env(MARK, mark);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    Ok(command)
}

/// How many processes have a mark.
fn marked(mark: &str) -> usize {
    let mark = format!("{MARK}={mark}");
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let environments = entries.filter_map(|entry| fs::read(entry.path().join("environ")).ok());
    let is_marked = |variables: &Vec<u8>| {
        let mut variables = variables.split(|byte| *byte == 0);
        variables.any(|variable| variable == mark.as_bytes())
    };
    environments.filter(is_marked).count()
}

async fn none_is_left(mark: &str) -> Result<()> {
    let none = async || Ok((marked(mark) == 0).then_some(()));
    until("the end of all browsers", none).await
}

fn wait_for(condition: impl Future<Output = Result<()>>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(condition)
}

#[test]
fn a_test_program_that_ends_leaves_no_process_behind() -> Result<()> {
    let mark = format!("ends-{}", process::id());
    let status = program(&mark)?.status()?;
    ensure!(status.success(), "the test of the other program: {status}");
    wait_for(none_is_left(&mark))
}

#[test]
fn a_test_program_that_is_killed_leaves_no_process_behind() -> Result<()> {
    let mark = format!("killed-{}", process::id());
    let mut program = program(&mark)?.spawn()?;
    // The program, its keeper, the driver, and the first process of the browser.
    let has_browser = async || Ok((marked(&mark) > 3).then_some(()));
    let started = wait_for(until("a browser", has_browser));
    program.kill()?;
    program.wait()?;
    started?;
    wait_for(none_is_left(&mark))
}
