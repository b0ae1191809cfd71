//! A shopper without a mouse.

use anyhow::{Context, Result, bail};
use e2e::{Form, Page, Shopper, Stage, on_sampled_platforms};
use storefront_signup::registration::field::{Control, Field, SHIP_TO_BILLING};
use thirtyfour::Key;

/// More steps than any form has places to stop at.
const MANY: usize = 200;

/// Steps through the form up to its button, answers what is asked, and returns what was asked.
async fn answer_all(stage: &Stage<'_>, form: &Form<'_>, shopper: &Shopper) -> Result<Vec<String>> {
    let mut asked = Vec::new();
    for _ in 0..MANY {
        press(stage, Key::Tab).await?;
        let focused = form.focused().await?;
        if focused == "submit" {
            return Ok(asked);
        }
        let field = stage.fields().find(|field| field.name == focused);
        if let Some(field) = field {
            answer(stage, field, shopper).await?;
            asked.push(focused);
        }
    }
    bail!("the button is not to be reached, after {asked:?}")
}

async fn answer(stage: &Stage<'_>, field: &Field, shopper: &Shopper) -> Result<()> {
    match field.control {
        // Ticked, it would take other fields away.
        Control::Checkbox if field.name == SHIP_TO_BILLING.name => Ok(()),
        Control::Checkbox => press(stage, Key::Space).await,
        Control::Country => press(stage, Key::Down).await,
        // It would have to fit the country.
        _ if field.name.ends_with("state") => Ok(()),
        _ => stage.browser.keys(shopper.text(field.name)?).await,
    }
}

async fn press(stage: &Stage<'_>, key: Key) -> Result<()> {
    stage.browser.keys(&key.value().to_string()).await
}

#[test]
fn the_keyboard_alone_leads_from_the_first_field_to_an_account() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form_of(&stage.full_element()).await?;
        let shopper = Shopper::new();
        let asked = answer_all(stage, &form, &shopper).await?;
        let names = "return [...root.querySelectorAll('[name]')].map(({ name }) => name)";
        assert_eq!(asked, form.script::<Vec<String>>(names, &[]).await?);
        press(stage, Key::Enter).await?;
        form.success().await?;
        assert_eq!(form.focused().await?, "status");
        let account = stage.registered(shopper.email())?.pop();
        let kept = account.context("no account")?.details;
        assert!(!kept.is_empty(), "{kept:?}");
        Ok(())
    })
}

#[test]
fn the_keyboard_alone_leads_from_a_problem_to_its_field() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let element = stage.element();
        let page = Page::new(format!("<input id=\"search\">{element}"));
        let form = stage.form_in(page, &element).await?;
        form.enter("email").await?;
        form.event("signup-invalid").await?;
        let first = form.focused().await?;
        form.script::<()>("document.getElementById('search').focus()", &[])
            .await?;
        press(stage, Key::Tab).await?;
        assert_eq!(form.focused().await?, "link");
        press(stage, Key::Enter).await?;
        assert_eq!(form.focused().await?, first);
        Ok(())
    })
}
