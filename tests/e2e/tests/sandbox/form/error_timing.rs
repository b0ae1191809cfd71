//! When an error comes, and when it goes.

use super::support::fields;
use anyhow::Result;
use e2e::on_sampled_platforms;
use storefront_signup::registration::message::Message;

#[test]
fn an_error_comes_on_leaving_the_field_and_goes_when_it_is_right() -> Result<()> {
    on_sampled_platforms(async |stage| {
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
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        for field in fields(stage) {
            form.leave(field.name).await?;
            assert_eq!(form.error_of(field.name).await?, None);
        }
        Ok(())
    })
}
