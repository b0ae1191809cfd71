//! The playground, as an owner uses it.

use anyhow::{Context, Result};
use e2e::{Form, Stage, on_platform, until};
use serde_json::Value;
use std::ops::Deref;
use storefront_signup::registration::platform::find;

/// The platform with groups that an owner can make.
const PLATFORM: &str = "commerce-layer";

/// The button that makes the group.
pub const CREATE: &str = "Create the group";
/// The button that gets a token.
pub const GET_TOKEN: &str = "Get a token from the sandbox";

/// The open page.
pub struct Playground<'a>(&'a Stage<'a>);

impl<'a> Deref for Playground<'a> {
    type Target = Stage<'a>;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

/// Runs a test with the playground open at the platform that has groups, and all of it unfolded.
pub fn in_playground(test: impl AsyncFn(&Playground) -> Result<()>) -> Result<()> {
    with_settings("", test)
}

/// [`in_playground`] with more settings, as the page's address has them.
pub fn with_settings(settings: &str, test: impl AsyncFn(&Playground) -> Result<()>) -> Result<()> {
    let platform = find(PLATFORM).context("no such platform")?;
    on_platform(platform, async |stage| {
        let playground = Playground(stage);
        playground.open(settings).await?;
        playground.unfold("Create a customer group").await?;
        test(&playground).await
    })
}

/// Opens the playground at the stage's platform.
pub async fn open<'a>(stage: &'a Stage<'a>) -> Result<Playground<'a>> {
    let playground = Playground(stage);
    playground.open("").await?;
    Ok(playground)
}

impl Playground<'_> {
    async fn open(&self, settings: &str) -> Result<()> {
        let address = self.site.publish_playground(&self.sandbox.url())?;
        let platform = self.platform.id;
        self.browser
            .goto(&format!("{address}#platform={platform}{settings}"))
            .await?;
        let is_ready =
            "return window.recording.events.some(({ kind }) => kind === 'signup-ready') || null";
        self.wait("the playground's form", is_ready, &[]).await?;
        self.unfold("Store, fields and options").await
    }

    /// Opens what is folded, unless it is open.
    async fn unfold(&self, title: &str) -> Result<()> {
        let body = "
            const found = [...document.querySelectorAll('summary')].find(({ textContent }) => textContent === arguments[0]);
            if (found && !found.parentElement.open) found.click();
            return Boolean(found) || null;";
        self.wait(title, body, &[title.into()]).await
    }

    /// Types into a part of the group, in place of what stands there.
    pub async fn fill(&self, part: &str, text: &str) -> Result<()> {
        let selector = format!("#group-{part}");
        let control = self
            .browser
            .element(
                "return document.querySelector(arguments[0])",
                &[selector.into()],
            )
            .await?;
        let control = control.context("no such part")?;
        control.clear().await?;
        // WebKit's driver refuses to type nothing.
        match text {
            "" => Ok(()),
            _ => Ok(control.send_keys(text).await?),
        }
    }

    /// What stands in a part of the group.
    pub async fn text(&self, part: &str) -> Result<String> {
        let body = "return document.querySelector(`#group-${arguments[0]}`).value";
        self.browser.script(body, &[part.into()]).await
    }

    /// Clicks what has a text: a button, or the label of a choice.
    pub async fn click(&self, text: &str) -> Result<()> {
        let body = "
            const found = [...document.querySelectorAll('button, label')].find(({ textContent }) => textContent === arguments[0]);
            return found ?? null;";
        let found = until(text, async || {
            self.browser.element(body, &[text.into()]).await
        })
        .await?;
        Ok(found.click().await?)
    }

    /// Gets a token from the sandbox and returns it.
    pub async fn token(&self) -> Result<String> {
        self.click(GET_TOKEN).await?;
        let body = "return document.querySelector('#group-token').value || null";
        until("the token", async || self.browser.script(body, &[]).await).await
    }

    /// Waits for a sentence of the group's form that contains a text: at a part, or at the end.
    pub async fn reads(&self, part: Option<&str>, text: &str) -> Result<String> {
        let selector = part.map_or_else(
            || ".groups .note".to_owned(),
            |part| format!("#problem-group-{part}"),
        );
        let body = "
            const found = document.querySelector(arguments[0]);
            return found?.checkVisibility() && found.textContent.includes(arguments[1]) ? found.textContent : null;";
        let arguments = [selector.into(), text.into()];
        until(text, async || self.browser.script(body, &arguments).await).await
    }

    /// The element's lines of the snippet.
    pub async fn snippet(&self) -> Result<String> {
        let body = "
            const codes = [...document.querySelectorAll('.panel pre')].map(({ textContent }) => textContent);
            return codes.find((code) => code.startsWith('<storefront-signup'));";
        self.browser.script(body, &[]).await
    }

    /// The form for shoppers.
    pub async fn form(&self) -> Result<Form<'_>> {
        let body = "document.querySelector('storefront-signup').id = 'signup'";
        self.browser.script::<Value>(body, &[]).await?;
        Ok(Form::new(self.browser, "signup"))
    }

    /// Names and members of the groups that the store has.
    pub fn groups(&self) -> Result<Vec<(String, usize)>> {
        let groups = self.sandbox.groups(self.platform.id)?.into_iter();
        Ok(groups.map(|group| (group.name, group.members)).collect())
    }

    async fn wait(&self, what: &str, body: &str, arguments: &[Value]) -> Result<()> {
        until(what, async || {
            let found: Option<bool> = self.browser.script(body, arguments).await?;
            Ok(found.map(|_| ()))
        })
        .await
    }
}
