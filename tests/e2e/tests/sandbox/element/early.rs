//! What the shopper does before the WebAssembly is there.

use anyhow::{Result, ensure};
use e2e::{
    Element, Form, Page, RETRY, SHOW_PASSWORD, Shopper, Stage, WASM, on_stage,
    on_stage_with_devtools, until,
};
use serde_json::{Value, json};
use storefront_signup::registration::message::Message;

/// Opens a page whose WebAssembly is held back, until the form can be typed into.
async fn drawn<'a>(stage: &Stage<'a>, element: &Element) -> Result<Form<'a>> {
    stage.site.hold(WASM);
    stage.open(Page::new(element)).await?;
    let form = Form::new(stage.browser, element.id());
    form.find("[name=email]").await?;
    Ok(form)
}

async fn take_over(stage: &Stage<'_>, form: &Form<'_>) -> Result<()> {
    stage.site.release(WASM);
    form.event("signup-ready").await?;
    Ok(())
}

/// The element in a shadow root and in the page itself.
fn elements(stage: &Stage) -> [Element; 2] {
    [stage.element(), stage.element().set("no-shadow", "")]
}

#[test]
fn no_letter_is_lost_and_no_control_is_replaced() -> Result<()> {
    on_stage(async |stage| {
        for element in elements(stage) {
            let form = drawn(stage, &element).await?;
            form.type_into("email", "ada.lovelace").await?;
            form.script::<()>("window.before = [...root.querySelectorAll('*')]", &[])
                .await?;
            stage.site.release(WASM);
            for letter in "@example".chars() {
                stage.browser.keys(&letter.to_string()).await?;
            }
            form.event("signup-ready").await?;
            stage.browser.keys(".com").await?;
            let email = form.control("email").await?.value().await?;
            assert_eq!(email.as_deref(), Some("ada.lovelace@example.com"));
            let is_same = "
                const after = [...root.querySelectorAll('*')];
                return after.length === before.length && after.every((node, index) => node === before[index]);";
            assert!(form.script::<bool>(is_same, &[]).await?);
            assert_eq!(form.focused().await?, "email");
        }
        Ok(())
    })
}

#[test]
fn caret_selection_and_scrolling_stay() -> Result<()> {
    on_stage(async |stage| {
        let form = drawn(stage, &stage.element()).await?;
        form.type_into("first_name", "Augusta Ada").await?;
        let place = "
            document.body.style.height = '5000px';
            root.querySelector('[name=first_name]').setSelectionRange(4, 9, 'backward');
            scrollTo(0, 40);";
        form.script::<()>(place, &[]).await?;
        let look = "
            const { selectionStart, selectionEnd, selectionDirection } = root.querySelector('[name=first_name]');
            return [selectionStart, selectionEnd, selectionDirection, scrollY];";
        assert_eq!(
            form.script::<Value>(look, &[]).await?,
            json!([4, 9, "backward", 40])
        );
        take_over(stage, &form).await?;
        assert_eq!(
            form.script::<Value>(look, &[]).await?,
            json!([4, 9, "backward", 40])
        );
        Ok(())
    })
}

#[test]
fn undo_reaches_back_before_the_take_over() -> Result<()> {
    on_stage(async |stage| {
        let form = drawn(stage, &stage.element()).await?;
        form.type_into("email", "ada").await?;
        take_over(stage, &form).await?;
        form.script::<()>("document.execCommand('undo')", &[])
            .await?;
        let email = form.control("email").await?.value().await?;
        assert_eq!(email.as_deref(), Some(""));
        Ok(())
    })
}

#[test]
fn a_composition_goes_on() -> Result<()> {
    on_stage_with_devtools(async |stage| {
        let form = drawn(stage, &stage.element()).await?;
        form.click("[name=first_name]").await?;
        let listen = "
            window.ended = 0;
            root.querySelector('[name=first_name]').addEventListener('compositionend', () => window.ended++);";
        form.script::<()>(listen, &[]).await?;
        let compose = |text: &str| json!({"text": text, "selectionStart": 1, "selectionEnd": 1});
        stage
            .browser
            .devtools("Input.imeSetComposition", compose("あ"))
            .await?;
        assert_eq!(
            form.script::<u32>("return window.ended", &[]).await?,
            0,
            "before"
        );
        take_over(stage, &form).await?;
        assert_eq!(form.script::<u32>("return window.ended", &[]).await?, 0);
        stage
            .browser
            .devtools("Input.insertText", json!({"text": "亜"}))
            .await?;
        let name = form.control("first_name").await?.value().await?;
        assert_eq!(name.as_deref(), Some("亜"));
        Ok(())
    })
}

