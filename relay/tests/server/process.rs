//! The program itself: its settings, its log, its end.

use crate::support::{ELASTIC_PATH, SHOP, pairs};
use sandbox::platform::ecwid::{LEGACY_STORE_ID, TOKEN};
use sandbox::platform::elastic_path::CLIENT_SECRET;
use sandbox::{Effect, Fault, Options, Sandbox};
use serde_json::{Value, json};
use std::fs;
use std::process::{Output, Stdio};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::Command;

const PASSWORD: &str = "plum-kettle-94";

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_relay"));
    command.args(arguments).env_clear().kill_on_drop(true);
    command
}

async fn output(mut command: Command) -> Output {
    command.output().await.unwrap()
}

#[tokio::test]
async fn mistakes_end_the_program_with_a_sentence_each() {
    let mut command = program(&["serve"]);
    command
        .env("RELAY_ORIGINS", "*")
        .env("RELAY_ECWID_STORE", "1003");
    let output = output(command).await;
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(
        lines[0].starts_with("`origins` is `*`. It has to be "),
        "{text}"
    );
    assert!(lines[1].starts_with("`ecwid_token` is missing. "), "{text}");
}

#[tokio::test]
async fn a_file_that_is_no_toml_is_told_without_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("relay.toml");
    fs::write(
        &file,
        format!("origins = \"{SHOP}\"\necwid_token = {TOKEN}\n"),
    )
    .unwrap();
    let output = output(program(&["serve", "--config", file.to_str().unwrap()])).await;
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(
        text.contains("Line 2 is not TOML.") && !text.contains(TOKEN),
        "{text}"
    );
}

#[tokio::test]
async fn the_environment_goes_before_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("relay.toml");
    fs::write(
        &file,
        "origins = [\"*\"]\necwid_store = 1003\nconnections = true\n",
    )
    .unwrap();
    let mut command = program(&["check"]);
    command.env("RELAY_CONFIG", &file);
    let text = String::from_utf8(output(command).await.stderr).unwrap();
    assert!(
        text.contains("`connections` has to be a text, a number, or a list of texts."),
        "{text}"
    );
    fs::write(&file, "origins = [\"*\"]\necwid_store = 1003\n").unwrap();
    let mut command = program(&["check"]);
    command
        .env("RELAY_CONFIG", &file)
        .env("RELAY_ORIGINS", SHOP);
    let text = String::from_utf8(output(command).await.stderr).unwrap();
    assert!(
        text.starts_with("`ecwid_token` is missing. ") && text.lines().count() == 1,
        "{text}"
    );
}

/// Sends registrations that end in many ways, a password in each.
async fn register_in_many_ways(url: &str) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let ecwid = format!("{url}/api/v3/{LEGACY_STORE_ID}/customers");
    let customer = json!({ "email": "ada@example.com", "password": PASSWORD });
    let data =
        json!({ "data": { "name": "Ada", "email": "ada@example.com", "password": PASSWORD } });
    let wrong = json!({ "email": PASSWORD, "password": PASSWORD });
    for (url, origin, body) in [
        (&ecwid, SHOP, &customer),
        (&ecwid, SHOP, &customer),
        (&ecwid, SHOP, &wrong),
        (&ecwid, "https://evil.example", &customer),
        (&format!("{url}/v2/customers"), SHOP, &data),
        (&format!("{url}/v2/customers/tokens"), SHOP, &data),
        (&format!("{url}/{PASSWORD}"), SHOP, &customer),
    ] {
        let request = client
            .post(url)
            .header("origin", origin)
            .header("authorization", TOKEN);
        request.json(body).send().await.unwrap();
    }
}

#[tokio::test]
async fn the_log_has_a_line_for_each_request_and_no_secret_and_the_end_is_clean() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    sandbox
        .set_fault(Fault::new(ELASTIC_PATH, Effect::CutAfter).on("create"))
        .unwrap();
    let mut command = program(&["serve"]);
    for (name, value) in pairs(&sandbox.url(), &[("ecwid_store", LEGACY_STORE_ID)]) {
        command.env(format!("RELAY_{}", name.to_uppercase()), value);
    }
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    log.read_line(&mut first).await.unwrap();
    let started: Value = serde_json::from_str(&first).unwrap();
    register_in_many_ways(&format!("http://{}", started["address"].as_str().unwrap())).await;
    let id = child.id().unwrap().to_string();
    assert!(
        Command::new("kill")
            .arg(id)
            .status()
            .await
            .unwrap()
            .success()
    );
    assert!(child.wait().await.unwrap().success());
    let mut text = String::new();
    log.read_to_string(&mut text).await.unwrap();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut text)
        .await
        .unwrap();
    assert_log(&text);
}

fn assert_log(text: &str) {
    for secret in [
        PASSWORD,
        TOKEN,
        CLIENT_SECRET,
        "ada@example.com",
        "127.0.0.1",
    ] {
        assert!(!text.contains(secret), "{secret} is in {text}");
    }
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let ends: Vec<&Value> = lines
        .iter()
        .filter(|line| line["message"] == "request")
        .collect();
    let outcomes: Vec<&str> = ends
        .iter()
        .map(|line| line["outcome"].as_str().unwrap())
        .collect();
    let expected = [
        "passed-on",
        "passed-on",
        "invalid",
        "other-origin",
        "lost",
        "passed-on",
        "not-found",
    ];
    assert_eq!(outcomes, expected, "{text}");
    for end in ends {
        assert!(
            end["id"].as_str().is_some_and(|id| id.len() == 16) && end["ms"].is_f64(),
            "{end}"
        );
    }
}
