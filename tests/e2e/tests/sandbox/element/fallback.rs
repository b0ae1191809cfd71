//! Never an empty box.

use super::support::under_policy;
use anyhow::{Context, Result};
use e2e::{Browser, ENTRY, Element, Form, Page, RETRY, Shopper, Stage, WASM, on_stage};
use storefront_signup::registration::message::Message;

/// Asserts that shopper and owner are told of a failed load, and returns the owner's advice.
async fn told_of_failed_load(form: &Form<'_>, browser: &Browser) -> Result<String> {
    let error = form.failure().await?;
    assert_eq!(error.kind, "load");
    let summary = form.summary().await?.context("an empty box")?;
    assert!(
        summary.starts_with(Message::NotLoaded.english()),
        "{summary}"
    );
    let advice = error.message;
    let console = browser.recording().await?.console;
    assert!(
        console.iter().any(|line| line.contains(&advice)),
        "{console:?}"
    );
    Ok(advice)
}

#[test]
fn a_policy_against_webassembly_gives_a_sentence_and_names_the_missing_line() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.element().set("sign-in-url", "/sign-in");
        let form = under_policy(stage, &element, "script-src 'self'").await?;
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(
            advice.contains("Add 'wasm-unsafe-eval' to script-src"),
            "{advice}"
        );
        let address = "/sign-in".to_owned();
        assert_eq!(form.links("a").await?, [("Sign in".to_owned(), address)]);
        Ok(())
    })
}

#[test]
fn a_policy_against_the_file_gives_a_sentence_and_names_the_directive() -> Result<()> {
    on_stage(async |stage| {
        let policy = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";
        let form = under_policy(stage, &stage.element(), policy).await?;
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(advice.contains("connect-src"), "{advice}");
        Ok(())
    })
}

#[test]
fn a_browser_without_webassembly_gets_a_sentence() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.element();
        stage
            .open(Page::new(format!(
                "{element}<script>delete window.WebAssembly</script>"
            )))
            .await?;
        let form = Form::new(stage.browser, element.id());
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(advice.contains("too old"), "{advice}");
        Ok(())
    })
}

#[test]
fn a_missing_file_gives_a_sentence_and_another_try_once_it_is_there() -> Result<()> {
    on_stage(async |stage| {
        stage.site.lose(WASM);
        stage.open(Page::new(stage.element())).await?;
        let form = Form::new(stage.browser, Element::ID);
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(advice.contains("storefront-signup_bg.wasm"), "{advice}");
        form.click(RETRY).await?;
        told_of_failed_load(&form, stage.browser).await?;
        stage.site.find(WASM);
        form.click(RETRY).await?;
        form.event("signup-ready").await?;
        stage.register(&form, &Shopper::new()).await?;
        Ok(())
    })
}

/// Opens an element on a page that meddles with how the module is loaded, and returns the owner's advice.
async fn advice_after(stage: &Stage<'_>, script: &str) -> Result<String> {
    let element = stage.element();
    let page = Page::new(format!("<script>{script}</script>{element}"));
    stage.open(page).await?;
    told_of_failed_load(&Form::new(stage.browser, element.id()), stage.browser).await
}

/// A file of another version has another hash.
const OLD_FILE: &str = "
    const real = window.fetch;
    const old = (options) => options?.integrity && { ...options, integrity: 'sha384-' + 'A'.repeat(64) };
    window.fetch = (url, options) => real(url, isOld(options) ? old(options) : options);";

#[test]
fn an_old_file_in_the_cache_is_asked_for_once_more_past_it() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.element();
        let script = format!("{OLD_FILE} const isOld = (options) => options?.cache !== 'reload';");
        let page = Page::new(format!("<script>{script}</script>{element}"));
        let form = stage.form_in(page, &element).await?;
        stage.register(&form, &Shopper::new()).await?;
        Ok(())
    })
}

#[test]
fn a_file_of_another_version_is_called_that() -> Result<()> {
    on_stage(async |stage| {
        let script = format!("{OLD_FILE} const isOld = (options) => options?.integrity;");
        let advice = advice_after(stage, &script).await?;
        assert!(advice.contains("another version"), "{advice}");
        Ok(())
    })
}

#[test]
fn a_device_without_memory_is_not_sent_to_the_policy() -> Result<()> {
    on_stage(async |stage| {
        let script = "
            WebAssembly.Instance = function () {
                throw new RangeError('WebAssembly.Instance(): Out of memory');
            };";
        let advice = advice_after(stage, script).await?;
        assert!(
            advice.contains("memory") && !advice.contains("Policy"),
            "{advice}"
        );
        Ok(())
    })
}

#[test]
fn a_file_on_another_host_without_cors_names_the_header() -> Result<()> {
    on_stage(async |stage| {
        // The same server under another name, which allows no page of the first one to read.
        let script = "
            const real = window.fetch;
            const moved = (url) => String(url).replace('//127.0.0.1', '//localhost');
            window.fetch = (url, options) => real(/wasm/.test(url) ? moved(url) : url, options);";
        let advice = advice_after(stage, script).await?;
        assert!(advice.contains("Access-Control-Allow-Origin"), "{advice}");
        Ok(())
    })
}

#[test]
fn a_script_from_a_blob_names_the_cause() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.element();
        let script = format!(
            "fetch('{ENTRY}').then((answer) => answer.blob()).then((blob) => \
             import(URL.createObjectURL(new Blob([blob], {{ type: 'text/javascript' }}))))"
        );
        let page = Page::new(format!("{element}<script>{script}</script>"));
        stage.open(page.without_entry()).await?;
        let form = Form::new(stage.browser, element.id());
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(advice.contains("blob:"), "{advice}");
        Ok(())
    })
}
