//! A form that is sent too early.

use super::support::fields;
use anyhow::{Context, Result};
use e2e::{Shopper, on_every_platform, on_sampled_platforms};
use serde_json::{Value, json};
use storefront_signup::registration::field::Field;

#[test]
fn an_empty_form_is_refused_without_a_request() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        form.press().await?;
        let reason = |field: &&Field| json!({ "name": field.name, "reason": field.missing.key() });
        let reasons: Vec<Value> = fields(stage).iter().map(reason).collect();
        assert_eq!(
            form.event("signup-invalid").await?,
            json!({ "fields": reasons })
        );
        assert!(stage.registrations().is_empty());
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
    on_sampled_platforms(async |stage| {
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
    on_sampled_platforms(async |stage| {
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
