//! One cold load of a page, and its figures.

use super::devtools::DevTools;
use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

/// What a shopper's connection and processor are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// This machine as it is.
    Fast,
    /// 1.6 Mbit/s, 150 ms, processor ÷ 4.
    Slow,
}

impl Line {
    /// Its name in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fast => "fast",
            Self::Slow => "slow",
        }
    }
}

/// The times of a page, in milliseconds since the navigation.
#[derive(Deserialize)]
struct Times {
    usable: f64,
    taken_over: Option<f64>,
    longest_task: f64,
}

/// The figures of one load.
pub struct Load {
    /// When the email can be typed into, in milliseconds.
    pub usable: f64,
    /// When the WebAssembly runs, in milliseconds.
    pub taken_over: Option<f64>,
    /// The longest task over 50 ms, in milliseconds. 0 if none is that long.
    pub longest_task: f64,
    /// Bytes on the line, with headers.
    pub bytes: f64,
    /// Requests, with the page.
    pub requests: f64,
    /// Bytes of the JavaScript heap after a collection. The memory of the WebAssembly is not in it.
    pub heap: f64,
}

const SLOW_BYTES_PER_SECOND: u32 = 200_000;

/// Loads an address in a browser context of its own, which has an empty cache.
pub fn load(browser: &mut DevTools, address: &str, line: Line) -> Result<Load> {
    let context = browser.call(None, "Target.createBrowserContext", json!({}))?;
    let id = context.get("browserContextId");
    let target = json!({ "browserContextId": id, "url": "about:blank" });
    let target = browser.call(None, "Target.createTarget", target)?;
    let attach = json!({ "targetId": target.get("targetId"), "flatten": true });
    let attached = browser.call(None, "Target.attachToTarget", attach)?;
    let session = attached.get("sessionId").and_then(Value::as_str);
    let session = session.context("no session")?;
    let measured = measure(browser, session, address, line);
    let context = json!({ "browserContextId": id });
    browser.call(None, "Target.disposeBrowserContext", context)?;
    measured.with_context(|| address.to_owned())
}

fn measure(browser: &mut DevTools, session: &str, address: &str, line: Line) -> Result<Load> {
    let mut call = |method: &str, params: Value| browser.call(Some(session), method, params);
    call("Page.enable", json!({}))?;
    call("Network.enable", json!({}))?;
    let script = json!({ "source": include_str!("../../../../bench/measure.js") });
    call("Page.addScriptToEvaluateOnNewDocument", script)?;
    if line == Line::Slow {
        let network = json!({
            "offline": false, "latency": 150,
            "downloadThroughput": SLOW_BYTES_PER_SECOND, "uploadThroughput": SLOW_BYTES_PER_SECOND,
        });
        call("Network.emulateNetworkConditions", network)?;
        call("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
    }
    call("Page.navigate", json!({ "url": address }))?;
    let wait =
        json!({ "expression": "window.figures", "awaitPromise": true, "returnByValue": true });
    let answer = call("Runtime.evaluate", wait)?;
    if let Some(exception) = answer.get("exceptionDetails") {
        bail!("{exception}");
    }
    let times = answer.pointer("/result/value").context("no times")?;
    let times = Times::deserialize(times)?;
    call("HeapProfiler.collectGarbage", json!({}))?;
    let heap = call("Runtime.getHeapUsage", json!({}))?;
    let events = browser.take_events();
    let of = |method: &str| events.iter().filter(|event| is(event, method)).count();
    Ok(Load {
        usable: times.usable,
        taken_over: times.taken_over,
        longest_task: times.longest_task,
        bytes: bytes(&events),
        requests: of("Network.responseReceived") as f64,
        heap: heap
            .get("usedSize")
            .and_then(Value::as_f64)
            .context("no heap")?,
    })
}

fn bytes(events: &[Value]) -> f64 {
    let finished = events
        .iter()
        .filter(|event| is(event, "Network.loadingFinished"));
    finished
        .filter_map(|event| event.pointer("/params/encodedDataLength")?.as_f64())
        .sum()
}

fn is(event: &Value, method: &str) -> bool {
    event.get("method").and_then(Value::as_str) == Some(method)
}
