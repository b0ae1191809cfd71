//! A shopper registers, and the account is there.

use anyhow::{Context, Result};
use e2e::{Form, Page, SHOW_PASSWORD, Shopper, Stage, on_every_platform, until};
use sandbox::{Account, Effect, Fault, When};
use serde_json::json;

/// The one account of an email, if the shopper gets in with the password.
async fn account(stage: &Stage<'_>, email: &str, password: &str) -> Result<Account> {
    let mut accounts = stage.registered(email)?;
    assert_eq!(accounts.len(), 1, "accounts of {email}");
    assert!(
        stage.lets_in(email, password).await?,
        "{email} can't sign in"
    );
    accounts.pop().context("no account")
}

async fn register(stage: &Stage<'_>, shopper: &Shopper) -> Result<Account> {
    let form = stage.form().await?;
    form.fill_in(stage.platform, shopper).await?;
    form.press().await?;
    let success = form.event("signup-success").await?;
    let email = success["email"].as_str().context("no email")?;
    account(stage, email, shopper.password()).await
}

#[test]
fn a_shopper_registers_and_can_sign_in() -> Result<()> {
    on_every_platform(async |stage| {
        let shopper = Shopper::new();
        let account = register(stage, &shopper).await?;
        assert_eq!(account.email, shopper.email());
        assert_eq!(account.name, "Ada Lovelace");
        Ok(())
    })
}

#[test]
fn the_event_tells_platform_id_and_email() -> Result<()> {
    on_every_platform(async |stage| {
        let shopper = Shopper::new();
        let form = stage.form().await?;
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        let submit = form.event("signup-submit").await?;
        assert_eq!(submit["values"]["email"], shopper.email());
        assert_eq!(submit["values"]["password"], json!(null));
        let success = form.event("signup-success").await?;
        let account = account(stage, shopper.email(), shopper.password()).await?;
        assert_eq!(
            success,
            json!({ "platform": stage.platform.id, "id": account.id, "email": shopper.email() })
        );
        Ok(())
    })
}

#[test]
fn names_of_every_script_arrive_as_they_were_typed() -> Result<()> {
    on_every_platform(async |stage| {
        for name in [
            "Zoë Ñandú",
            "Đặng Thị Hương",
            "明日香",
            "Ольга",
            "شيماء",
            "O’Brien-Smith",
        ] {
            let names = ["first_name", "last_name", "name"];
            let shopper = names
                .iter()
                .fold(Shopper::new(), |shopper, field| shopper.with(field, name));
            let account = register(stage, &shopper).await?;
            assert!(
                [format!("{name} {name}"), name.to_owned()].contains(&account.name),
                "{:?}",
                account.name
            );
        }
        Ok(())
    })
}

#[test]
fn a_plus_tag_is_kept() -> Result<()> {
    on_every_platform(async |stage| {
        let account =
            register(stage, &Shopper::new().with("email", "ada+shop@example.com")).await?;
        assert_eq!(account.email, "ada+shop@example.com");
        Ok(())
    })
}

#[test]
fn an_email_in_capitals_is_stored_in_small_letters() -> Result<()> {
    on_every_platform(async |stage| {
        let account = register(
            stage,
            &Shopper::new().with("email", "Ada.LOVELACE@Example.COM"),
        )
        .await?;
        assert_eq!(account.email, "ada.lovelace@example.com");
        Ok(())
    })
}

#[test]
fn an_international_domain_is_stored_as_the_network_has_it() -> Result<()> {
    on_every_platform(async |stage| {
        let account = register(stage, &Shopper::new().with("email", "ada@exämple.de")).await?;
        assert_eq!(account.email, "ada@xn--exmple-cua.de");
        Ok(())
    })
}

#[test]
fn success_takes_the_place_of_the_form_focused_and_announced() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        form.event("signup-success").await?;
        assert_eq!(
            form.status().await?.as_deref(),
            Some("Your account is ready.")
        );
        assert_eq!(form.focused().await?, "status");
        let role: String = form
            .script(
                "return root.querySelector('[part~=status]').getAttribute('role')",
                &[],
            )
            .await?;
        assert_eq!(role, "status");
        let is_form_visible: bool = form
            .script("return root.querySelector('form').checkVisibility()", &[])
            .await?;
        assert!(!is_form_visible);
        assert!(
            form.script::<bool>("return host.matches(':state(done)')", &[])
                .await?
        );
        Ok(())
    })
}

#[test]
fn the_page_to_go_to_after_success_is_opened() -> Result<()> {
    on_every_platform(async |stage| {
        let welcome = stage
            .site
            .publish("/welcome", Page::new("<h1>Welcome</h1>"));
        let form = stage
            .form_of(&stage.element().set("success-url", "/welcome"))
            .await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        stage.browser.arrives_at(&welcome).await?;
        account(stage, shopper.email(), shopper.password()).await?;
        Ok(())
    })
}

