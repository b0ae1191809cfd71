//! A trap in the WebAssembly ends its forms, and nothing else.

use super::module::{open, trap_next};
use anyhow::{Context, Result};
use e2e::{Form, RETRY, Shopper, Stage, on_sampled_platforms, on_stage};
use sandbox::{Effect, When};
use storefront_signup::registration::message::Message;

const IDS: [&str; 2] = ["first", "second"];

async fn two_forms<'a>(stage: &Stage<'a>) -> Result<[Form<'a>; 2]> {
    let [first, second] = IDS.map(|id| stage.element().with_id(id));
    open(stage, format!("{first}{second}")).await?;
    let forms = IDS.map(|id| Form::new(stage.browser, id));
    for form in &forms {
        form.event("signup-ready").await?;
    }
    Ok(forms)
}

/// Tells the form of a change, which calls into its module. A real key could meet the end of the form.
async fn change_email(form: &Form<'_>) -> Result<()> {
    let change =
        "root.querySelector('[name=email]').dispatchEvent(new Event('input', { bubbles: true }))";
    form.script(change, &[]).await
}

/// Asserts that the shopper has a way on, and that the owner was told.
async fn shows_a_way_on(form: &Form<'_>) -> Result<()> {
    let error = form.failure().await?;
    assert_eq!(error.kind, "load");
    let summary = form.summary().await?.context("an empty box")?;
    assert!(summary.starts_with(Message::Stopped.english()), "{summary}");
    form.find(RETRY).await?;
    assert!(
        form.script("return host.matches(':state(failed)')", &[])
            .await?
    );
    Ok(())
}

#[test]
fn a_stop_leaves_every_form_of_the_page_with_a_way_on() -> Result<()> {
    on_stage(async |stage| {
        let [first, second] = two_forms(stage).await?;
        trap_next(&first).await?;
        change_email(&first).await?;
        shows_a_way_on(&first).await?;
        shows_a_way_on(&second).await?;
        Ok(())
    })
}

#[test]
fn after_a_stop_each_form_works_again_with_what_was_typed_but_the_password() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let [first, second] = two_forms(stage).await?;
        let shoppers = [Shopper::new(), Shopper::new()];
        for (form, shopper) in [&first, &second].into_iter().zip(&shoppers) {
            form.fill_in(stage.platform, shopper).await?;
        }
        trap_next(&first).await?;
        change_email(&first).await?;
        for (form, shopper) in [first, second].iter().zip(&shoppers) {
            shows_a_way_on(form).await?;
            form.click(RETRY).await?;
            form.event("signup-ready").await?;
            let typed = "return root.querySelector('[name=email]').value";
            assert_eq!(form.script::<String>(typed, &[]).await?, shopper.email());
            let password = "return root.querySelector('[name=password]')?.value ?? ''";
            assert_eq!(form.script::<String>(password, &[]).await?, "");
            stage.register(form, shopper).await?;
        }
        Ok(())
    })
}

#[test]
fn a_stop_while_sending_leaves_one_account() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let late = Effect::Delay {
            ms: 500,
            when: When::After,
        };
        stage.spoil("create", late)?;
        let [form, _] = two_forms(stage).await?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        form.event("signup-submit").await?;
        let made = async || Ok((!stage.registered(shopper.email())?.is_empty()).then_some(()));
        e2e::until("the account", made).await?;
        trap_next(&form).await?;
        shows_a_way_on(&form).await?;
        form.click(RETRY).await?;
        form.event("signup-ready").await?;
        stage.send(&form, &shopper).await?;
        let outcome = form.outcome().await?;
        let kind = outcome.map_or_else(|failure| failure.kind, |_| "success".to_owned());
        assert!(["success", "taken"].contains(&kind.as_str()), "{kind}");
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        assert!(stage.lets_in(shopper.email(), shopper.password()).await?);
        Ok(())
    })
}

#[test]
fn a_stop_at_the_press_sends_nothing_to_the_page_itself() -> Result<()> {
    // On several sites of one browser: Chromium names the first one's files in the calls of the module.
    on_sampled_platforms(async |stage| {
        let [form, _] = two_forms(stage).await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        let requests = stage.site.requests();
        let address: String = form.script("return location.href", &[]).await?;
        let trap = "root.addEventListener('submit', () => { window.trapNext = true; }, true)";
        form.script::<()>(trap, &[]).await?;
        form.press().await?;
        shows_a_way_on(&form).await?;
        let now: String = form.script("return location.href", &[]).await?;
        assert_eq!(now, address);
        assert_eq!(stage.site.requests(), requests);
        Ok(())
    })
}

#[test]
fn a_stop_of_another_module_leaves_the_forms_alone() -> Result<()> {
    on_stage(async |stage| {
        let [first, _] = two_forms(stage).await?;
        let elsewhere = "setTimeout(() => { throw new WebAssembly.RuntimeError('elsewhere') })";
        first.script::<()>(elsewhere, &[]).await?;
        stage.register(&first, &Shopper::new()).await?;
        Ok(())
    })
}
