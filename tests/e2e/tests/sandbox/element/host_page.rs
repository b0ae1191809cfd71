//! Pages that change a form from their own listeners, and pages that are odd themselves.

use anyhow::Result;
use e2e::{Element, Form, Page, Shopper, Stage, WASM, on_stage, until};
use serde_json::{Value, json};
use storefront_signup::registration::message::Message;

/// Opens a page that listens to the form before there is one.
async fn listened_to<'a>(stage: &Stage<'a>, element: &Element, listener: &str) -> Result<Form<'a>> {
    let page = Page::new(format!("<script>{listener}</script>{element}"));
    stage.form_in(page, element).await
}

/// Registers a shopper, who reads that the account is there.
async fn registers(stage: &Stage<'_>, form: &Form<'_>) -> Result<Shopper> {
    let shopper = Shopper::new();
    stage.register(form, &shopper).await?;
    let status = form.status().await?;
    assert_eq!(status.as_deref(), Some(Message::Done.english()));
    Ok(shopper)
}

#[test]
fn a_change_while_an_account_is_made_leaves_its_end_to_be_seen() -> Result<()> {
    on_stage(async |stage| {
        let listener = "
            addEventListener('signup-submit', ({ target }) => {
                target.messages = { submit: 'Join' };
                target.setAttribute('sign-in-url', '/sign-in');
            });
            addEventListener('signup-success', ({ target }) => target.messages = { submit: 'Once more' });";
        let form = listened_to(stage, &stage.element(), listener).await?;
        registers(stage, &form).await?;
        form.script::<()>("host.reset()", &[]).await?;
        form.event("signup-ready").await?;
        form.find("a[href='/sign-in']").await?;
        let button = form.find("[part~=submit]").await?;
        assert_eq!(button.text().await?, "Once more");
        Ok(())
    })
}

#[test]
fn another_platform_is_another_form_even_after_success() -> Result<()> {
    on_stage(async |stage| {
        let form = stage.form().await?;
        registers(stage, &form).await?;
        let body = "host.setAttribute('platform', 'medusa-v1')";
        form.script::<()>(body, &[]).await?;
        assert_eq!(form.event("signup-ready").await?["platform"], "medusa-v1");
        Ok(())
    })
}

#[test]
fn metadata_that_the_page_sets_at_the_last_moment_is_kept() -> Result<()> {
    on_stage(async |stage| {
        let listener = "addEventListener('signup-submit', ({ target }) => target.metadata = { campaign: 'spring' });";
        let form = listened_to(stage, &stage.element(), listener).await?;
        let shopper = registers(stage, &form).await?;
        let known = stage.registered(shopper.email())?;
        let campaigns = known
            .iter()
            .map(|account| &account.details["metadata"]["campaign"]);
        assert_eq!(campaigns.collect::<Vec<_>>(), ["spring"]);
        Ok(())
    })
}

#[test]
fn what_a_page_sets_when_the_form_is_ready_stands_in_it() -> Result<()> {
    on_stage(async |stage| {
        let listener = "
            addEventListener('signup-ready', ({ target }) => {
                target.values = { email: 'ada@example.com' };
                target.messages = { submit: 'Join' };
                target.metadata = { campaign: 'spring' };
            });";
        let form = listened_to(stage, &stage.element(), listener).await?;
        form.event("signup-ready").await?;
        let shown = "return [root.querySelector('[name=email]').value, root.querySelector('[part~=submit]').textContent]";
        let shown: Value = form.script(shown, &[]).await?;
        assert_eq!(shown, json!(["ada@example.com", "Join"]));
        let events = stage.browser.recording().await?.events;
        let ready = events.iter().filter(|event| event.kind == "signup-ready");
        assert_eq!(ready.count(), 2, "with the first texts, and with its own");
        Ok(())
    })
}

#[test]
fn a_page_that_draws_anew_takes_nothing_back_that_the_shopper_did() -> Result<()> {
    on_stage(async |stage| {
        let draw = "
            window.draw = (host, text) => host.values = { first_name: 'Ada', last_name: 'King', email: text, accept_marketing: true };";
        let element = stage.element().set("fields", "accept_marketing");
        let form = listened_to(stage, &element, draw).await?;
        form.script::<()>("window.draw(host)", &[]).await?;
        form.fill("accept_marketing", "false").await?;
        form.fill("first_name", "Augusta").await?;
        form.control("last_name").await?.clear().await?;
        form.script::<()>(
            "window.draw(host); window.draw(host, null); host.setAttribute('sign-in-url', '/sign-in')",
            &[],
        )
        .await?;
        form.find("a[href='/sign-in']").await?;
        let kept = "
            const at = (name) => root.querySelector(`[name=${name}]`);
            return [at('first_name').value, at('last_name').value, at('email').value, at('accept_marketing').checked];";
        let kept: Value = form.script(kept, &[]).await?;
        assert_eq!(kept, json!(["Augusta", "", "", false]));
        Ok(())
    })
}

