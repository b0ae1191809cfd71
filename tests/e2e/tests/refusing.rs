//! What a shopper sees and the page hears when there is no account.

use anyhow::{Context, Result};
use e2e::{Form, Shopper, Stage, on_every_platform};
use sandbox::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use sandbox::{BodyKind, Effect, Fault};
use serde_json::{Value, json};
use storefront_signup::registration::field::{Control, Field};
use storefront_signup::registration::message::Message;

/// The platform's fields as the form shows them: the password is last.
fn fields(stage: &Stage) -> Vec<&'static Field> {
    let is_password = |field: &&Field| field.control == Control::Password;
    let (passwords, others): (Vec<_>, Vec<_>) = stage
        .platform
        .required
        .iter()
        .copied()
        .partition(is_password);
    [others, passwords].concat()
}

/// Fills the form in, presses, and returns what the error event carries.
async fn refusal(stage: &Stage<'_>, form: &Form<'_>, shopper: &Shopper) -> Result<Value> {
    form.fill_in(stage.platform, shopper).await?;
    form.press().await?;
    form.event("signup-error").await
}

#[test]
fn an_empty_form_is_refused_without_a_request() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        form.press().await?;
        let reason = |field: &&Field| json!({ "name": field.name, "reason": field.missing.key() });
        let reasons: Vec<Value> = fields(stage).iter().map(reason).collect();
        assert_eq!(
            form.event("signup-invalid").await?,
            json!({ "fields": reasons })
        );
        assert!(stage.requests().is_empty());
        Ok(())
    })
}

#[test]
fn each_error_is_tied_to_its_field_and_the_first_has_the_focus() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        form.press().await?;
        form.event("signup-invalid").await?;
        for field in fields(stage) {
            assert_eq!(
                form.error_of(field.name).await?.as_deref(),
                Some(field.missing.english())
            );
        }
        let first = fields(stage).first().context("no field")?.name;
        assert_eq!(form.focused().await?, first);
        Ok(())
    })
}

#[test]
fn the_summary_leads_to_each_field() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        form.press().await?;
        form.event("signup-invalid").await?;
        for field in fields(stage) {
            let id = form
                .control(field.name)
                .await?
                .id()
                .await?
                .context("no id")?;
            let link = format!("[part~=summary] a[href='#{id}']");
            assert_eq!(
                form.find(&link).await?.text().await?,
                field.missing.english()
            );
            form.click(&link).await?;
            assert_eq!(form.focused().await?, field.name);
        }
        Ok(())
    })
}

#[test]
fn the_summary_shrinks_as_fields_become_right_and_goes_with_the_last() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        form.press().await?;
        form.event("signup-invalid").await?;
        let shopper = Shopper::new();
        for (index, field) in fields(stage).iter().enumerate() {
            assert_eq!(
                form.links("[part~=summary] a").await?.len(),
                fields(stage).len() - index
            );
            form.fill(field.name, shopper.text(field.name)?).await?;
            assert_eq!(form.error_of(field.name).await?, None);
        }
        assert_eq!(form.summary().await?, None);
        Ok(())
    })
}

#[test]
fn an_error_comes_on_leaving_the_field_and_goes_when_it_is_right() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        form.type_into("email", "ada").await?;
        assert_eq!(form.error_of("email").await?, None);
        form.leave("email").await?;
        assert_eq!(
            form.error_of("email").await?.as_deref(),
            Some(Message::EmailAt.english())
        );
        form.type_into("email", "@example").await?;
        assert_eq!(
            form.error_of("email").await?.as_deref(),
            Some(Message::EmailDomain.english())
        );
        form.type_into("email", ".com").await?;
        assert_eq!(form.error_of("email").await?, None);
        Ok(())
    })
}

#[test]
fn a_field_that_is_only_passed_gets_no_error() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        for field in fields(stage) {
            form.leave(field.name).await?;
            assert_eq!(form.error_of(field.name).await?, None);
        }
        Ok(())
    })
}

#[test]
fn a_taken_email_points_at_the_email_field_and_to_signing_in() -> Result<()> {
    on_every_platform(async |stage| {
        for password in [TAKEN_PASSWORD, "another-kettle-94"] {
            let form = stage
                .form_of(&stage.element().set("sign-in-url", "/sign-in"))
                .await?;
            let shopper = Shopper::new()
                .with("email", TAKEN_EMAIL)
                .with("password", password);
            let error = refusal(stage, &form, &shopper).await?;
            assert_eq!(
                (&error["kind"], &error["field"]),
                (&json!("taken"), &json!("email"))
            );
            assert_eq!(
                form.error_of("email").await?.as_deref(),
                Some(Message::EmailTaken.english())
            );
            assert_eq!(form.focused().await?, "email");
            assert_eq!(
                form.links("[part~=summary] a").await?,
                [("Sign in".to_owned(), "/sign-in".to_owned())]
            );
            assert_eq!(stage.registered(TAKEN_EMAIL)?.len(), 1);
        }
        Ok(())
    })
}

#[test]
fn another_email_takes_the_refusal_of_a_taken_one_back() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        refusal(stage, &form, &Shopper::new().with("email", TAKEN_EMAIL)).await?;
        form.fill("email", Shopper::new().email()).await?;
        assert_eq!(form.error_of("email").await?, None);
        form.press().await?;
        form.event("signup-success").await?;
        Ok(())
    })
}

