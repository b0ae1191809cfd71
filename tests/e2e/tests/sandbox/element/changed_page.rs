//! Pages that change the element or its content under the form.

use anyhow::Result;
use e2e::{Form, Page, Shopper, on_stage, until};
use sandbox::{Effect, When};
use serde_json::{Value, json};

/// Where the form is, and whether it is styled and to be seen.
const PLACE: &str = "
    const control = [host, host.shadowRoot].map((root) => root?.querySelector('[name=email]')).find(Boolean);
    const { borderRadius } = getComputedStyle(control);
    const isSeen = control.checkVisibility() && control.getBoundingClientRect().height > 0;
    const place = control.getRootNode() === document ? 'page' : 'shadow root';
    return [place, control.value, isSeen && borderRadius !== '0px'];";

/// What is typed into the fields of a name, an email and the password.
async fn texts(form: &Form<'_>) -> Result<Value> {
    let texts = "return ['first_name', 'email', 'password'].map((name) => root.querySelector(`[name=${name}]`).value)";
    form.script(texts, &[]).await
}

async fn type_some(form: &Form<'_>) -> Result<()> {
    for (name, text) in [
        ("first_name", "Ada"),
        ("email", "ada@example.com"),
        ("password", "secret-street-8"),
    ] {
        form.fill(name, text).await?;
    }
    Ok(())
}

#[test]
fn a_switch_that_says_false_is_off() -> Result<()> {
    on_stage(async |stage| {
        for (value, place) in [("false", "shadow root"), ("", "page"), ("true", "page")] {
            let form = stage
                .form_of(&stage.element().set("no-shadow", value))
                .await?;
            let expected = json!([place, "", true]);
            assert_eq!(form.script::<Value>(PLACE, &[]).await?, expected, "{value}");
        }
        Ok(())
    })
}

#[test]
fn a_form_moves_into_the_page_and_back_with_what_was_typed() -> Result<()> {
    on_stage(async |stage| {
        for start in ["false", "true"] {
            let form = stage
                .form_of(&stage.element().set("no-shadow", start))
                .await?;
            form.fill("email", "ada").await?;
            for (value, place) in [("true", "page"), ("false", "shadow root"), ("", "page")] {
                let change = format!("host.setAttribute('no-shadow', '{value}')");
                form.script::<()>(&change, &[]).await?;
                let expected = json!([place, "ada", true]);
                until("the form at its new place", async || {
                    let found: Value = form.script(PLACE, &[]).await?;
                    Ok((found == expected).then_some(()))
                })
                .await?;
            }
        }
        Ok(())
    })
}

#[test]
fn a_style_that_another_script_takes_away_is_back_with_the_next_drawing() -> Result<()> {
    on_stage(async |stage| {
        let form = stage.form_of(&stage.element().set("no-shadow", "")).await?;
        let change = "
            document.adoptedStyleSheets = [new CSSStyleSheet()];
            host.setAttribute('sign-in-url', '/sign-in')";
        form.script::<()>(change, &[]).await?;
        form.find("a[href='/sign-in']").await?;
        let expected = json!(["page", "", true]);
        assert_eq!(form.script::<Value>(PLACE, &[]).await?, expected);
        Ok(())
    })
}

/// What a shopper sees behind an element whose tag nobody closed, in one form of its content.
const BEHIND: &str =
    "return [...document.querySelectorAll('.behind')].map((one) => one.checkVisibility())";

#[test]
fn a_tag_that_is_not_closed_hides_and_deletes_nothing() -> Result<()> {
    on_stage(async |stage| {
        for no_shadow in ["false", ""] {
            for behind in [
                "<footer class=behind>Imprint</footer>",
                "<p class=behind>Questions?</p>\n<div class=behind>Call us.</div>",
            ] {
                let element = stage.element().set("no-shadow", no_shadow);
                let open = element.to_string().replace("></storefront-signup>", " />");
                let form = stage
                    .form_in(Page::new(format!("{open}\n{behind}\n")), &element)
                    .await?;
                let seen: Vec<bool> = form.script(BEHIND, &[]).await?;
                assert!(
                    !seen.is_empty() && seen.iter().all(|seen| *seen),
                    "{behind}"
                );
                form.fill("email", "ada").await?;
                let console = stage.browser.recording().await?.console;
                let told = console
                    .iter()
                    .filter(|line| line.contains("</storefront-signup>"));
                assert_eq!(told.count(), 1, "{console:?}");
            }
        }
        Ok(())
    })
}

