//! How the widget comes into a page, and what stands there when it can't.

use anyhow::{Context, Result};
use e2e::{
    Browser, ENTRY, Element, Form, Page, RETRY, Shopper, Stage, WASM, on_every_platform, on_stage,
    until,
};
use sandbox::{Effect, Fault, When};
use serde_json::{Value, json};
use storefront_signup::registration::message::Message;

/// Opens an element on a page with a policy and returns its form, ready or not.
async fn under_policy<'a>(stage: &Stage<'a>, element: &Element, policy: &str) -> Result<Form<'a>> {
    stage.open(Page::new(element).policy(policy)?).await?;
    Ok(Form::new(stage.browser, element.id()))
}

/// Asserts that shopper and owner are told of a failed load, and returns the owner's advice.
async fn told_of_failed_load(form: &Form<'_>, browser: &Browser) -> Result<String> {
    let error = form.event("signup-error").await?;
    assert_eq!(error["kind"], "load");
    let summary = form.summary().await?.context("an empty box")?;
    assert!(
        summary.starts_with(Message::NotLoaded.english()),
        "{summary}"
    );
    let advice = error["message"].as_str().context("no advice")?.to_owned();
    let console = browser.recording().await?.console;
    assert!(
        console.iter().any(|line| line.contains(&advice)),
        "{console:?}"
    );
    Ok(advice)
}

#[test]
fn a_policy_against_webassembly_gives_a_sentence_and_names_the_missing_line() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.element().set("sign-in-url", "/sign-in");
        let form = under_policy(stage, &element, "script-src 'self'").await?;
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(
            advice.contains("Add 'wasm-unsafe-eval' to script-src"),
            "{advice}"
        );
        let address = format!("{}/sign-in", stage.site.origin());
        assert_eq!(form.links("a").await?, [("Sign in".to_owned(), address)]);
        Ok(())
    })
}

#[test]
fn a_policy_against_the_file_gives_a_sentence_and_names_the_directive() -> Result<()> {
    on_stage(async |stage| {
        let policy = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";
        let form = under_policy(stage, &stage.element(), policy).await?;
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(advice.contains("connect-src"), "{advice}");
        Ok(())
    })
}

#[test]
fn a_browser_without_webassembly_gets_a_sentence() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.element();
        stage
            .open(Page::new(format!(
                "{element}<script>delete window.WebAssembly</script>"
            )))
            .await?;
        let form = Form::new(stage.browser, element.id());
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(advice.contains("too old"), "{advice}");
        Ok(())
    })
}

#[test]
fn a_missing_file_gives_a_sentence_and_another_try_once_it_is_there() -> Result<()> {
    on_stage(async |stage| {
        stage.site.lose(WASM);
        stage.open(Page::new(stage.element())).await?;
        let form = Form::new(stage.browser, Element::ID);
        let advice = told_of_failed_load(&form, stage.browser).await?;
        assert!(advice.contains("storefront-signup_bg.wasm"), "{advice}");
        form.click(RETRY).await?;
        told_of_failed_load(&form, stage.browser).await?;
        stage.site.find(WASM);
        form.click(RETRY).await?;
        form.event("signup-ready").await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        form.event("signup-success").await?;
        Ok(())
    })
}

#[test]
fn a_strict_policy_has_nothing_to_object_to() -> Result<()> {
    on_every_platform(async |stage| {
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             connect-src 'self' {}; require-trusted-types-for 'script'",
            stage.sandbox.url()
        );
        let form = under_policy(stage, &stage.element(), &policy).await?;
        form.event("signup-ready").await?;
        form.press().await?;
        form.event("signup-invalid").await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        form.event("signup-success").await?;
        let recording = stage.browser.recording().await?;
        assert!(
            recording.violations.is_empty(),
            "{:?}",
            recording.violations
        );
        assert!(recording.errors.is_empty(), "{:?}", recording.errors);
        Ok(())
    })
}

#[test]
fn the_webassembly_is_the_first_thing_that_the_entry_asks_for() -> Result<()> {
    on_stage(async |stage| {
        stage.form().await?;
        let requests = stage.site.requests();
        let own: Vec<&String> = requests
            .iter()
            .filter(|path| path.starts_with("/embed/"))
            .collect();
        assert_eq!(own, [ENTRY, WASM]);
        Ok(())
    })
}

