//! The relay is replaced by another one while shoppers register.

use crate::support::{ECWID, World, customer, pairs};
use relay::core::settings::Settings;
use relay::native::{self, Times};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

const SHOPPERS: usize = 8;
// Together fewer than the requests that one relay takes at once.
const EACH: usize = 5;

/// Registers one email after the other. Whoever gets no answer goes to the relay that runs by then.
async fn register(shopper: usize, relay: watch::Receiver<String>) -> Vec<(String, u16)> {
    // A connection for each request: one that stays open would meet the end of the first relay only once.
    let client = reqwest::Client::builder()
        .no_proxy()
        .pool_max_idle_per_host(0)
        .build()
        .unwrap();
    let mut answers = Vec::new();
    for number in 0..EACH {
        let email = format!("shopper{shopper}.{number}@example.com");
        let status = loop {
            let url = format!("http://{}/api/v3/1003/customers", *relay.borrow());
            match client.post(url).json(&customer(&email)).send().await {
                Ok(answer) => break answer.status().as_u16(),
                Err(_) => sleep(Duration::from_millis(5)).await,
            }
        };
        answers.push((email, status));
    }
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_under_load_loses_nothing_and_doubles_nothing() {
    let World { relay, sandbox, .. } = World::open(&[]).await;
    let (announce, current) = watch::channel(relay.address.to_string());
    let shoppers = (0..SHOPPERS).map(|shopper| register(shopper, current.clone()));
    let shoppers: JoinSet<_> = shoppers.collect();
    while sandbox.requests().len() < SHOPPERS * EACH / 4 {
        sleep(Duration::from_millis(1)).await;
    }
    relay.stop().await;
    let settings = Settings::new(pairs(&sandbox.url(), &[]));
    let second = native::start(settings, Times::new).await.unwrap();
    announce.send_replace(second.address.to_string());
    let answers: Vec<_> = shoppers.join_all().await.concat();
    let accounts = sandbox.accounts(ECWID).unwrap();
    for (email, status) in answers {
        let count = accounts
            .iter()
            .filter(|account| account.email == email)
            .count();
        assert_eq!((status, count), (200, 1), "{email}");
    }
    second.stop().await;
}
