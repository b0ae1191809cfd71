//! Pages that change the element or its content under the form.

use anyhow::Result;
use e2e::{Page, on_stage};

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