#[test]
fn the_focus_stays_where_it_is_when_the_form_comes() -> Result<()> {
    on_stage(async |stage| {
        stage.site.hold(WASM);
        let element = stage.element();
        stage
            .open(Page::new(format!("<input id=\"search\">{element}")))
            .await?;
        let form = Form::new(stage.browser, element.id());
        form.find(".outline").await?;
        form.script::<()>("document.getElementById('search').focus()", &[])
            .await?;
        stage.site.release(WASM);
        form.event("signup-ready").await?;
        assert_eq!(stage.browser.recording().await?.focused, ["input"]);
        let focused: String = form.script("return document.activeElement.id", &[]).await?;
        assert_eq!(focused, "search");
        Ok(())
    })
}

/// Where things are in a page: the element's height, the top of what follows it, and the number of
/// layout shifts so far. Two frames later all shifts are told.
const LAYOUT: &str = "
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const shifts = window.recording.shifts.length;
    const top = document.getElementById('below').getBoundingClientRect().top;
    const now = [host.getBoundingClientRect().height, top];
    return frame().then(frame).then(() => [...now, window.recording.shifts.length]);";

/// Asserts that nothing moves in a page of a width, in CSS pixels, while the form comes.
async fn stays_in_place(stage: &Stage<'_>, element: &Element, width: u16) -> Result<()> {
    stage.site.hold(WASM);
    stage.site.publish(
        "/inner",
        Page::new(format!("{element}<p id=\"below\">Below</p>")),
    );
    let frame = format!(
        "<iframe id=\"frame\" src=\"/inner\" style=\"width: {width}px; height: 2000px; border: 0\"></iframe>"
    );
    stage.open(Page::new(frame).without_entry()).await?;
    stage.browser.enter_frame("frame").await?;
    let form = Form::new(stage.browser, element.id());
    form.find(".outline").await?;
    let before: Value = form.script(LAYOUT, &[]).await?;
    stage.site.release(WASM);
    form.event("signup-ready").await?;
    let after: Value = form.script(LAYOUT, &[]).await?;
    assert_eq!(
        after, before,
        "height, top of what follows, shifts at {width} px of {element}"
    );
    Ok(())
}

#[test]
fn nothing_moves_when_the_form_comes() -> Result<()> {
    on_every_platform(async |stage| {
        let optional: Vec<&str> = stage
            .platform
            .optional
            .iter()
            .map(|field| field.name)
            .collect();
        let full = stage
            .element()
            .set("fields", &optional.join(" "))
            .set("sign-in-url", "/sign-in");
        let full = full
            .set("terms-url", "/terms")
            .set("privacy-url", "/privacy");
        for width in [320, 1280] {
            stays_in_place(stage, &stage.element(), width).await?;
            stays_in_place(stage, &full, width).await?;
        }
        Ok(())
    })
}

/// Asserts that an element's settings are refused with nothing sent, and returns all that is told.
async fn told_of_settings(stage: &Stage<'_>, element: &Element) -> Result<String> {
    stage.open(Page::new(element)).await?;
    let form = Form::new(stage.browser, element.id());
    let error = form.event("signup-error").await?;
    assert_eq!(error["kind"], "configuration");
    assert_eq!(
        form.summary().await?.as_deref(),
        Some(Message::StoreTrouble.english())
    );
    assert_eq!(
        form.script::<u32>("return root.querySelectorAll('form').length", &[])
            .await?,
        0
    );
    assert!(stage.requests().is_empty());
    Ok(format!(
        "{error} {:?} {:?}",
        form.summary().await?,
        stage.browser.recording().await?
    ))
}

#[test]
fn a_secret_in_any_attribute_is_refused_and_never_repeated() -> Result<()> {
    on_every_platform(async |stage| {
        for name in [
            "publishable-key",
            "client-id",
            "token",
            "reference",
            "data-note",
        ] {
            let told =
                told_of_settings(stage, &stage.element().set(name, "sk_live_51abcdef")).await?;
            assert!(told.contains(name), "{told}");
            assert!(!told.contains("51abcdef"), "{told}");
        }
        Ok(())
    })
}

#[test]
fn an_open_network_is_no_way_for_a_password() -> Result<()> {
    on_every_platform(async |stage| {
        for endpoint in [
            "http://store.example",
            "http://127.0.0.1.store.example",
            "ftp://127.0.0.1",
        ] {
            let told = told_of_settings(stage, &stage.element().set("endpoint", endpoint)).await?;
            assert!(told.contains("https"), "{told}");
        }
        Ok(())
    })
}

#[test]
fn a_script_is_no_place_to_go_to() -> Result<()> {
    on_every_platform(async |stage| {
        for name in ["success-url", "sign-in-url", "terms-url", "privacy-url"] {
            for address in [
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "data:text/html,x",
            ] {
                let told = told_of_settings(stage, &stage.element().set(name, address)).await?;
                assert!(told.contains(name), "{told}");
            }
        }
        Ok(())
    })
}

