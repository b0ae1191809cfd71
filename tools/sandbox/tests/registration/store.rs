//! A running sandbox, and a driver that carries out the widget's steps as a browser does.

use reqwest::{Client, Method};
use sandbox::{Account as Known, AccountState, Options, Running, Sandbox};
use serde_json::Value;
use std::rc::Rc;
use storefront_signup::registration::field::PASSWORD;
use storefront_signup::registration::flow::{Account, Failure, Signup, Step};
use storefront_signup::registration::http::{Answer, Reply, Request, TransportError};
use storefront_signup::registration::platform::Platform;
use storefront_signup::registration::secret::Secret;
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::url::SecurityContext;
use storefront_signup::registration::values::Values;
use tokio::runtime::Runtime;

use crate::valid::every_field;

/// A page of this machine.
const PAGE: SecurityContext = SecurityContext {
    is_secure: true,
    is_loopback: true,
};

/// A store of one platform, with the settings of an element for it.
pub struct LiveStore {
    pub platform: &'static Platform,
    pub settings: Settings,
    runtime: Runtime,
    sandbox: Running,
    client: Client,
    endpoint: String,
    steps: Vec<String>,
}

impl LiveStore {
    /// Starts a store.
    pub fn open(platform: &'static Platform) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let sandbox = runtime.block_on(Sandbox::start(Options::default()));
        let sandbox = sandbox.expect("a sandbox");
        let client = Client::new();
        let endpoint = format!("{}/{}", sandbox.url(), platform.id);
        let public = runtime.block_on(credentials(&client, &sandbox, platform));
        let steps = runtime.block_on(steps(&client, &sandbox, platform));
        let attributes = attributes(platform, &endpoint, public);
        Self {
            platform,
            settings: Settings::new(attributes, PAGE),
            runtime,
            sandbox,
            client,
            endpoint,
            steps,
        }
    }

    /// Runs a registration to its end.
    pub fn register(&self, values: &Values, is_resumed: bool) -> Result<Account, Failure> {
        let mut values = values.clone();
        let signup = Signup {
            endpoint: self.endpoint.clone(),
            settings: self.settings.clone(),
            metadata: None,
            password: Secret::new(values.take(PASSWORD.name)),
            values,
            is_resumed,
        };
        let mut step = self.platform.register(Rc::new(signup));
        loop {
            step = match step {
                Step::Send(request, next) => next(self.answer(&request)),
                Step::Token(_, next) => next(self.token()),
                Step::Done(account) => return Ok(account),
                Step::Fail(failure) => return Err(failure),
            }
        }
    }

    /// The registered accounts with an email.
    pub fn accounts(&self, email: &str) -> Vec<Known> {
        let all = self.sandbox.accounts(self.platform.id);
        let mut all = all.expect("the accounts");
        all.retain(|known| known.state == AccountState::Registered && known.email == email);
        all
    }

    /// Whether a request can find out if an account exists.
    pub fn can_confirm_accounts(&self) -> bool {
        let mut steps = self.steps.iter();
        steps.any(|step| ["sign-in", "exists"].contains(&step.as_str()))
    }

    fn token(&self) -> Result<Secret, Failure> {
        let source = self.platform.token.as_ref().expect("a source of tokens");
        let request = (source.request)(&self.endpoint, &self.settings);
        source.read(self.answer(&request)).map(|token| token.secret)
    }

    fn answer(&self, request: &Request) -> Answer {
        let method = Method::from_bytes(request.method.as_bytes()).expect("a method");
        let mut sent = self.client.request(method, &request.url);
        for (name, value) in &request.headers {
            sent = sent.header(*name, value);
        }
        if let Some(body) = &request.body {
            sent = sent.body(body.clone());
        }
        self.runtime.block_on(async {
            let response = sent.send().await.map_err(|_| TransportError::Unreachable)?;
            let status = response.status().as_u16();
            let text = response
                .text()
                .await
                .map_err(|_| TransportError::Unreachable)?;
            Ok(Reply::new(status, None, &text))
        })
    }
}

/// The attributes of an element that shows every field.
fn attributes(
    platform: &Platform,
    endpoint: &str,
    public: Vec<(String, String)>,
) -> Vec<(String, String)> {
    let names = platform.settings.iter().map(|setting| setting.name);
    let addresses = names.filter(|name| name.ends_with("-endpoint"));
    let mut attributes = public;
    attributes.extend(addresses.map(|name| (name.to_owned(), endpoint.to_owned())));
    attributes.push(every_field(platform));
    attributes
}

/// The public credentials: attribute names and values.
async fn credentials(
    client: &Client,
    sandbox: &Running,
    platform: &Platform,
) -> Vec<(String, String)> {
    let all = control(client, sandbox, "credentials").await;
    let own = all.get(platform.id).and_then(Value::as_array).cloned();
    let text = |value: &Value, name: &str| value.get(name)?.as_str().map(str::to_owned);
    let mut public = Vec::new();
    for credential in own.unwrap_or_default() {
        if text(&credential, "kind").as_deref() == Some("attribute") {
            public.extend(text(&credential, "name").zip(text(&credential, "value")));
        }
    }
    public
}

/// The names of the platform's requests.
async fn steps(client: &Client, sandbox: &Running, platform: &Platform) -> Vec<String> {
    let all = control(client, sandbox, "platforms").await;
    let mut all = all.as_array().expect("platforms").iter();
    let own = all.find(|own| own["id"] == platform.id);
    let own = own.expect("the platform in the sandbox");
    let steps = own["steps"].as_array().expect("steps").iter();
    let steps = steps.filter_map(Value::as_str);
    steps.map(str::to_owned).collect()
}

/// A response of the control API.
async fn control(client: &Client, sandbox: &Running, name: &str) -> Value {
    let url = format!("{}/_sandbox/{name}", sandbox.url());
    let answer = client.get(url).send().await.expect("an answer");
    answer.json().await.expect("JSON")
}
