//! A relay in front of a sandbox.

use relay::core::settings::{General, Settings};
use relay::native::{self, Times};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, ORIGIN};
use sandbox::platform::ecwid::{STORE_ID, TOKEN};
use sandbox::platform::elastic_path::{CLIENT_ID, CLIENT_SECRET};
use sandbox::{Effect, Fault, Options, Sandbox};
use serde_json::{Value, json};

pub const SHOP: &str = "https://shop.example";
pub const ECWID: &str = "ecwid";
pub const ELASTIC_PATH: &str = "elastic-path";

pub struct World {
    pub sandbox: sandbox::Running,
    pub relay: native::Running,
    pub client: reqwest::Client,
}

/// An answer of the relay.
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

/// The settings of a relay for a sandbox. Later ones go before.
pub fn pairs(sandbox: &str, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let urls = [
        format!("{sandbox}/{ECWID}"),
        format!("{sandbox}/{ELASTIC_PATH}"),
    ];
    let base = [
        ("listen", "127.0.0.1:0"),
        ("metrics_listen", "127.0.0.1:0"),
        ("origins", SHOP),
        ("per_address", "1000"),
        ("in_total", "500"),
        ("ecwid_store", STORE_ID),
        ("ecwid_token", TOKEN),
        ("ecwid_url", &urls[0]),
        ("elastic_path_client_id", CLIENT_ID),
        ("elastic_path_client_secret", CLIENT_SECRET),
        ("elastic_path_url", &urls[1]),
    ];
    let all = base.iter().chain(more);
    all.map(|(name, value)| (name.to_string(), value.to_string()))
        .collect()
}

impl World {
    /// A relay with more settings.
    pub async fn open(more: &[(&str, &str)]) -> Self {
        Self::with_times(more, Times::new).await
    }

    /// A relay with other time limits.
    pub async fn with_times(more: &[(&str, &str)], times: impl Fn(&General) -> Times) -> Self {
        let sandbox = Sandbox::start(Options::default()).await.unwrap();
        let settings = Settings::new(pairs(&sandbox.url(), more));
        Self {
            relay: native::start(settings, times).await.unwrap(),
            client: reqwest::Client::builder().no_proxy().build().unwrap(),
            sandbox,
        }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.relay.address)
    }

    /// Sends a request as a page of the shop.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: String) -> Reply {
        let mut all = HeaderMap::new();
        all.insert(ORIGIN, HeaderValue::from_static(SHOP));
        all.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            all.insert(name, value.parse().unwrap());
        }
        read(
            self.client
                .post(self.url(path))
                .headers(all)
                .body(body)
                .send()
                .await
                .unwrap(),
        )
        .await
    }

    /// Registers a customer at Ecwid.
    pub async fn register(&self, email: &str) -> Reply {
        self.register_from(email, &[]).await
    }

    /// The same with more headers.
    pub async fn register_from(&self, email: &str, headers: &[(&str, &str)]) -> Reply {
        let path = format!("/api/v3/{STORE_ID}/customers");
        self.post(&path, headers, customer(email).to_string()).await
    }

    /// Makes the next creation at Ecwid fail.
    pub fn fail(&self, effect: Effect) {
        self.sandbox
            .set_fault(Fault::new(ECWID, effect).on("create"))
            .unwrap();
    }

    /// How many customers with an email a platform has.
    pub fn accounts(&self, platform: &str, email: &str) -> usize {
        let accounts = self.sandbox.accounts(platform).unwrap();
        accounts
            .iter()
            .filter(|account| account.email == email)
            .count()
    }

    /// How often a platform was called at a step.
    pub fn calls(&self, platform: &str, step: &str) -> usize {
        let requests = self.sandbox.requests();
        let is_call = |entry: &&sandbox::Entry| {
            entry.platform == platform && entry.step.as_deref() == Some(step)
        };
        requests.iter().filter(is_call).count()
    }
}

pub fn customer(email: &str) -> Value {
    json!({ "email": email, "billingPerson": { "name": "Ada" } })
}

pub async fn read(response: reqwest::Response) -> Reply {
    Reply {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        text: response.text().await.unwrap(),
    }
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    /// The code of an error as Ecwid writes it.
    pub fn code(&self) -> String {
        self.json()["errorCode"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}
