use anyhow::Result;
use sandbox::platform::medusa::PUBLISHABLE_KEY;
use sandbox::{Options, Sandbox};
use serde_json::{Value, json};

const HEADER: &str = "x-publishable-api-key";

#[tokio::test]
async fn accounts_and_tokens_survive_a_restart() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let options = Options {
        data: Some(folder.path().join("new/store.redb")),
        ..Options::default()
    };
    let (client, body) = (
        reqwest::Client::new(),
        json!({ "email": "a@example.com", "password": "x" }),
    );

    let first = Sandbox::start(options.clone()).await?;
    let url = format!("{}/medusa/auth/customer/emailpass/register", first.url());
    let token: Value = client.post(url).json(&body).send().await?.json().await?;
    first.stop().await?;

    let second = Sandbox::start(options).await?;
    let request = client
        .post(format!("{}/medusa/store/customers", second.url()))
        .header(HEADER, PUBLISHABLE_KEY);
    let request = request.bearer_auth(token["token"].as_str().unwrap_or_default());
    assert_eq!(
        request
            .json(&json!({ "email": "a@example.com" }))
            .send()
            .await?
            .status(),
        200
    );
    assert!(
        second
            .accounts("medusa")?
            .iter()
            .any(|account| account.email == "a@example.com" && account.can_sign_in)
    );
    Ok(())
}

#[tokio::test]
async fn a_dropped_sandbox_frees_its_port() -> Result<()> {
    let sandbox = Sandbox::start(Options::default()).await?;
    let health = format!("{}/_sandbox/health", sandbox.url());
    assert_eq!(reqwest::get(&health).await?.text().await?, "OK");
    drop(sandbox);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert!(reqwest::get(&health).await.is_err());
    Ok(())
}

#[tokio::test]
async fn two_sandboxes_run_side_by_side() -> Result<()> {
    let (one, two) = (
        Sandbox::start(Options::default()).await?,
        Sandbox::start(Options::default()).await?,
    );
    assert_ne!(one.url(), two.url());
    Ok(())
}
