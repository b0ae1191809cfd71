//! The store on this machine that a form can be tried with.

use super::Page;
use crate::owner::setup::Setup;
use gloo_net::http::Request;
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen_futures::spawn_local;

/// Where `cargo xtask serve` starts it.
pub const ADDRESS: &str = "http://127.0.0.1:8787";

type Credentials = BTreeMap<String, BTreeMap<String, String>>;

/// What is known of the sandbox store.
#[derive(Clone)]
pub enum Sandbox {
    /// It was asked and has not answered yet.
    Asked,
    /// It does not run.
    Absent,
    /// It runs, and takes these texts for the attributes of each platform.
    Running(Credentials),
}

impl Sandbox {
    /// Whether it answered.
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running(_))
    }

    /// Whether it was asked in vain.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Tells what to set for the platform that the owner chose.
    pub fn tell(&self, setup: &mut Setup) {
        if let Self::Running(credentials) = self {
            let texts = credentials.get(setup.platform.id).cloned();
            setup.know_sandbox(texts.unwrap_or_default());
        }
    }
}

/// Asks for the sandbox, and takes over what it says.
pub fn ask(page: Page) {
    page.sandbox.set(Sandbox::Asked);
    spawn_local(async move {
        let sandbox = credentials()
            .await
            .map_or(Sandbox::Absent, Sandbox::Running);
        page.setup.update(|setup| sandbox.tell(setup));
        page.sandbox.set(sandbox);
    });
}

async fn credentials() -> Option<Credentials> {
    let request = Request::get(&format!("{ADDRESS}/_sandbox/credentials"));
    request.send().await.ok()?.json().await.ok()
}
