//! The focus is the shopper's: never lost, never taken.

use super::states::each_state;
use super::support::{Window, open};
use anyhow::Result;
use e2e::{Form, RETRY, WASM, on_sampled_platforms, on_stage};
use thirtyfour::Key;

async fn is_in_form(form: &Form<'_>) -> Result<bool> {
    form.script("return document.activeElement === host", &[])
        .await
}

#[test]
fn the_focus_stays_in_the_form_from_the_first_touch_on() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let element = stage.full_element();
        each_state(stage, &element, Window::Whole, async |form, state| {
            let is_touched = !["draft", "empty"].contains(&state);
            assert_eq!(is_in_form(form).await?, is_touched, "{state}");
            Ok(())
        })
        .await
    })
}

#[test]
fn trying_again_keeps_the_focus_in_the_form() -> Result<()> {
    on_stage(async |stage| {
        stage.site.lose(WASM);
        let form = open(stage, &stage.element(), Window::Whole).await?;
        form.failure().await?;
        assert!(!is_in_form(&form).await?, "the focus was taken");
        let again = form.find(RETRY).await?;
        again.send_keys(Key::Enter.value().to_string()).await?;
        form.failure().await?;
        assert!(is_in_form(&form).await?, "the focus is lost");
        stage.site.find(WASM);
        stage.browser.keys(&Key::Enter.value().to_string()).await?;
        form.event("signup-ready").await?;
        assert!(is_in_form(&form).await?, "the focus is lost");
        Ok(())
    })
}

#[test]
fn a_form_that_is_drawn_anew_keeps_the_focus_where_it_is() -> Result<()> {
    on_stage(async |stage| {
        let form = stage.form().await?;
        form.type_into("email", "ada").await?;
        form.script::<()>("host.setAttribute('lang', 'de')", &[])
            .await?;
        form.event("signup-ready").await?;
        assert_eq!(form.focused().await?, "email");
        stage.browser.keys("@example.com").await?;
        let typed = form.control("email").await?.value().await?;
        assert_eq!(typed.as_deref(), Some("ada@example.com"));
        Ok(())
    })
}