#[test]
fn a_wrong_key_is_the_owners_trouble_and_told_to_the_owner() -> Result<()> {
    on_every_platform(async |stage| {
        for key in stage
            .platform
            .settings
            .iter()
            .filter(|setting| setting.name.ends_with("-key"))
        {
            let form = stage
                .form_of(&stage.element().set(key.name, "pk_wrong"))
                .await?;
            let error = refusal(stage, &form, &Shopper::new()).await?;
            assert_eq!(error["kind"], "rejected-credentials");
            let advice = error["message"].as_str().context("no advice")?;
            assert!(advice.contains(key.name), "{advice}");
            let console = stage.browser.recording().await?.console;
            assert!(
                console.iter().any(|line| line.contains(advice)),
                "{console:?}"
            );
            let summary = form.summary().await?.context("no summary")?;
            assert_eq!(summary.trim(), Message::StoreTrouble.english());
        }
        Ok(())
    })
}

/// 429 with a number of seconds, for as many requests as are told.
fn too_early(stage: &Stage, seconds: u32, readable: bool) -> Fault {
    let body = BodyKind::Json;
    Fault::new(
        stage.platform.id,
        Effect::Status {
            code: 429,
            body,
            retry_after: Some(seconds),
            readable,
        },
    )
}

#[test]
fn a_short_wait_that_the_store_asks_for_is_kept_without_a_word() -> Result<()> {
    on_every_platform(async |stage| {
        stage
            .sandbox
            .set_fault(too_early(stage, 1, true).on("create"))?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        let outcome = form.outcome().await?;
        assert_eq!(outcome.kind, "signup-success", "{}", outcome.detail);
        let creations = stage
            .requests()
            .into_iter()
            .filter(|request| request.step.as_deref() == Some("create"));
        let answers: Vec<Option<u16>> = creations.map(|request| request.status).collect();
        assert_eq!(answers, [Some(429), Some(200)]);
        assert!(stage.lets_in(shopper.email(), shopper.password()).await?);
        Ok(())
    })
}

#[test]
fn a_long_wait_is_told_in_seconds() -> Result<()> {
    on_every_platform(async |stage| {
        stage
            .sandbox
            .set_fault(too_early(stage, 120, true).times(0))?;
        let form = stage.form().await?;
        let error = refusal(stage, &form, &Shopper::new()).await?;
        assert_eq!(
            (&error["kind"], &error["retryable"]),
            (&json!("rate-limited"), &json!(true))
        );
        let summary = form.summary().await?.context("no summary")?;
        assert_eq!(
            summary.trim(),
            "Too many tries. Please try again in 120 seconds."
        );
        Ok(())
    })
}

#[test]
fn a_wait_that_the_page_may_not_read_is_told_without_seconds() -> Result<()> {
    on_every_platform(async |stage| {
        stage
            .sandbox
            .set_fault(too_early(stage, 1, false).times(0))?;
        let form = stage.form().await?;
        let error = refusal(stage, &form, &Shopper::new()).await?;
        assert_eq!(error["kind"], "rate-limited");
        let summary = form.summary().await?.context("no summary")?;
        assert_eq!(summary.trim(), Message::TooManyTries.english());
        Ok(())
    })
}

/// Meets a 500 while creating, and returns the error's kind after a second press has succeeded.
async fn kind_of_trouble(stage: &Stage<'_>, body: BodyKind) -> Result<String> {
    let trouble = Effect::Status {
        code: 500,
        body,
        retry_after: None,
        readable: false,
    };
    stage
        .sandbox
        .set_fault(Fault::new(stage.platform.id, trouble).on("create"))?;
    let form = stage.form().await?;
    let shopper = Shopper::new();
    let error = refusal(stage, &form, &shopper).await?;
    assert_eq!(error["retryable"], true);
    let summary = form.summary().await?.context("no summary")?;
    assert!(
        [Message::ServerTrouble, Message::Unconfirmed]
            .map(Message::english)
            .contains(&summary.trim()),
        "{summary}"
    );
    form.press().await?;
    let outcome = form.outcome().await?;
    assert_eq!(outcome.kind, "signup-success", "{}", outcome.detail);
    assert_eq!(stage.registered(shopper.email())?.len(), 1);
    Ok(error["kind"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn trouble_at_the_store_is_told_in_the_shoppers_words_and_may_be_tried_again() -> Result<()> {
    on_every_platform(async |stage| {
        for body in [
            BodyKind::Json,
            BodyKind::Html,
            BodyKind::Empty,
            BodyKind::Large,
        ] {
            assert_eq!(kind_of_trouble(stage, body).await?, "server", "{body:?}");
        }
        Ok(())
    })
}

#[test]
fn half_an_answer_to_the_creation_leaves_it_unconfirmed() -> Result<()> {
    on_every_platform(async |stage| {
        assert_eq!(kind_of_trouble(stage, BodyKind::Cut).await?, "unconfirmed");
        Ok(())
    })
}

#[test]
fn what_was_typed_is_still_there_after_a_failure() -> Result<()> {
    on_every_platform(async |stage| {
        stage
            .sandbox
            .set_fault(Fault::new(stage.platform.id, Effect::CutBefore).times(0))?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        refusal(stage, &form, &shopper).await?;
        for field in fields(stage) {
            let text = form.control(field.name).await?.value().await?;
            assert_eq!(text.as_deref(), Some(shopper.text(field.name)?));
        }
        Ok(())
    })
}
