//! The shopper's language.

use anyhow::Result;
use e2e::{Form, Stage, on_stage};
use serde::Deserialize;
use storefront_signup::registration::message::Message;

/// What a form says of its language, and what its button says.
#[derive(Debug, PartialEq, Deserialize)]
struct Speech {
    lang: String,
    dir: String,
    submit: String,
}

async fn speech(form: &Form<'_>) -> Result<Speech> {
    let script = "
        const { lang, dir } = root.querySelector('.storefront-signup');
        return { lang, dir, submit: root.querySelector('[part~=submit]').textContent };";
    form.script(script, &[]).await
}

async fn in_language<'a>(stage: &Stage<'a>, language: &str) -> Result<Form<'a>> {
    stage.form_of(&stage.element().set("lang", language)).await
}

#[test]
fn the_form_speaks_each_language_in_its_direction() -> Result<()> {
    on_stage(async |stage| {
        for lang in stage.site.languages()? {
            let texts = stage.site.texts(&lang)?;
            let dir = if ["ar", "he"].contains(&lang.as_str()) {
                "rtl"
            } else {
                "ltr"
            };
            let submit = texts
                .get(Message::Submit.key())
                .cloned()
                .unwrap_or_default();
            let said = speech(&in_language(stage, &lang).await?).await?;
            assert_eq!(
                said,
                Speech {
                    lang,
                    dir: dir.to_owned(),
                    submit
                }
            );
        }
        Ok(())
    })
}

#[test]
fn errors_are_told_in_the_language_too() -> Result<()> {
    on_stage(async |stage| {
        for language in stage.site.languages()? {
            let form = in_language(stage, &language).await?;
            form.press().await?;
            form.event("signup-invalid").await?;
            let told = form.error_of("email").await?;
            assert_eq!(
                told.as_ref(),
                stage
                    .site
                    .texts(&language)?
                    .get(Message::EmailMissing.key())
            );
        }
        Ok(())
    })
}

#[test]
fn a_language_without_texts_is_shown_in_english() -> Result<()> {
    on_stage(async |stage| {
        let said = speech(&in_language(stage, "tlh").await?).await?;
        let submit = Message::Submit.english().to_owned();
        assert_eq!(
            said,
            Speech {
                lang: "en".to_owned(),
                dir: "ltr".to_owned(),
                submit
            }
        );
        Ok(())
    })
}
