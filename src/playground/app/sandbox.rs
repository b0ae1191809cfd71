//! The store on this machine that a form can be tried with.

use super::{Page, browser};
use crate::owner::setup::Setup;
use gloo_net::http::Request;
use leptos::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use storefront_signup::registration::settings::Settings;
use wasm_bindgen_futures::spawn_local;

/// `cargo xtask serve` names the address when it builds the page.
const BUILT_FOR: &str = match option_env!("STOREFRONT_SIGNUP_SANDBOX") {
    Some(address) => address,
    None => "http://127.0.0.1:8787",
};

/// Where it is. A server of the page may name another address in `<meta name="sandbox">`.
pub fn address() -> String {
    browser::meta("sandbox").unwrap_or_else(|| BUILT_FOR.to_owned())
}

type Credentials = BTreeMap<String, Vec<Credential>>;

/// A value that the sandbox accepts.
#[derive(Clone, Deserialize, PartialEq)]
pub struct Credential {
    /// The attribute that it is for, or what it is.
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

/// What is known of the sandbox store.
#[derive(Clone)]
pub enum Sandbox {
    /// It was asked and has not answered yet.
    Asked,
    /// It does not run.
    Absent,
    /// It runs, and accepts these values for each platform.
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
        if self.is_running() {
            let platform = setup.platform;
            let names = platform
                .settings
                .iter()
                .map(|setting| setting.name)
                .chain(["endpoint"]);
            let endpoints = names.filter(|name| name.ends_with("endpoint"));
            let endpoints =
                endpoints.map(|name| (name.to_owned(), format!("{}/{}", address(), platform.id)));
            let attributes = self.of(platform.id, Kind::Attribute).into_iter();
            let attributes = attributes.map(|credential| (credential.name, credential.value));
            setup.know_sandbox(endpoints.chain(attributes));
        }
    }

    /// The shoppers that it knows from the start, for trying an email that is taken.
    pub fn shoppers(&self, platform: &str) -> Vec<Credential> {
        self.of(platform, Kind::Shopper)
    }

    /// What an owner has at the vendor, by the names that the sandbox gives it.
    pub fn owner(&self, platform: &str) -> Settings {
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
    let request = Request::get(&format!("{}/_sandbox/credentials", address()));
    request.send().await.ok()?.json().await.ok()
}
