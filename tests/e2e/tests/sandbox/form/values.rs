//! What the store keeps of what was typed.

use anyhow::Result;
use e2e::{Form, Shopper, Stage, on_every_platform, on_sampled_platforms};
use serde_json::{Value, json};

const NAMES: [&str; 3] = ["first_name", "last_name", "name"];

/// Registers with every field that the platform has, and returns all that the store keeps.
async fn kept(stage: &Stage<'_>, shopper: &Shopper) -> Result<Value> {
    let form = stage.form_of(&stage.full_element()).await?;
    form.fill_in_all(stage.platform, shopper).await?;
    sent(stage, &form, shopper).await
}

/// [`kept`] with no fields but what the platform requires, and the names.
async fn kept_names(stage: &Stage<'_>, shopper: &Shopper) -> Result<Value> {
    let optional = stage.platform.optional.iter().map(|field| field.name);
    let names: Vec<&str> = optional.filter(|name| NAMES.contains(name)).collect();
    let element = stage.element().set("fields", &names.join(" "));
    let form = stage.form_of(&element).await?;
    form.fill_in(stage.platform, shopper).await?;
    for name in names {
        form.fill(name, shopper.text(name)?).await?;
    }
    sent(stage, &form, shopper).await
}

/// Sends a form and returns all that the store keeps.
async fn sent(stage: &Stage<'_>, form: &Form<'_>, shopper: &Shopper) -> Result<Value> {
    form.press().await?;
    let success = form.success().await?;
    let account = stage.account(&success.email, shopper.password()).await?;
    Ok(json!([account.name, account.email, account.details]))
}

/// Whether a text stands somewhere, as it is or as a line; a box that was ticked is `true`.
fn holds(value: &Value, text: &str) -> bool {
    match value {
        Value::String(own) => own == text || own.lines().any(|line| line == text),
        Value::Bool(own) => *own && text == "true",
        Value::Array(items) => items.iter().any(|item| holds(item, text)),
        Value::Object(members) => members.values().any(|member| holds(member, text)),
        _ => false,
    }
}

#[test]
fn every_field_is_kept() -> Result<()> {
    on_every_platform(async |stage| {
        let shopper = Shopper::new().with("phone", "+44 (20) 7946-0123");
        let kept = kept(stage, &shopper).await?;
        let sent = shopper.with("phone", "+442079460123");
        for field in stage.kept_fields() {
            let text = sent.text(field.name)?;
            assert!(
                holds(&kept, text),
                "{}: {text} is not in {kept}",
                field.name
            );
        }
        assert!(!kept.to_string().contains(sent.password()));
        assert!(!kept.to_string().contains("\"terms\""), "{kept}");
        Ok(())
    })
}

#[test]
fn names_of_every_script_are_kept_as_they_were_typed() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for name in [
            "Zoë Ñandú",
            "Đặng Thị Hương",
            "明日香",
            "Ольга",
            "شيماء",
            "O’Brien-Smith",
        ] {
            let shopper = NAMES
                .iter()
                .fold(Shopper::new(), |shopper, field| shopper.with(field, name));
            let kept = kept_names(stage, &shopper).await?;
            let is_named = stage.fields().any(|field| NAMES.contains(&field.name));
            assert_eq!(
                holds(&kept, name) || holds(&kept, &format!("{name} {name}")),
                is_named,
                "{kept}"
            );
        }
        Ok(())
    })
}

#[test]
fn the_terms_are_accepted_on_every_platform_before_anything_is_sent() -> Result<()> {
    on_every_platform(async |stage| {
        let element = stage
            .element()
            .set("require", "terms")
            .set("terms-url", "/terms");
        let form = stage.form_of(&element).await?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        form.event("signup-invalid").await?;
        let told = form.error_of("terms").await?;
        assert_eq!(told.as_deref(), Some("Please accept the terms to go on."));
        assert!(stage.registrations().is_empty());
        let links = form.links("[part~=hint] a").await?;
        assert_eq!(links, [("Terms (new tab)".to_owned(), "/terms".to_owned())]);
        form.fill("terms", "true").await?;
        assert_eq!(form.error_of("terms").await?, None);
        form.press().await?;
        let values = form.event("signup-submit").await?;
        assert_eq!(values["values"]["terms"], Value::Null);
        form.success().await?;
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        Ok(())
    })
}
