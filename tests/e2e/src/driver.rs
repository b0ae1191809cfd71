//! The program that speaks WebDriver for a browser.

use crate::display::Display;
use crate::engine::{Engine, is_shown};
use crate::keeper::ChildProcess;
use crate::wait::until;
use anyhow::{Result, ensure};
use std::net::{Ipv4Addr, TcpListener};
use std::process::Stdio;

/// A running driver. It ends with its browser when this is dropped.
pub(crate) struct Driver {
    program: ChildProcess,
    // Dropped after the driver, whose browser it shows.
    _display: Option<Display>,
    /// Where it listens: `http://127.0.0.1:<port>`.
    pub url: String,
}

impl Driver {
    /// Starts a driver at a free port and waits until it answers.
    ///
    /// # Errors
    /// When it can't be started.
    pub async fn start(engine: &Engine) -> Result<Self> {
        let port = free_port()?;
        let needs_display = engine.has_window && !is_shown();
        let display = needs_display.then(Display::start).transpose()?;
        let mut command = ChildProcess::command(&engine.driver())?;
        command
            .args(engine.driver_arguments())
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            // Firefox tells it of its own troubles, some in each test.
            .stderr(Stdio::null());
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let mut driver = Self {
            program: ChildProcess::start(command)?,
            _display: display,
            url: format!("http://127.0.0.1:{port}"),
        };
        until("the driver", async || driver.is_up().await).await?;
        Ok(driver)
    }

    /// The id of the keeper that runs it.
    pub fn id(&self) -> u32 {
        self.program.id()
    }

    async fn is_up(&mut self) -> Result<Option<()>> {
        let end = self.program.process().try_wait()?;
        ensure!(end.is_none(), "the driver ended at once");
        let status = reqwest::get(format!("{}/status", self.url)).await;
        Ok(status.is_ok().then_some(()))
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}