#[test]
fn the_form_leads_to_the_page_to_sign_in() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage
            .form_of(&stage.element().set("sign-in-url", "/sign-in?from=shop"))
            .await?;
        assert_eq!(
            form.links("a").await?,
            [("Sign in".to_owned(), "/sign-in?from=shop".to_owned())]
        );
        Ok(())
    })
}

async fn is_sending(form: &Form<'_>) -> Result<bool> {
    form.script(
        "return root.querySelector('form').getAttribute('aria-busy') === 'true'",
        &[],
    )
    .await
}

#[test]
fn a_second_press_while_sending_does_nothing() -> Result<()> {
    on_every_platform(async |stage| {
        let late = Effect::Delay {
            ms: 5000,
            when: When::After,
        };
        stage
            .sandbox
            .set_fault(Fault::new(stage.platform.id, late).on("create"))?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        until("the sending", async || {
            Ok(is_sending(&form).await?.then_some(()))
        })
        .await?;
        form.press().await?;
        form.enter("email").await?;
        assert!(
            is_sending(&form).await?,
            "the presses came too late to tell anything"
        );
        assert_eq!(form.focused().await?, "email");
        assert_eq!(
            form.status().await?.as_deref(),
            Some("Creating your account…")
        );
        form.event("signup-success").await?;
        account(stage, shopper.email(), shopper.password()).await?;
        let creations = stage
            .requests()
            .into_iter()
            .filter(|request| request.step.as_deref() == Some("create"));
        assert_eq!(creations.count(), 1);
        Ok(())
    })
}

#[test]
fn the_button_says_so_and_stays_focusable_while_sending() -> Result<()> {
    on_every_platform(async |stage| {
        let late = Effect::Delay {
            ms: 5000,
            when: When::Before,
        };
        stage
            .sandbox
            .set_fault(Fault::new(stage.platform.id, late).on("create"))?;
        let form = stage.form().await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        until("the sending", async || {
            Ok(is_sending(&form).await?.then_some(()))
        })
        .await?;
        let button = form.find("button[type=submit]").await?;
        assert_eq!(button.text().await?, "Creating your account…");
        assert_eq!(button.attr("disabled").await?, None);
        assert_eq!(button.attr("aria-disabled").await?.as_deref(), Some("true"));
        assert_eq!(form.focused().await?, "submit");
        assert!(
            is_sending(&form).await?,
            "the registration ended too early to tell anything"
        );
        form.event("signup-success").await?;
        Ok(())
    })
}

#[test]
fn enter_in_a_field_sends() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.enter("email").await?;
        form.event("signup-success").await?;
        account(stage, shopper.email(), shopper.password()).await?;
        Ok(())
    })
}

#[test]
fn the_page_can_stop_the_sending() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        form.script::<()>(
            "host.addEventListener('signup-submit', (event) => event.preventDefault())",
            &[],
        )
        .await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        form.event("signup-submit").await?;
        assert!(!is_sending(&form).await?);
        assert!(stage.requests().is_empty());
        Ok(())
    })
}

#[test]
fn optional_fields_are_sent_too() -> Result<()> {
    on_every_platform(async |stage| {
        for field in stage
            .platform
            .optional
            .iter()
            .filter(|field| field.name == "phone")
        {
            let form = stage
                .form_of(&stage.element().set("fields", field.name))
                .await?;
            let shopper = Shopper::new();
            form.fill_in(stage.platform, &shopper).await?;
            form.fill(field.name, "+44 (20) 7946-0123").await?;
            form.press().await?;
            form.event("signup-success").await?;
            let account = account(stage, shopper.email(), shopper.password()).await?;
            assert_eq!(account.details[field.name], "+442079460123");
        }
        Ok(())
    })
}

/// All that a page, its address, its storage and its console hold, apart from the controls' values.
const TRACES: &str = "
    return JSON.stringify([
        window.recording, location.href, document.cookie, { ...localStorage }, { ...sessionStorage },
        document.documentElement.outerHTML, root.innerHTML,
        performance.getEntriesByType('resource').map(({ name }) => name),
    ]);";

#[test]
fn the_password_leaves_no_trace_in_the_page() -> Result<()> {
    on_every_platform(async |stage| {
        let shopper = Shopper::new();
        let form = stage.form().await?;
        form.fill_in(stage.platform, &shopper).await?;
        form.click(SHOW_PASSWORD).await?;
        let broken = Fault::new(stage.platform.id, Effect::Unreadable);
        stage.sandbox.set_fault(broken.times(0))?;
        form.press().await?;
        form.event("signup-error").await?;
        stage.sandbox.clear_faults();
        form.press().await?;
        form.event("signup-success").await?;
        let traces: String = form.script(TRACES, &[]).await?;
        assert!(traces.contains(shopper.email()), "the traces are empty");
        assert!(!traces.contains(shopper.password()), "{traces}");
        Ok(())
    })
}
