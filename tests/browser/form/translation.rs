//! A translator of the page replaces every text node by an element with another text.

use crate::support::{Answer, Mounted, Owner, REGISTER, Store, document, until};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

/// Puts a `<font>` in place of each text in an element, as the translators of browsers do.
fn translate(element: &Element) {
    let nodes = element.child_nodes();
    let nodes: Vec<Node> = (0..nodes.length()).filter_map(|at| nodes.get(at)).collect();
    for node in nodes {
        match node.dyn_into::<Element>() {
            Ok(child) => translate(&child),
            Err(text) => {
                let font = document().create_element("font").expect("an element");
                font.set_text_content(Some("übersetzt"));
                element.replace_child(&font, &text).expect("a child");
            }
        }
    }
}

fn error(form: &Mounted) -> String {
    form.described("email", "error")
}

#[wasm_bindgen_test]
async fn errors_come_and_go() {
    let form = Owner::of_medusa().mount();
    translate(&form.container);
    form.enter("email", "ada");
    until("the error shows", || {
        error(&form).starts_with("Enter a full address")
    })
    .await;
    translate(&form.container);
    form.type_into("email", "ada@");
    until("another error shows", || {
        error(&form).starts_with("Check the part")
    })
    .await;
    translate(&form.container);
    form.type_into("email", "ada@example.com");
    until("no error shows", || error(&form).is_empty()).await;
}

#[wasm_bindgen_test]
async fn the_button_says_that_it_sends_and_the_end_is_to_be_read() {
    let store = Store::medusa();
    let held = store.hold(REGISTER);
    let form = Owner::of_medusa().mount();
    form.fill();
    translate(&form.container);
    form.press();
    let button = || form.text("[type=submit]");
    until("the button says so", || {
        button() == "Creating your account…"
    })
    .await;
    translate(&form.container);
    held.settle(&Answer::text(500, ""));
    until("the failure shows", || {
        form.text("[role=alert]")
            .starts_with("Something went wrong")
    })
    .await;
    translate(&form.container);
    store.on(REGISTER, Answer::token());
    form.press();
    until("the end shows", || {
        form.text("[part=status]") == "Your account is ready."
    })
    .await;
}
