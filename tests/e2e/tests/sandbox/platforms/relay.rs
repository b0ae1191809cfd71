//! The relay, between the page and the platforms that want a secret.

use ::relay::core::settings::Settings;
use ::relay::native::{self, Running, Times};
use anyhow::{Context, Result, anyhow};
use e2e::{Element, Form, Shopper, Stage, on_platform};
use sandbox::platform::ecwid::{STORE_ID, TOKEN};
use sandbox::platform::elastic_path::{CLIENT_ID, CLIENT_SECRET};
use sandbox::platform::samples::TAKEN_EMAIL;
use sandbox::{Effect, Fault};
use storefront_signup::registration::platform::find;

/// Runs a test with a platform behind the relay. The page is on another origin than the relay, which lists it.
fn behind_the_relay(id: &str, test: impl AsyncFn(&Stage, &Element) -> Result<()>) -> Result<()> {
    on_platform(find(id).context("no such platform")?, async |stage| {
        let relay = start(stage).await?;
        let element = stage.element().without("token");
        let endpoint = format!("http://{}/signup", relay.address);
        test(stage, &element.set("endpoint", &endpoint)).await?;
        relay.stop().await;
        Ok(())
    })
}

async fn start(stage: &Stage<'_>) -> Result<Running> {
    let url = format!("{}/{}", stage.sandbox.url(), stage.platform.id);
    let settings = [
        ("listen", "127.0.0.1:0"),
        ("origins", stage.site.origin()),
        ("base_path", "/signup"),
        ("ecwid_store", STORE_ID),
        ("ecwid_token", TOKEN),
        ("ecwid_url", &url),
        ("elastic_path_client_id", CLIENT_ID),
        ("elastic_path_client_secret", CLIENT_SECRET),
        ("elastic_path_url", &url),
    ];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let relay = native::start(Settings::new(settings), Times::new).await;
    relay.map_err(|mistakes| anyhow!("{mistakes:?}"))
}

/// How often the store was called at a step.
fn calls(stage: &Stage<'_>, step: &str) -> usize {
    let requests = stage.sandbox.requests();
    let is_call = |entry: &&sandbox::Entry| entry.step.as_deref() == Some(step);
    requests.iter().filter(is_call).count()
}

#[test]
fn a_page_without_a_secret_registers_at_ecwid() -> Result<()> {
    behind_the_relay("ecwid", async |stage, element| {
        let form = stage.form_of(element).await?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        form.success().await?;
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        let page = form.script::<String>("return document.documentElement.outerHTML", &[]);
        assert!(!page.await?.contains("secret_"));
        Ok(())
    })
}

#[test]
fn an_email_that_is_taken_at_ecwid_points_at_its_field() -> Result<()> {
    behind_the_relay("ecwid", async |stage, element| {
        let form = stage.form_of(element).await?;
        stage
            .send(&form, &Shopper::new().with("email", TAKEN_EMAIL))
            .await?;
        let failure = form.failure().await?;
        assert_eq!(
            (failure.kind.as_str(), failure.field.as_deref()),
            ("taken", Some("email"))
        );
        Ok(())
    })
}

#[test]
fn a_creation_whose_answer_the_relay_lost_is_unconfirmed_and_never_doubled() -> Result<()> {
    behind_the_relay("ecwid", async |stage, element| {
        let fault = Fault::new(stage.platform.id, Effect::CutAfter).on("create");
        stage.sandbox.set_fault(fault)?;
        let form: Form = stage.form_of(element).await?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        assert_eq!(form.failure().await?.kind, "unconfirmed");
        assert_eq!(calls(stage, "create"), 1);
        form.press().await?;
        assert_eq!(form.failure().await?.kind, "taken");
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_page_registers_at_elastic_path_with_the_relays_token() -> Result<()> {
    behind_the_relay("elastic-path", async |stage, element| {
        let form = stage.form_of(element).await?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        form.success().await?;
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        let requests = stage.sandbox.requests();
        let token = requests
            .iter()
            .find(|entry| entry.step.as_deref() == Some("token"));
        let body = token
            .and_then(|entry| entry.body.as_ref())
            .context("no token")?;
        assert_eq!(body["grant_type"], "client_credentials");
        Ok(())
    })
}
