use crate::app::Page;
use crate::owner::setup::Ask;
use leptos::prelude::*;
use storefront_signup::registration::field::Field;
use storefront_signup::registration::platform::{Platform, find};

const OPTIONS: [(Ask, &str, &str); 3] = [
    (Ask::No, "no", "Not shown"),
    (Ask::Optional, "optional", "Optional"),
    (Ask::Required, "required", "Required"),
];

/// What the form asks for: the platform's own fields, and those that the owner may add.
pub fn fields(page: Page) -> impl IntoView {
    let platform = page.platform();
    let rows = move || find(platform.get()).map(|platform| rows(page, platform));
    view! {
        <div class="card">
            <h2>"Fields"</h2>
            <ul class="fields">{rows}</ul>
        </div>
    }
}

fn rows(page: Page, platform: &'static Platform) -> impl IntoView + use<> {
    let always = platform
        .required
        .iter()
        .map(|field| always(field).into_any());
    let optional = platform
        .optional
        .iter()
        .map(|field| optional(page, field).into_any());
    always.chain(optional).collect_view()
}

fn always(field: &'static Field) -> impl IntoView {
    view! {
        <li class="field-row">
            <span>{field.label.english()}</span>
            <span class="aside">"Always"</span>
        </li>
    }
}

fn optional(page: Page, field: &'static Field) -> impl IntoView {
    let id = format!("ask-{}", field.name);
    let asked = Memo::new(move |_| page.setup.with(|setup| setup.ask(field)));
    let options = OPTIONS.map(|(ask, value, label)| {
        view! { <option value=value prop:selected=move || asked.get() == ask>{label}</option> }
    });
    let choose = move |value: String| {
        let found = OPTIONS.iter().find(|(_, name, _)| *name == value);
        let ask = found.map(|(ask, ..)| *ask).unwrap_or_default();
        page.setup.update(|setup| setup.set_ask(field.name, ask));
    };
    view! {
        <li class="field-row">
            <label for=id.clone()>{field.label.english()}</label>
            <select id=id on:change:target=move |event| choose(event.target().value())>{options}</select>
        </li>
    }
}