#[test]
fn an_error_of_the_pages_own_listener_ends_no_form() -> Result<()> {
    on_stage(async |stage| {
        let listener = "
            for (const kind of ['signup-ready', 'signup-submit', 'signup-success'])
                addEventListener(kind, () => new Date(NaN).toISOString());";
        let form = listened_to(stage, &stage.element(), listener).await?;
        registers(stage, &form).await?;
        let failed = "return host.matches(':state(failed)')";
        assert!(!form.script::<bool>(failed, &[]).await?);
        Ok(())
    })
}

#[test]
fn whoever_submits_the_form_itself_sends_nothing_to_the_page() -> Result<()> {
    on_stage(async |stage| {
        for element in [stage.element(), stage.element().set("no-shadow", "")] {
            let form = stage.form_of(&element).await?;
            form.fill_in(stage.platform, &Shopper::new()).await?;
            // Firefox throws where there is no dialog to close.
            let submit =
                "window.isSame = true; try { root.querySelector('form').submit() } catch {}";
            form.script::<()>(submit, &[]).await?;
            registers(stage, &form).await?;
            assert!(
                form.script::<bool>("return window.isSame === true", &[])
                    .await?
            );
        }
        Ok(())
    })
}

#[test]
fn a_path_as_endpoint_is_one_of_the_pages_own_host_whatever_its_base_says() -> Result<()> {
    on_stage(async |stage| {
        let form = stage
            .form_of(&stage.element().set("endpoint", "/store-api"))
            .await?;
        let base = "document.head.append(Object.assign(document.createElement('base'), { href: 'http://localhost:1/' }))";
        form.script::<()>(base, &[]).await?;
        stage.send(&form, &Shopper::new()).await?;
        form.failure().await?;
        let heard = stage.site.requests();
        assert!(
            heard.iter().any(|path| path.starts_with("/store-api/")),
            "{heard:?}"
        );
        Ok(())
    })
}

#[test]
fn texts_that_do_not_come_are_not_waited_for_without_end() -> Result<()> {
    on_stage(async |stage| {
        stage.site.hold("/embed/locales/de.json");
        let form = stage.form_of(&stage.element().set("lang", "de")).await?;
        form.find("[lang=en] form").await?;
        registers(stage, &form).await?;
        Ok(())
    })
}

#[test]
fn what_the_page_has_inside_of_the_element_goes_even_when_it_comes_late() -> Result<()> {
    on_stage(async |stage| {
        stage.site.hold(WASM);
        let element = stage.element().set("no-shadow", "");
        stage.open(Page::new(&element)).await?;
        let form = Form::new(stage.browser, element.id());
        form.find("form").await?;
        let late = "host.append('or ', document.createElement('a'))";
        form.script::<()>(late, &[]).await?;
        stage.site.release(WASM);
        form.event("signup-ready").await?;
        let nodes = "return host.childNodes.length";
        assert_eq!(form.script::<u32>(nodes, &[]).await?, 1);
        Ok(())
    })
}

#[test]
fn in_another_document_the_form_looks_the_same() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.element();
        let page = Page::new(format!("{element}<iframe srcdoc=\"<p>\"></iframe>"));
        let form = stage.form_in(page, &element).await?;
        let copy = "
            window.inner = document.querySelector('iframe').contentWindow;
            window.copy = host.cloneNode();
            inner.document.body.append(copy);";
        form.script::<()>(copy, &[]).await?;
        let look = "
            const control = copy.shadowRoot?.querySelector('[name=email]');
            return control ? inner.getComputedStyle(control).borderRadius : null;";
        let inner = until("the form in the frame", async || {
            form.script(look, &[]).await
        });
        let inner: String = inner.await?;
        let look = "return getComputedStyle(root.querySelector('[name=email]')).borderRadius";
        assert_eq!(form.script::<String>(look, &[]).await?, inner);
        Ok(())
    })
}
