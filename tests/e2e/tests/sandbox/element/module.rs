use anyhow::Result;
use e2e::{Form, Page, Stage};
use std::fmt::Display;

/// Opens a page whose script knows the widget's module.
pub async fn open(stage: &Stage<'_>, body: impl Display) -> Result<()> {
    let script = include_str!("module.js");
    stage
        .open(Page::new(format!("<script>{script}</script>{body}")))
        .await
}

/// Makes the module trap as soon as it calls the browser again.
pub async fn trap_next(form: &Form<'_>) -> Result<()> {
    form.script("window.trapNext = true", &[]).await
}