#[test]
fn a_password_that_is_shown_early_stays_shown() -> Result<()> {
    on_stage(async |stage| {
        let form = drawn(stage, &stage.element()).await?;
        form.type_into("password", "correct horse").await?;
        form.click(SHOW_PASSWORD).await?;
        let look = "
            const control = root.querySelector('[name=password]');
            return [control.type, control.value, root.querySelector('.show').textContent];";
        let shown = json!(["text", "correct horse", Message::Hide.english()]);
        assert_eq!(form.script::<Value>(look, &[]).await?, shown);
        take_over(stage, &form).await?;
        assert_eq!(form.script::<Value>(look, &[]).await?, shown);
        form.click(SHOW_PASSWORD).await?;
        let hidden = json!(["password", "correct horse", Message::Show.english()]);
        assert_eq!(form.script::<Value>(look, &[]).await?, hidden);
        Ok(())
    })
}

/// Whether the form is busy for everyone: for the shopper, for assistive technology and for the page.
const BUSY: &str = "
    const form = root.querySelector('form');
    const button = root.querySelector('[part~=submit]');
    const state = (() => { try { return host.matches(':state(busy)') } catch { return true } })();
    return [form.getAttribute('aria-busy'), button.getAttribute('aria-disabled'), button.textContent, state];";

#[test]
fn an_early_press_is_sent_once_as_soon_as_it_can_be() -> Result<()> {
    on_stage(async |stage| {
        for element in elements(stage) {
            let form = drawn(stage, &element).await?;
            let shopper = Shopper::new();
            form.fill_in(stage.platform, &shopper).await?;
            let place = "return [location.href, history.length]";
            let before: Value = form.script(place, &[]).await?;
            form.click(SHOW_PASSWORD).await?;
            // Enter and the button: one press.
            form.enter("password").await?;
            stage.browser.keys("\u{e007}").await?;
            let busy = json!(["true", "true", Message::Sending.english(), true]);
            assert_eq!(form.script::<Value>(BUSY, &[]).await?, busy);
            form.find("[name=password][type=password]").await?;
            form.press().await?;
            assert!(stage.registered(shopper.email())?.is_empty());
            stage.site.release(WASM);
            form.success().await?;
            assert_eq!(stage.registered(shopper.email())?.len(), 1);
            let events = stage.browser.recording().await?.events;
            let submits = events.iter().filter(|event| event.kind == "signup-submit");
            assert_eq!(submits.count(), 1);
            assert_eq!(form.script::<Value>(place, &[]).await?, before);
        }
        Ok(())
    })
}

#[test]
fn after_an_early_press_a_module_that_fails_keeps_all_but_the_password() -> Result<()> {
    on_stage(async |stage| {
        stage.site.lose(WASM);
        let form = drawn(stage, &stage.element()).await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        stage.site.release(WASM);
        form.failure().await?;
        let said = form.summary().await?.unwrap_or_default();
        ensure!(said.starts_with(Message::NotLoaded.english()), "{said}");
        stage.site.find(WASM);
        form.click(RETRY).await?;
        form.event("signup-ready").await?;
        let email = form.control("email").await?.value().await?;
        assert_eq!(email.as_deref(), Some(shopper.email()));
        let password = form.control("password").await?.value().await?;
        assert_eq!(password.as_deref(), Some(""));
        assert_eq!(stage.requests().len(), 0, "it was not sent");
        form.fill("password", shopper.password()).await?;
        form.press().await?;
        form.success().await?;
        Ok(())
    })
}

#[test]
fn an_element_that_is_emptied_early_forgets_the_press() -> Result<()> {
    on_stage(async |stage| {
        let form = drawn(stage, &stage.element()).await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        form.script::<()>("host.reset()", &[]).await?;
        take_over(stage, &form).await?;
        let is_idle = "return root.querySelector('form').hasAttribute('aria-busy') ? null : true";
        until("the form is idle", async || form.script(is_idle, &[]).await)
            .await
            .map(|_: bool| ())?;
        let email = form.control("email").await?.value().await?;
        assert_eq!(email.as_deref(), Some(""));
        assert_eq!(stage.requests().len(), 0);
        Ok(())
    })
}
