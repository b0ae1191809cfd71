use super::code::code;
use crate::app::Page;
use crate::owner::snippet;
use leptos::prelude::*;

/// What the owner copies into a page, and what the page and the store have to allow.
pub fn snippet(page: Page) -> impl IntoView {
    let head = Memo::new(move |_| snippet::head(&page.folder.read()));
    let element = Memo::new(move |_| page.setup.with(snippet::element));
    let policy = Memo::new(move |_| {
        page.setup
            .with(|setup| snippet::policy(setup, &page.folder.read()))
    });
    let platform = page.platform();
    view! {
        <div class="setting folder">
            <label for="folder">"Where you put the files"</label>
            <input
                id="folder"
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="about-folder"
                prop:value=page.folder
                on:input:target=move |event| page.folder.set(event.target().value())
            />
            <p class="about" id="about-folder">
                "The folder of your site with the content of " <code>"dist/embed"</code> ", made by "
                <code>"cargo xtask dist"</code> "."
            </p>
        </div>
        {code("In the page’s head", head)}
        {code("Where the form goes", element)}
        {move || warning(page)}
        {code("If the page has a Content-Security-Policy, add", policy)}
        <p class="about">
            "Your store’s API has to allow the origin of the page (CORS). Where each platform has that setting is in "
            <code>{move || format!("docs/platforms/{}.md", platform.get())}</code> "."
        </p>
    }
}

fn warning(page: Page) -> Option<impl IntoView> {
    let left_out = page.setup.with(snippet::left_out);
    let secret = (!left_out.is_empty()).then(|| {
        let names = left_out.join(", ");
        format!("Left out: {names}. It looks like a secret, and everyone can read what stands in a page.")
    });
    let is_sandbox = page.is_sandbox().get();
    let sandbox = is_sandbox.then(|| {
        "This form goes to the sandbox. Choose “My store” for one that goes to yours.".into()
    });
    let text: Option<String> = secret.or(sandbox);
    text.map(|text| view! { <p class="about state warn">{text}</p> })
}
