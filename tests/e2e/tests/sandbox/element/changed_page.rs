//! Pages that change the element or its content under the form.

use anyhow::Result;
use e2e::{Form, Page, on_stage};
use serde_json::{Value, json};

/// What is typed into the fields of a name, an email and the password.
async fn texts(form: &Form<'_>) -> Result<Value> {
    let texts = "return ['first_name', 'email', 'password'].map((name) => root.querySelector(`[name=${name}]`).value)";
    form.script(texts, &[]).await
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
