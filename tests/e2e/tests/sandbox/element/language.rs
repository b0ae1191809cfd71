//! The shopper's language.

use anyhow::Result;
use e2e::{Element, Form, Page, Stage, WASM, on_stage};
use serde::Deserialize;
use serde_json::Value;
use storefront_signup::registration::message::Message;

/// What a form says of its language, and what its button says.
#[derive(Debug, PartialEq, Deserialize)]
struct Speech {
    lang: String,
    dir: String,
    submit: String,
}

fn english() -> Speech {
    Speech {
        lang: "en".to_owned(),
        dir: "ltr".to_owned(),
        submit: Message::Submit.english().to_owned(),
    }
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
            let dir = if ["ar", "fa", "he"].contains(&lang.as_str()) {
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

/// Files that are no translation, or only a part of one.
const BROKEN: [&str; 8] = [
    "null",
    "[]",
    "\"submit\"",
    "17",
    "{}",
    r#"{"not-loaded": null, "submit": 17, "email": {}, "summary": []}"#,
    r#"{"constructor": "x", "__proto__": {"submit": null}, "surplus": "x"}"#,
    "{\"submit\": ",
];

/// A page whose `fetch` answers with a status and a text in place of the German texts.
fn with_german(stage: &Stage<'_>, status: u16, text: &str) -> Page {
    let (element, text) = (stage.element().set("lang", "de"), Value::from(text));
    Page::new(format!(
        "<script>
            const own = window.fetch;
            window.fetch = (address, options) => String(address).endsWith('/de.json')
                ? Promise.resolve(new Response({text}, {{ status: {status} }}))
                : own(address, options);
        </script>{element}"
    ))
}

/// Language and direction of what holds an element.
async fn marked(form: &Form<'_>, selector: &str) -> Result<(String, String)> {
    form.find(selector).await?;
    let script = "
        const { lang, dir } = root.querySelector(arguments[1]).closest('.storefront-signup');
        return [lang, dir];";
    form.script(script, &[selector.into()]).await
}

fn pair(lang: &str, dir: &str) -> (String, String) {
    (lang.to_owned(), dir.to_owned())
}

#[test]
fn draft_and_fallback_are_marked_with_their_language() -> Result<()> {
    on_stage(async |stage| {
        stage.site.hold(WASM);
        stage.site.lose(WASM);
        let element = stage.element().set("lang", "ar");
        stage.open(Page::new(&element)).await?;
        let form = Form::new(stage.browser, element.id());
        form.find("[lang='ar'] form").await?;
        assert_eq!(marked(&form, "form").await?, pair("ar", "rtl"));
        stage.site.release(WASM);
        form.failure().await?;
        assert_eq!(marked(&form, "[part~=summary]").await?, pair("ar", "rtl"));
        let said = form.summary().await?.unwrap_or_default();
        let texts = stage.site.texts("ar")?;
        let sentence = texts.get(Message::NotLoaded.key());
        assert!(
            sentence.is_some_and(|sentence| said.starts_with(sentence)),
            "{said}"
        );
        Ok(())
    })
}

#[test]
fn without_its_file_a_form_is_english_and_says_so() -> Result<()> {
    on_stage(async |stage| {
        for (language, file) in [
            ("de", "/embed/locales/de.json"),
            ("ar", "/embed/locales/ar.json"),
        ] {
            stage.site.lose(file);
            let said = speech(&in_language(stage, language).await?).await?;
            assert_eq!(said, english());
            let console = stage.browser.recording().await?.console;
            let warning = format!("no texts for \"{language}\"");
            assert!(
                console.iter().any(|line| line.contains(&warning)),
                "{console:?}"
            );
        }
        Ok(())
    })
}

#[test]
fn an_answer_that_is_no_success_is_no_translation() -> Result<()> {
    on_stage(async |stage| {
        stage
            .open(with_german(stage, 404, r#"{"submit": "Not found"}"#))
            .await?;
        let form = Form::new(stage.browser, Element::ID);
        form.event("signup-ready").await?;
        assert_eq!(speech(&form).await?, english());
        Ok(())
    })
}

#[test]
fn a_broken_file_leaves_no_text_empty() -> Result<()> {
    on_stage(async |stage| {
        for file in BROKEN {
            stage.open(with_german(stage, 200, file)).await?;
            let form = Form::new(stage.browser, Element::ID);
            form.event("signup-ready").await?;
            assert_eq!(speech(&form).await?.submit, Message::Submit.english());
            let label = form.find("label[for$='-email']").await?.text().await?;
            assert!(
                label.starts_with(Message::Email.english()),
                "{file}: {label}"
            );
            form.press().await?;
            form.event("signup-invalid").await?;
            let told = form.error_of("email").await?;
            assert_eq!(
                told.as_deref(),
                Some(Message::EmailMissing.english()),
                "{file}"
            );
        }
        Ok(())
    })
}

#[test]
fn a_broken_file_leaves_the_fallback_its_sentence() -> Result<()> {
    on_stage(async |stage| {
        stage.site.lose(WASM);
        for file in BROKEN {
            stage.open(with_german(stage, 200, file)).await?;
            let form = Form::new(stage.browser, Element::ID);
            form.failure().await?;
            let said = form.summary().await?.unwrap_or_default();
            assert!(
                said.starts_with(Message::NotLoaded.english()),
                "{file}: {said}"
            );
            assert!(said.contains(Message::TryAgain.english()), "{file}: {said}");
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

/// Tags, and the languages whose texts they get.
const REGIONS: [(&str, &str); 11] = [
    ("de-AT", "de"),
    ("no", "nb"),
    ("nn-NO", "nb"),
    ("pt", "pt"),
    ("pt-BR", "pt"),
    ("pt_PT", "pt-PT"),
    ("zh", "zh-Hans"),
    ("zh-CN", "zh-Hans"),
    ("zh-Hans-HK", "zh-Hans"),
    ("zh-HK", "zh-Hant"),
    ("zh-TW", "zh-Hant"),
];

#[test]
fn a_region_gets_the_texts_of_its_language() -> Result<()> {
    on_stage(async |stage| {
        for (tag, language) in REGIONS {
            let said = speech(&in_language(stage, tag).await?).await?;
            assert_eq!(said.lang, language, "{tag}");
            let texts = stage.site.texts(language)?;
            assert_eq!(Some(&said.submit), texts.get(Message::Submit.key()));
        }
        Ok(())
    })
}

#[test]
fn a_language_without_texts_is_shown_in_english() -> Result<()> {
    on_stage(async |stage| {
        let said = speech(&in_language(stage, "tlh").await?).await?;
        assert_eq!(said, english());
        Ok(())
    })
}