#[test]
fn two_widgets_on_a_page_do_not_mix() -> Result<()> {
    on_every_platform(async |stage| {
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
        second.fill_in(stage.platform, &shopper).await?;
        second.press().await?;
        second.event("signup-success").await?;
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
    on_every_platform(async |stage| {
        let look = "const { fontSize, borderRadius } = getComputedStyle(root.querySelector('[name=email]'));
            return [fontSize, borderRadius, host.getBoundingClientRect().height];";
        let with: Value = stage.form().await?.script(look, &[]).await?;
        let form = stage.form_of(&stage.element().set("no-shadow", "")).await?;
        assert!(
            form.script::<bool>("return host.shadowRoot === null", &[])
                .await?
        );
        assert_eq!(form.script::<Value>(look, &[]).await?, with);
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        form.event("signup-success").await?;
        Ok(())
    })
}

#[test]
fn a_moved_element_keeps_what_was_typed() -> Result<()> {
    on_every_platform(async |stage| {
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
        form.event("signup-success").await?;
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_changed_attribute_keeps_what_was_typed() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.script::<()>("host.setAttribute('sign-in-url', '/sign-in')", &[])
            .await?;
        form.find("a[href='/sign-in']").await?;
        form.press().await?;
        form.event("signup-success").await?;
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        Ok(())
    })
}

#[test]
fn an_element_that_is_removed_while_sending_leaves_the_others_working() -> Result<()> {
    on_every_platform(async |stage| {
        let late = Effect::Delay {
            ms: 1000,
            when: When::After,
        };
        stage
            .sandbox
            .set_fault(Fault::new(stage.platform.id, late).on("create"))?;
        let [first, second] = ["first", "second"].map(|id| stage.element().with_id(id));
        stage.open(Page::new(format!("{first}{second}"))).await?;
        let [first, second] = ["first", "second"].map(|id| Form::new(stage.browser, id));
        second.event("signup-ready").await?;
        first.fill_in(stage.platform, &Shopper::new()).await?;
        first.press().await?;
        first.event("signup-submit").await?;
        first.script::<()>("host.remove()", &[]).await?;
        let is_answered = |stage: &Stage| {
            let mut requests = stage.requests().into_iter();
            requests.any(|request| {
                request.step.as_deref() == Some("create") && request.status.is_some()
            })
        };
        until("the answer", async || Ok(is_answered(stage).then_some(()))).await?;
        second.fill_in(stage.platform, &Shopper::new()).await?;
        second.press().await?;
        second.event("signup-success").await?;
        let errors = stage.browser.recording().await?.errors;
        assert!(errors.is_empty(), "{errors:?}");
        Ok(())
    })
}

#[test]
fn what_the_page_sets_before_the_script_is_there_counts() -> Result<()> {
    on_every_platform(async |stage| {
        stage.open(Page::new("").without_entry()).await?;
        let early = "
            document.body.innerHTML = arguments[0];
            const host = document.body.firstElementChild;
            host.setAttribute('sign-in-url', '/sign-in');
            host.values = { email: 'ada@example.com', password: 'never-prefilled-1' };
            host.messages = { submit: 'Join us' };
            const script = Object.assign(document.createElement('script'), { type: 'module', src: arguments[1] });
            document.head.append(script);";
        let html = stage.element().to_string();
        stage
            .browser
            .script::<()>(early, &[html.into(), ENTRY.into()])
            .await?;
        let form = Form::new(stage.browser, Element::ID);
        form.event("signup-ready").await?;
        assert_eq!(
            form.control("email").await?.value().await?.as_deref(),
            Some("ada@example.com")
        );
        assert_eq!(
            form.control("password").await?.value().await?.as_deref(),
            Some("")
        );
        assert_eq!(form.find("[part~=submit]").await?.text().await?, "Join us");
        assert_eq!(
            form.links("a").await?,
            [("Sign in".to_owned(), "/sign-in".to_owned())]
        );
        Ok(())
    })
}

#[test]
fn a_language_without_texts_is_shown_in_english() -> Result<()> {
    on_stage(async |stage| {
        let form = stage.form_of(&stage.element().set("lang", "tlh")).await?;
        let language: Value = form.script("const { lang, dir } = root.querySelector('.storefront-signup'); return { lang, dir }", &[]).await?;
        assert_eq!(language, json!({ "lang": "en", "dir": "ltr" }));
        assert_eq!(
            form.find("[part~=submit]").await?.text().await?,
            Message::Submit.english()
        );
        Ok(())
    })
}
