//! Settings that would do harm.

use anyhow::Result;
use e2e::{Element, Form, Page, Stage, on_sampled_platforms};
use storefront_signup::registration::message::Message;

/// Asserts that an element's settings are refused with nothing sent, and returns all that is told.
async fn told_of_settings(stage: &Stage<'_>, element: &Element) -> Result<String> {
    stage.open(Page::new(element)).await?;
    let form = Form::new(stage.browser, element.id());
    let error = form.failure().await?;
    assert_eq!(error.kind, "configuration");
    assert_eq!(
        form.summary().await?.as_deref(),
        Some(Message::StoreTrouble.english())
    );
    assert_eq!(
        form.script::<u32>("return root.querySelectorAll('form').length", &[])
            .await?,
        0
    );
    assert!(
        form.script::<bool>("return host.matches(':state(failed)')", &[])
            .await?
    );
    assert!(stage.requests().is_empty());
    Ok(format!(
        "{error:?} {:?} {:?}",
        form.summary().await?,
        stage.browser.recording().await?
    ))
}

#[test]
fn a_secret_in_any_attribute_is_refused_and_never_repeated() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for name in [
            "publishable-key",
            "client-id",
            "token",
            "reference",
            "data-note",
        ] {
            let told =
                told_of_settings(stage, &stage.element().set(name, "sk_live_51abcdef")).await?;
            assert!(told.contains(name), "{told}");
            assert!(!told.contains("51abcdef"), "{told}");
        }
        Ok(())
    })
}

#[test]
fn an_open_network_is_no_way_for_a_password() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for endpoint in [
            "http://store.example",
            "http://127.0.0.1.store.example",
            "ftp://127.0.0.1",
        ] {
            let told = told_of_settings(stage, &stage.element().set("endpoint", endpoint)).await?;
            assert!(told.contains("https"), "{told}");
        }
        Ok(())
    })
}

#[test]
fn a_script_is_no_place_to_go_to() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for name in ["success-url", "sign-in-url", "terms-url", "privacy-url"] {
            for address in [
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "data:text/html,x",
            ] {
                let told = told_of_settings(stage, &stage.element().set(name, address)).await?;
                assert!(told.contains(name), "{told}");
            }
        }
        Ok(())
    })
}
