//! Little room, large letters, unsteady hands.

use super::states::each_state;
use super::support::{Window, open};
use anyhow::Result;
use e2e::{Form, longest, on_platform, on_sampled_platforms, on_stage};
use std::cell::RefCell;

/// What does not fit, a line each: with the form's own spacing of text and with that of WCAG 1.4.12.
async fn complaints(form: &Form<'_>) -> Result<Vec<String>> {
    form.script(include_str!("reflow.js"), &[]).await
}

#[test]
fn every_state_fits_into_320_pixels() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let found = RefCell::new(Vec::new());
        let look = async |form: &Form<'_>, state: &str| {
            let lines = complaints(form).await?;
            let lines = lines.iter().map(|line| format!("{state}: {line}"));
            found.borrow_mut().extend(lines);
            Ok(())
        };
        each_state(stage, &stage.full_element(), Window::Small, look).await?;
        let found = found.into_inner();
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
}

#[test]
fn every_language_fits_into_320_pixels() -> Result<()> {
    on_platform(longest()?, async |stage| {
        for language in stage.site.languages()? {
            let element = stage.full_element().set("lang", &language);
            let form = open(stage, &element, Window::Small).await?;
            form.event("signup-ready").await?;
            form.press().await?;
            form.event("signup-invalid").await?;
            let found = complaints(&form).await?;
            assert!(found.is_empty(), "{language}: {found:#?}");
        }
        Ok(())
    })
}

#[test]
fn what_does_not_fit_would_be_seen() -> Result<()> {
    on_stage(async |stage| {
        for (style, complaint) in [
            (".submit { inline-size: 400px }", "sideways"),
            (".show { min-inline-size: 0; inline-size: 20px }", "small"),
            (
                ".submit { block-size: 28px; min-block-size: 0 }",
                "cut off with more spacing",
            ),
            (".with-button .input { padding-inline-end: 0 }", "covered"),
        ] {
            let form = open(stage, &stage.element(), Window::Small).await?;
            form.event("signup-ready").await?;
            let spoil = "
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(`.storefront-signup ${arguments[1]}`);
                root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];";
            form.script::<()>(spoil, &[style.into()]).await?;
            let found = complaints(&form).await?;
            assert!(
                found.iter().any(|line| line.starts_with(complaint)),
                "{complaint}: {found:#?}"
            );
        }
        Ok(())
    })
}
