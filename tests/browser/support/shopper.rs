//! What a shopper does with a form.

use super::{Answer, Mounted, Owner, REGISTER, Store, pause, until};
use web_sys::{Event, EventInit, HtmlElement};

/// The email that the shopper of the suites has.
pub const EMAIL: &str = "ada@example.com";
/// Her password.
pub const PASSWORD: &str = "correct horse battery";

impl Mounted {
    /// Types a text into a field, without leaving it. Any text ticks a box.
    pub fn type_into(&self, name: &str, text: &str) {
        let control = self.control(name);
        match control.type_().as_str() {
            "checkbox" => control.set_checked(!text.is_empty()),
            _ => control.set_value(text),
        }
        dispatch(&control, "input");
    }

    /// Enters a field for the first time.
    pub fn touch(&self) {
        dispatch(&self.control("email"), "focusin");
    }

    /// Leaves a field.
    pub fn leave(&self, name: &str) {
        dispatch(&self.control(name), "focusout");
    }

    /// Types a text into a field and leaves it.
    pub fn enter(&self, name: &str, text: &str) {
        self.type_into(name, text);
        self.leave(name);
    }

    /// Presses the submit button.
    pub fn press(&self) {
        self.get("[type=submit]").click();
    }

    /// Types something right into every field.
    pub fn fill(&self) {
        for name in self.names() {
            self.type_into(&name, sample(&name));
        }
    }

    /// Lives through all events: refused, sent and failed, sent and done.
    pub async fn live(&self, store: &Store) {
        self.press();
        pause().await;
        for answer in [Answer::text(500, ""), Answer::token()] {
            store.on(REGISTER, answer);
            if self.find("form").is_some() {
                self.fill();
                self.press();
            }
            pause().await;
            until("each registration has ended", || !self.is_registering()).await;
            pause().await;
        }
    }

    /// Whether a registration has begun whose end the page has not heard.
    fn is_registering(&self) -> bool {
        let count = |name| self.details(name).len();
        count("signup-submit") > count("signup-success") + count("signup-error")
    }
}

/// The form of an owner after a registration that failed.
pub async fn failed(owner: Owner) -> Mounted {
    let form = owner.mount();
    form.fill();
    form.press();
    until("the failure shows", || {
        form.has_heard("signup-error") && form.shows("[role=alert]")
    })
    .await;
    form
}

fn sample(name: &str) -> &'static str {
    match name {
        "email" => EMAIL,
        "password" => PASSWORD,
        "phone" => "+442079460123",
        "first_name" => "Ada",
        "last_name" => "Lovelace",
        _ => "Analytical Engines",
    }
}

fn dispatch(target: &HtmlElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    let event = Event::new_with_event_init_dict(name, &init).expect("an event");
    target
        .dispatch_event(&event)
        .expect("an event that was not dispatched yet");
}
