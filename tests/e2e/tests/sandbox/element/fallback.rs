//! Never an empty box.

use super::support::under_policy;
use anyhow::{Context, Result};
use e2e::{Browser, Element, Form, Page, RETRY, Shopper, WASM, on_stage};
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
        let address = format!("{}/sign-in", stage.site.origin());
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
