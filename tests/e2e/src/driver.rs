//! The program that speaks WebDriver for a browser.

use crate::display::Display;
use crate::engine::Engine;
use crate::wait::until;
use anyhow::{Context, Result, ensure};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};

/// A running driver. It ends when this is dropped.
pub(crate) struct Driver {
    process: Child,
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
        let program = engine.driver();
        let display = engine.has_window.then(Display::start).transpose()?;
        let mut command = Command::new(&program);
        command
            .args(engine.driver_arguments())
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            // Firefox tells it of its own troubles, some in each test.
            .stderr(Stdio::null());
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let process = command
            .spawn()
            .with_context(|| format!("starting {}", program.display()))?;
        let mut driver = Self {
            process,
            _display: display,
            url: format!("http://127.0.0.1:{port}"),
        };
        until("the driver", async || driver.is_up().await).await?;
        Ok(driver)
    }

    async fn is_up(&mut self) -> Result<Option<()>> {
        let end = self.process.try_wait()?;
        ensure!(end.is_none(), "the driver ended at once");
        Ok(reqwest::get(format!("{}/status", self.url))
            .await
            .is_ok()
            .then_some(()))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}