#[test]
fn a_fallback_is_not_shown_beside_the_form() -> Result<()> {
    on_stage(async |stage| {
        for no_shadow in ["false", ""] {
            for (fallback, next) in [
                ("<a class=behind href=/register>Create an account</a>", ""),
                ("<p class=behind>Call us.</p>", "<p>Behind</p>"),
            ] {
                let element = stage.element().set("no-shadow", no_shadow);
                let filled = element
                    .to_string()
                    .replace("></", &format!(">\n {fallback}\n</"));
                let form = stage
                    .form_in(Page::new(format!("{filled}{next}")), &element)
                    .await?;
                let seen: Vec<bool> = form.script(BEHIND, &[]).await?;
                assert!(!seen.contains(&true), "{fallback}");
                let console = stage.browser.recording().await?.console;
                assert!(!console.iter().any(|line| line.contains("closing tag")));
            }
        }
        Ok(())
    })
}

#[test]
fn a_form_that_the_page_takes_out_comes_back_without_the_password() -> Result<()> {
    on_stage(async |stage| {
        let form = stage.form_of(&stage.element().set("no-shadow", "")).await?;
        type_some(&form).await?;
        form.script::<()>("host.replaceChildren()", &[]).await?;
        form.find("form").await?;
        assert_eq!(texts(&form).await?, json!(["Ada", "ada@example.com", ""]));
        form.script::<()>("host.setAttribute('sign-in-url', '/sign-in')", &[])
            .await?;
        form.find("a[href='/sign-in']").await?;
        assert_eq!(texts(&form).await?, json!(["Ada", "ada@example.com", ""]));
        stage.register(&form, &Shopper::new()).await?;
        Ok(())
    })
}

#[test]
fn an_element_that_comes_back_has_what_was_typed_without_the_password() -> Result<()> {
    on_stage(async |stage| {
        for no_shadow in ["false", ""] {
            let form = stage
                .form_of(&stage.element().set("no-shadow", no_shadow))
                .await?;
            type_some(&form).await?;
            let leave = "
                window.away = host;
                host.remove();
                return new Promise((resolve) => setTimeout(resolve));";
            form.script::<Value>(leave, &[]).await?;
            stage
                .browser
                .script::<()>("document.body.append(window.away)", &[])
                .await?;
            form.event("signup-ready").await?;
            assert_eq!(texts(&form).await?, json!(["Ada", "ada@example.com", ""]));
            stage.register(&form, &Shopper::new()).await?;
        }
        Ok(())
    })
}

#[test]
fn the_end_of_a_registration_waits_for_an_element_that_is_away() -> Result<()> {
    on_stage(async |stage| {
        let form = stage.form().await?;
        stage.spoil(
            "create",
            Effect::Delay {
                ms: 300,
                when: When::After,
            },
        )?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        form.event("signup-submit").await?;
        form.script::<()>("window.away = host; host.remove()", &[])
            .await?;
        let answered = async || Ok(stage.answers("create").into_iter().flatten().next());
        until("the answer", answered).await?;
        let heard = stage.browser.recording().await?.events;
        assert!(!heard.iter().any(|event| event.kind == "signup-success"));
        stage
            .browser
            .script::<()>("document.body.append(window.away)", &[])
            .await?;
        stage.finish(&form, &shopper).await?;
        Ok(())
    })
}

#[test]
fn the_letters_of_a_password_are_no_shortcuts_of_the_page() -> Result<()> {
    on_stage(async |stage| {
        let listener = "
            window.heard = [];
            document.addEventListener('keydown', (event) => {
                window.heard.push(event.key);
                if (!event.target.matches('input') && ['/', 's'].includes(event.key)) event.preventDefault();
            });";
        let element = stage.element();
        let page = Page::new(format!("<script>{listener}</script>{element}"));
        let form = stage.form_in(page, &element).await?;
        form.type_into("password", "sesame/street-8").await?;
        let typed = form.control("password").await?.value().await?;
        assert_eq!(typed.as_deref(), Some("sesame/street-8"));
        form.type_into("password", "\u{e00c}").await?;
        let heard: Vec<String> = form.script("return window.heard", &[]).await?;
        assert_eq!(heard, ["Escape"]);
        Ok(())
    })
}

#[test]
fn values_are_taken_from_an_attribute_before_and_after_the_script() -> Result<()> {
    on_stage(async |stage| {
        let values = r#"{ "first_name": 10115, "email": "ada@example.com", "password": "secret" }"#;
        let form = stage
            .form_of(&stage.element().set("values", values))
            .await?;
        let expected = json!(["10115", "ada@example.com", ""]);
        assert_eq!(texts(&form).await?, expected);
        let change = r#"host.setAttribute("values", '{"first_name": "Ada", "email": {}}')"#;
        form.script::<()>(change, &[]).await?;
        assert_eq!(texts(&form).await?, json!(["Ada", "", ""]));
        Ok(())
    })
}

#[test]
fn an_object_that_a_framework_wrote_as_a_text_is_named_in_the_console() -> Result<()> {
    on_stage(async |stage| {
        stage
            .form_of(&stage.element().set("values", "[object Object]"))
            .await?;
        let console = stage.browser.recording().await?.console;
        let is_told =
            |line: &String| line.contains("[object Object]") && line.contains("JSON.stringify");
        assert!(console.iter().any(is_told), "{console:?}");
        Ok(())
    })
}
