use anyhow::{Context, Result};
use e2e::{Element, Form, Page, Shopper, Stage, until};
use serde_json::{Map, Value, json};
use storefront_signup::registration::field::Field;
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// The path of the page in a frame.
const INNER: &str = "/inner";

/// A window for a page.
#[derive(Clone, Copy)]
pub enum Window {
    /// The browser's own.
    Whole,
    /// 320 by 256 CSS pixels: an old phone, or a window of 1280 by 1024 at 400 %.
    Small,
}

/// Opens an element in a window; its form may not be there yet.
pub async fn open<'a>(stage: &Stage<'a>, element: &Element, window: Window) -> Result<Form<'a>> {
    match window {
        Window::Whole => stage.open(Page::new(element)).await?,
        Window::Small => {
            stage.site.publish(INNER, Page::new(element));
            let frame = format!(
                "<iframe id=\"frame\" src=\"{INNER}\" style=\"width: 320px; height: 256px; border: 0\"></iframe>"
            );
            stage.open(Page::new(frame).without_entry()).await?;
            stage.browser.enter_frame("frame").await?;
        }
    }
    Ok(Form::new(stage.browser, element.id()))
}

/// Puts texts into the controls of fields from outside, and dispatches some kinds of events at each.
pub async fn put(
    form: &Form<'_>,
    fields: impl Iterator<Item = &'static Field>,
    shopper: &Shopper,
    events: &[&str],
) -> Result<()> {
    let text =
        |field: &'static Field| Ok((field.name.to_owned(), shopper.text(field.name)?.into()));
    let texts: Map<String, Value> = fields.map(text).collect::<Result<_>>()?;
    let body = "
        for (const [name, text] of Object.entries(arguments[1])) {
            const control = root.querySelector(`[name='${name}']`);
            if (control.type === 'checkbox') {
                control.checked = text === 'true';
            } else {
                control.value = text;
            }
            for (const kind of arguments[2]) {
                control.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
            }
        }";
    form.script(body, &[texts.into(), json!(events)]).await
}

/// Fills all fields of a full form in and presses the button.
pub async fn send(stage: &Stage<'_>, form: &Form<'_>, shopper: &Shopper) -> Result<()> {
    put(form, stage.fields(), shopper, &["input", "change"]).await?;
    form.press().await
}

/// Waits until a registration is under way.
pub async fn busy(form: &Form<'_>) -> Result<()> {
    until("the sending", async || {
        let is_busy: bool = form
            .script("return root.querySelector('form').ariaBusy === 'true'", &[])
            .await?;
        Ok(is_busy.then_some(()))
    })
    .await
}

/// The platform with the most fields.
pub fn longest() -> Result<&'static Platform> {
    let platforms = REGISTRY.iter().copied();
    let longest = platforms.max_by_key(|platform| platform.optional.len());
    longest.context("no platform")
}
