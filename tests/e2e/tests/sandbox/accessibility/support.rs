use anyhow::Result;
use e2e::{Element, Form, Page, Shopper, Stage};

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

/// Fills all fields of a full form in and presses the button.
pub async fn send(stage: &Stage<'_>, form: &Form<'_>, shopper: &Shopper) -> Result<()> {
    form.put(stage.fields(), shopper, &["input", "change"])
        .await?;
    form.press().await
}
