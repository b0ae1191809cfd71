//! What the widget asks for, and what it finds when it comes.

use crate::support::under_policy;
use anyhow::Result;
use e2e::{ENTRY, Element, Form, Page, Shopper, WASM, on_every_platform, on_stage};

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
        form.success().await?;
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
