//! The pages that are compared. The page with the form's markup comes with the command that writes the markup.

use crate::context::Context;
use anyhow::{Context as _, Result};
use std::fs;
use storefront_signup::registration::platform::REGISTRY;

/// A page of the comparison.
pub struct Page {
    /// Its path below the server's origin.
    pub path: &'static str,
    /// Its name in the table.
    pub name: &'static str,
    /// What its head has beside the title.
    head: &'static str,
    body: Body,
}

enum Body {
    /// A file of tools/bench.
    File(&'static str),
    Markup(&'static str),
    /// The element, with the first platform.
    Ours,
}

/// All pages. The first two are those that the others are compared with.
pub static ALL: [Page; 4] = [
    Page {
        path: "/static",
        name: "static form",
        head: "",
        body: Body::File("fields.html"),
    },
    Page {
        path: "/hand-written",
        name: "hand-written element",
        head: "<script type=\"module\" src=\"/bench/hand-written.js\"></script>",
        body: Body::Markup("<hand-written-signup></hand-written-signup>"),
    },
    Page {
        path: "/preload",
        name: "ours with the preload line",
        head: "<link rel=\"preload\" as=\"fetch\" crossorigin fetchpriority=\"low\" href=\"/embed/storefront-signup_bg.wasm\" \
               type=\"application/wasm\"><script type=\"module\" src=\"/embed/storefront-signup.js\"></script>",
        body: Body::Ours,
    },
    Page {
        path: "/script",
        name: "ours with the script tag alone",
        head: "<script type=\"module\" src=\"/embed/storefront-signup.js\"></script>",
        body: Body::Ours,
    },
];

impl Page {
    /// The text of the page.
    pub fn html(&self, context: &Context) -> Result<String> {
        let body = match self.body {
            Body::File(name) => fs::read_to_string(context.root.join("tools/bench").join(name))?,
            Body::Markup(markup) => markup.to_owned(),
            Body::Ours => element()?,
        };
        Ok(format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Shop</title>\
             <link rel=\"icon\" href=\"data:,\">{}</head><body>{body}</body></html>",
            self.head
        ))
    }
}

/// The element with the first platform and the examples of its required settings.
fn element() -> Result<String> {
    let platform = REGISTRY.first().context("no platform")?;
    let required = platform
        .settings
        .iter()
        .filter(|setting| setting.is_required);
    let settings: String = required
        .map(|setting| format!(" {}=\"{}\"", setting.name, setting.example))
        .collect();
    let id = platform.id;
    Ok(format!(
        "<storefront-signup platform=\"{id}\" endpoint=\"https://store.example\"{settings}></storefront-signup>"
    ))
}
