//! The layout of the page.

use maud::{DOCTYPE, Markup, html};

use crate::platform::{Platform, REGISTRY};

/// The whole page of one platform.
pub(super) fn document(platform: &dyn Platform, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (platform.name()) " · Sandbox store" }
                link rel="stylesheet" href="/style.css";
            }
            body {
                (header(platform))
                main {
                    (intro(platform))
                    (body)
                }
                footer { p { "This store runs on this computer only. It sends nothing to a real shop." } }
            }
        }
    }
}

fn header(current: &dyn Platform) -> Markup {
    html! {
        header {
            div.bar {
                a.brand href="/" { span.mark aria-hidden="true" {} "Sandbox store" }
                form method="post" action="/_page/reset" {
                    input type="hidden" name="platform" value=(current.id());
                    button.quiet type="submit" { "Reset everything" }
                }
            }
            nav aria-label="Platforms" {
                ul {
                    @for platform in REGISTRY {
                        li { (tab(*platform, current)) }
                    }
                }
            }
        }
    }
}

fn tab(platform: &dyn Platform, current: &dyn Platform) -> Markup {
    let is_current = platform.id() == current.id();
    html! {
        a href={ "/?platform=" (platform.id()) } aria-current=[is_current.then_some("page")] { (platform.name()) }
    }
}

fn intro(platform: &dyn Platform) -> Markup {
    html! {
        div.intro {
            h1 { (platform.name()) }
            p {
                "Set the element's " code { "endpoint" } " to this URL plus "
                code { "/" (platform.id()) } ". Then shoppers register here."
            }
            p { a.button href={ "/?platform=" (platform.id()) } { "Refresh" } }
        }
    }
}

/// A table that scrolls inside its section. `id` is the id of its heading.
pub(super) fn table(id: &str, headings: &[&str], rows: &[Markup]) -> Markup {
    html! {
        div.table tabindex="0" role="region" aria-labelledby=(id) {
            table {
                thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
                tbody { @for row in rows { (row) } }
            }
        }
    }
}
