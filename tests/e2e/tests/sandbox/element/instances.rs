//! Widgets that live together, move, change and go.

use anyhow::Result;
use e2e::{Form, Page, Shopper, WASM, on_sampled_platforms, on_stage, until};
use sandbox::{Effect, When};
use serde_json::{Value, json};

#[test]
fn two_widgets_on_a_page_do_not_mix() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let [first, second] =
            ["first", "second"].map(|id| stage.element().with_id(id).set("no-shadow", ""));
        stage.open(Page::new(format!("{first}{second}"))).await?;
        let [first, second] = ["first", "second"].map(|id| Form::new(stage.browser, id));
        first.event("signup-ready").await?;
        second.event("signup-ready").await?;
        let ids = "const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
            return ids.length - new Set(ids).size;";
        assert_eq!(
            stage.browser.script::<u32>(ids, &[]).await?,
            0,
            "ids that are there twice"
        );
        first.press().await?;
        first.event("signup-invalid").await?;
        assert_eq!(second.error_of("email").await?, None);
        let shopper = Shopper::new();
        stage.register(&second, &shopper).await?;
        assert!(first.error_of("email").await?.is_some());
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        assert_eq!(
            stage
                .site
                .requests()
                .iter()
                .filter(|path| *path == WASM)
                .count(),
            1
        );
        Ok(())
    })
}

#[test]
fn without_a_shadow_root_the_form_looks_and_works_the_same() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let look = "const { fontSize, borderRadius } = getComputedStyle(root.querySelector('[name=email]'));
            return [fontSize, borderRadius, host.getBoundingClientRect().height];";
        let with: Value = stage.form().await?.script(look, &[]).await?;
        let form = stage.form_of(&stage.element().set("no-shadow", "")).await?;
        assert!(
            form.script::<bool>("return host.shadowRoot === null", &[])
                .await?
        );
        assert_eq!(form.script::<Value>(look, &[]).await?, with);
        stage.register(&form, &Shopper::new()).await?;
        Ok(())
    })
}

#[test]
fn a_moved_element_keeps_what_was_typed() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let element = stage.element();
        stage
            .open(Page::new(format!("{element}<aside></aside>")))
            .await?;
        let form = Form::new(stage.browser, element.id());
        form.event("signup-ready").await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.script::<()>("document.querySelector('aside').append(host)", &[])
            .await?;
        form.press().await?;
        stage.finish(&form, &shopper).await?;
        Ok(())
    })
}

/// Asks for the focus as the page does: the name of the control that has it, and whether the page
/// scrolled. WebKit scrolls to it by a timer, after the call.
const FOCUS: &str = "
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    host.focus(arguments[1]);
    return frame().then(frame).then(() => [root.activeElement.name, window.scrollY > 0]);";

#[test]
fn the_page_may_ask_for_the_focus_and_for_no_scrolling() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.element();
        let far = "<div style=\"height: 4000px\"></div>";
        let form = stage
            .form_in(Page::new(format!("{far}{element}")), &element)
            .await?;
        let first = stage.platform.required.first().map(|field| field.name);
        for (options, scrolls) in [(json!({ "preventScroll": true }), false), (json!({}), true)] {
            let said: Value = form.script(FOCUS, &[options]).await?;
            assert_eq!(said, json!([first, scrolls]));
            form.script::<()>("root.activeElement.blur()", &[]).await?;
        }
        Ok(())
    })
}

#[test]
fn a_changed_attribute_keeps_what_was_typed() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.script::<()>("host.setAttribute('sign-in-url', '/sign-in')", &[])
            .await?;
        form.find("a[href='/sign-in']").await?;
        form.press().await?;
        stage.finish(&form, &shopper).await?;
        Ok(())
    })
}

#[test]
fn an_element_that_is_removed_while_sending_leaves_the_others_working() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let late = Effect::Delay {
            ms: 1000,
            when: When::After,
        };
        stage.spoil("create", late)?;
        let [first, second] = ["first", "second"].map(|id| stage.element().with_id(id));
        stage.open(Page::new(format!("{first}{second}"))).await?;
        let [first, second] = ["first", "second"].map(|id| Form::new(stage.browser, id));
        second.event("signup-ready").await?;
        stage.send(&first, &Shopper::new()).await?;
        first.event("signup-submit").await?;
        first.script::<()>("host.remove()", &[]).await?;
        let answered = async || Ok(stage.answers("create").into_iter().flatten().next());
        until("the answer", answered).await?;
        stage.register(&second, &Shopper::new()).await?;
        let errors = stage.browser.recording().await?.errors;
        assert!(errors.is_empty(), "{errors:?}");
        Ok(())
    })
}
