//! The sandbox: a store on this machine, to try the form with.

use super::browser;
use crate::owner::setup::Setup;
use gloo_net::http::Request;
use leptos::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use storefront_signup::registration::settings::Settings;
use wasm_bindgen_futures::spawn_local;

/// `cargo xtask serve` sets this when it builds the page.
const DEFAULT_URL: &str = match option_env!("STOREFRONT_SIGNUP_SANDBOX") {
    Some(url) => url,
    None => "http://127.0.0.1:8787",
};

/// The sandbox's URL. The server of the page can set another one in `<meta name="sandbox">`.
pub fn url() -> String {
    browser::meta("sandbox").unwrap_or_else(|| DEFAULT_URL.to_owned())
}

type Credentials = BTreeMap<String, Vec<Credential>>;

/// A value that the sandbox accepts.
#[derive(Clone, Deserialize, PartialEq)]
pub struct Credential {
    /// The name of the attribute that takes it, or what it is.
    pub name: String,
    /// The value itself.
    pub value: String,
    kind: Kind,
}

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Attribute,
    Shopper,
    Owner,
    #[serde(other)]
    Other,
}

/// The state of the sandbox.
#[derive(Clone)]
pub enum Sandbox {
    /// It has not answered yet.
    Connecting,
    /// It is not running.
    Unavailable,
    /// It is running, and accepts these values on each platform.
    Running(Credentials),
}

impl Sandbox {
    /// Whether it answered.
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running(_))
    }

    /// Whether it did not answer.
    pub fn is_unavailable(&self) -> bool {
        matches!(self, Self::Unavailable)
    }

    /// Sets the attributes that the chosen platform needs to register with the sandbox.
    pub fn configure(&self, setup: &mut Setup) {
        if self.is_running() {
            let platform = setup.platform;
            let names = platform
                .settings
                .iter()
                .map(|setting| setting.name)
                .chain(["endpoint"]);
            let endpoints = names.filter(|name| name.ends_with("endpoint"));
            let endpoints =
                endpoints.map(|name| (name.to_owned(), format!("{}/{}", url(), platform.id)));
            let attributes = self.of(platform.id, Kind::Attribute).into_iter();
            let attributes = attributes.map(|credential| (credential.name, credential.value));
            setup.set_sandbox_texts(endpoints.chain(attributes));
        }
    }

    /// The shoppers who have an account from the start, to try a taken email with.
    pub fn shoppers(&self, platform: &str) -> Vec<Credential> {
        self.of(platform, Kind::Shopper)
    }

    /// The owner's credentials, by the names that the sandbox gives them.
    pub fn owner_credentials(&self, platform: &str) -> Settings {
        let own = self.of(platform, Kind::Owner).into_iter();
        let pairs = own.map(|credential| (credential.name, credential.value));
        Settings::new(pairs.collect(), Default::default())
    }

    fn of(&self, platform: &str, kind: Kind) -> Vec<Credential> {
        let Self::Running(credentials) = self else {
            return Vec::new();
        };
        let all = credentials.get(platform).into_iter().flatten();
        all.filter(|credential| credential.kind == kind)
            .cloned()
            .collect()
    }
}

/// Asks the sandbox for its credentials, and puts them into `setup`.
pub fn connect(setup: RwSignal<Setup>, sandbox: RwSignal<Sandbox>) {
    sandbox.set(Sandbox::Connecting);
    spawn_local(async move {
        let found = credentials()
            .await
            .map_or(Sandbox::Unavailable, Sandbox::Running);
        setup.update(|setup| found.configure(setup));
        sandbox.set(found);
    });
}

async fn credentials() -> Option<Credentials> {
    let request = Request::get(&format!("{}/_sandbox/credentials", url()));
    request.send().await.ok()?.json().await.ok()
}
