//! axe-core, run in the open page.

use anyhow::{Context, Result};
use e2e::Form;
use serde_json::json;
use std::{env, fs};

const SCRIPT: &str = "STOREFRONT_SIGNUP_AXE";

/// What is looked for.
#[derive(Clone, Copy)]
pub enum Rules {
    /// Everything of WCAG 2.2 AA, and what is good practice beyond it.
    All,
    /// What a theme can change.
    Colours,
}

impl Rules {
    const fn tags(self) -> &'static [&'static str] {
        match self {
            Self::All => &[
                "wcag2a",
                "wcag2aa",
                "wcag21a",
                "wcag21aa",
                "wcag22aa",
                "best-practice",
            ],
            Self::Colours => &["cat.color"],
        }
    }
}

/// What axe-core finds in the page, a line each.
pub async fn findings(form: &Form<'_>, rules: Rules) -> Result<Vec<String>> {
    if form
        .script("return typeof window.axe === 'undefined'", &[])
        .await?
    {
        form.script::<()>(&script()?, &[]).await?;
    }
    form.script(include_str!("axe.js"), &[json!(rules.tags())])
        .await
}

fn script() -> Result<String> {
    let path = env::var(SCRIPT)
        .with_context(|| format!("{SCRIPT} is not set: run `cargo xtask test --only e2e`"))?;
    fs::read_to_string(&path).with_context(|| path)
}
