use super::code::code;
use crate::app::state::State;
use crate::owner::snippet;
use leptos::prelude::*;

/// The lines for the owner's page, and what the page and the store have to allow.
pub fn snippet(state: State) -> impl IntoView {
    let head = Memo::new(move |_| snippet::head(&state.folder.read()));
    let element = Memo::new(move |_| state.setup.with(snippet::element));
    let policy = Memo::new(move |_| {
        state
            .setup
            .with(|setup| snippet::policy(setup, &state.folder.read()))
    });
    let platform = state.platform();
    view! {
        <div class="setting folder">
            <label for="folder">"Where you put the files"</label>
            <input
                id="folder"
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="about-folder"
                prop:value=state.folder
                on:input:target=move |event| state.folder.set(event.target().value())
            />
            <p class="about" id="about-folder">
                "The folder of your site with the files of " <code>"dist/embed"</code> ". Create them with "
                <code>"cargo xtask dist"</code> "."
            </p>
        </div>
        {code("In the page’s head", head)}
        {code("Where the form goes", element)}
        {move || warning(state)}
        {code("If the page has a Content-Security-Policy, add", policy)}
        <p class="about">
            "Your store’s API has to allow the origin of the page (CORS). To find that setting, see "
            <code>{move || format!("docs/platforms/{}.md", platform.get())}</code> "."
        </p>
    }
}

fn warning(state: State) -> Option<impl IntoView> {
    let left_out = state.setup.with(snippet::left_out);
    let secret = (!left_out.is_empty()).then(|| {
        let names = left_out.join(", ");
        format!("Left out: {names}. It looks like a secret, and everyone can read a page.")
    });
    let is_sandbox = state.is_sandbox().get();
    let sandbox = is_sandbox.then(|| {
        "This form goes to the sandbox. Choose “My store” for one that goes to yours.".into()
    });
    let text: Option<String> = secret.or(sandbox);
    text.map(|text| view! { <p class="about state warn">{text}</p> })
}
