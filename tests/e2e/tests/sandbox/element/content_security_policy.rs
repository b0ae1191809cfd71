//! What the widget asks for, and what it finds when it comes.

use super::support::under_policy;
use anyhow::Result;
use e2e::{ENTRY, Element, Form, Page, Shopper, Stage, WASM, on_sampled_platforms, on_stage};
use sandbox::{BodyKind, Effect};

const REFUSED: Effect = Effect::Status {
    code: 400,
    body: BodyKind::Json,
    retry_after: None,
    readable: false,
};

/// The policy that `SECURITY.md` promises to do with.
fn strict(stage: &Stage<'_>) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
         connect-src 'self' {}; require-trusted-types-for 'script'",
        stage.sandbox.url()
    )
}

async fn objects_to_nothing(stage: &Stage<'_>) -> Result<()> {
    let recording = stage.browser.recording().await?;
    assert_eq!(recording.violations, [""; 0]);
    assert_eq!(recording.errors, [""; 0]);
    Ok(())
}

/// A form that refuses, then sends.
async fn live(stage: &Stage<'_>, element: &Element, shopper: &Shopper) -> Result<()> {
    let form = under_policy(stage, element, &strict(stage)).await?;
    form.event("signup-ready").await?;
    form.press().await?;
    form.event("signup-invalid").await?;
    stage.register(&form, shopper).await?;
    objects_to_nothing(stage).await
}

#[test]
fn a_strict_policy_has_nothing_to_object_to() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let shopper = Shopper::new();
        live(stage, &stage.full_element(), &shopper).await?;
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_strict_policy_has_nothing_to_object_to_in_the_page_itself() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let shopper = Shopper::new();
        live(stage, &stage.element().set("no-shadow", ""), &shopper).await?;
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_strict_policy_has_nothing_to_object_to_in_another_language() -> Result<()> {
    on_stage(async |stage| {
        let element = stage.full_element().set("lang", "de");
        live(stage, &element, &Shopper::new()).await?;
        let marked = "return host.shadowRoot.querySelector('.storefront-signup').lang";
        let form = Form::new(stage.browser, element.id());
        assert_eq!(form.script::<String>(marked, &[]).await?, "de");
        Ok(())
    })
}

#[test]
fn a_strict_policy_has_nothing_to_object_to_when_the_store_refuses() -> Result<()> {
    on_sampled_platforms(async |stage| {
        stage.spoil("create", REFUSED)?;
        let form = under_policy(stage, &stage.element(), &strict(stage)).await?;
        form.event("signup-ready").await?;
        stage.send(&form, &Shopper::new()).await?;
        form.failure().await?;
        assert!(form.summary().await?.is_some());
        objects_to_nothing(stage).await
    })
}

#[test]
fn a_strict_policy_has_nothing_to_object_to_in_the_fallback() -> Result<()> {
    on_stage(async |stage| {
        stage.site.lose(WASM);
        let element = stage.element().set("sign-in-url", "/sign-in");
        let form = under_policy(stage, &element, &strict(stage)).await?;
        form.failure().await?;
        assert!(form.summary().await?.is_some());
        objects_to_nothing(stage).await
    })
}

#[test]
fn a_page_that_breaks_the_policy_is_seen() -> Result<()> {
    on_stage(async |stage| {
        for culprit in [
            "<p style=\"color: red\">Red</p>",
            "<script>window.ran = true</script>",
        ] {
            let body = format!("{culprit}{}", stage.element());
            stage.open(Page::new(body).policy(&strict(stage))?).await?;
            let form = Form::new(stage.browser, Element::ID);
            form.event("signup-ready").await?;
            let recording = stage.browser.recording().await?;
            assert_eq!(recording.violations.len(), 1, "{culprit}: {recording:?}");
        }
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
fn what_the_page_sets_before_the_script_is_there_counts() -> Result<()> {
    on_sampled_platforms(async |stage| {
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
        if stage.has_password() {
            assert_eq!(
                form.control("password").await?.value().await?.as_deref(),
                Some("")
            );
        }
        assert_eq!(form.find("[part~=submit]").await?.text().await?, "Join us");
        assert_eq!(
            form.links("a").await?,
            [("Sign in".to_owned(), "/sign-in".to_owned())]
        );
        Ok(())
    })
}
