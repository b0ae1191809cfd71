//! A slow phone: 1.6 Mbit/s, 150 ms to the server, and a fourth of this machine's processor.

use anyhow::Result;
use e2e::{
    Ability, Browser, ENTRY, Element, Form, Page, WASM, on_sampled_platforms_with_devtools,
    on_stage_with_devtools,
};
use serde_json::json;

/// Bytes in a second.
const DOWN: u32 = 1_600_000 / 8;
const UP: u32 = 750_000 / 8;
/// Milliseconds.
const LATENCY: u32 = 150;

async fn slow_down(browser: &Browser) -> Result<()> {
    let network = json!({
        "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP,
    });
    browser.devtools("Network.enable", json!({})).await?;
    browser
        .devtools("Network.emulateNetworkConditions", network)
        .await?;
    browser
        .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
        .await?;
    Ok(())
}

/// A page as docs/embedding.md has it: the room kept, the WebAssembly asked for in advance.
fn page(element: &Element) -> Page {
    Page::new(format!(
        "<link rel=\"preload\" as=\"fetch\" crossorigin fetchpriority=\"low\" type=\"application/wasm\" \
         href=\"{WASM}\">\
         <style>storefront-signup {{ display: block; min-height: 3000px }}</style>\
         {element}<p>Below</p>"
    ))
}

#[test]
fn a_slow_phone_sees_nothing_move_and_can_type_at_once() -> Result<()> {
    on_sampled_platforms_with_devtools(async |stage| {
        slow_down(stage.browser).await?;
        let element = stage.full_element();
        let form = stage.form_in(page(&element), &element).await?;
        form.type_into("email", "ada@example.com").await?;
        let typed = form.control("email").await?.value().await?;
        assert_eq!(typed.as_deref(), Some("ada@example.com"));
        if stage.browser.can(Ability::LayoutShifts) {
            assert_eq!(stage.browser.recording().await?.shifts, [0.0; 0]);
        }
        Ok(())
    })
}

/// The files in the order in which the browser asked for them, and whether each was asked for
/// before the script was there.
const ORDER: &str = "
    const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/embed/'));
    const script = files.find(({ name }) => name.endsWith(arguments[1]));
    files.sort((one, other) => one.startTime - other.startTime);
    return files.map(({ name, startTime }) => [new URL(name).pathname, startTime < script.responseEnd]);";

#[test]
fn the_form_needs_two_files_and_asks_for_both_at_once() -> Result<()> {
    on_stage_with_devtools(async |stage| {
        slow_down(stage.browser).await?;
        let element = stage.element();
        let form = stage.form_in(page(&element), &element).await?;
        let mut order: Vec<(String, bool)> = form.script(ORDER, &[ENTRY.into()]).await?;
        order.sort();
        let expected = [ENTRY, WASM].map(|path| (path.to_owned(), true));
        assert_eq!(order, expected);
        Ok(())
    })
}

#[test]
fn another_language_is_one_file_more_and_asked_for_beside_the_webassembly() -> Result<()> {
    on_stage_with_devtools(async |stage| {
        slow_down(stage.browser).await?;
        stage.site.hold(WASM);
        let element = stage.element().set("lang", "de");
        stage.open(page(&element)).await?;
        let form = Form::new(stage.browser, element.id());
        // Drawn with the words, while the WebAssembly is still on its way.
        form.find("form").await?;
        stage.site.release(WASM);
        form.event("signup-ready").await?;
        let mut asked = stage.site.requests();
        asked.retain(|path| path.starts_with("/embed/"));
        asked.sort();
        let locale = "/embed/locales/de.json".to_owned();
        assert_eq!(asked, [locale, ENTRY.to_owned(), WASM.to_owned()]);
        Ok(())
    })
}
