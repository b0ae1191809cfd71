//! What axe-core finds.

use super::axe::{Rules, findings};
use super::states::each_state;
use super::support::Window;
use anyhow::Result;
use e2e::{Element, Form, Page, Stage, WASM, on_sampled_platforms, on_stage};
use std::cell::RefCell;

const LANGUAGES: [&str; 2] = ["en", "ar"];

/// What axe-core finds in both themes. They differ in nothing but colours.
async fn in_both_themes(form: &Form<'_>) -> Result<Vec<String>> {
    let mut found = findings(form, Rules::All).await?;
    form.script::<()>("host.setAttribute('theme', 'dark')", &[])
        .await?;
    found.extend(findings(form, Rules::Colours).await?);
    form.script::<()>("host.setAttribute('theme', 'light')", &[])
        .await?;
    Ok(found)
}

fn in_language(element: Element, language: &str) -> Element {
    element.set("lang", language).set("theme", "light")
}

async fn no_barrier_in_any_state(stage: &Stage<'_>, language: &str) -> Result<()> {
    let found = RefCell::new(Vec::new());
    let element = in_language(stage.full_element(), language);
    each_state(stage, &element, Window::Whole, async |form, state| {
        let lines = in_both_themes(form).await?;
        let lines = lines.iter().map(|line| format!("{state}: {line}"));
        found.borrow_mut().extend(lines);
        Ok(())
    })
    .await?;
    let found = found.into_inner();
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[test]
fn no_state_has_a_barrier_from_left_to_right() -> Result<()> {
    on_sampled_platforms(async |stage| no_barrier_in_any_state(stage, "en").await)
}

#[test]
fn no_state_has_a_barrier_from_right_to_left() -> Result<()> {
    on_sampled_platforms(async |stage| no_barrier_in_any_state(stage, "ar").await)
}

#[test]
fn what_stands_in_place_of_the_form_has_no_barrier() -> Result<()> {
    on_stage(async |stage| {
        let misconfigured = stage.element().set("endpoint", "http://store.example");
        stage.site.lose(WASM);
        for element in [stage.full_element(), misconfigured] {
            for language in LANGUAGES {
                let element = in_language(element.clone(), language);
                stage.open(Page::new(&element)).await?;
                let form = Form::new(stage.browser, element.id());
                form.failure().await?;
                let found = in_both_themes(&form).await?;
                assert!(found.is_empty(), "{element}: {found:#?}");
            }
            stage.site.find(WASM);
        }
        Ok(())
    })
}

#[test]
fn a_barrier_would_be_found() -> Result<()> {
    on_stage(async |stage| {
        let form = stage.form().await?;
        let raise = "
            root.querySelector('label').remove();
            root.querySelector('.submit').style.cssText = 'color: #777; background: #888';";
        form.script::<()>(raise, &[]).await?;
        let found = in_both_themes(&form).await?;
        for rule in ["against label ", "against color-contrast "] {
            assert!(
                found.iter().any(|line| line.starts_with(rule)),
                "{rule}: {found:#?}"
            );
        }
        Ok(())
    })
}
