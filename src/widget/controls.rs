//! The browser's controls: what stands in them is what is sent, whoever put it there.

use super::model::Model;
use super::page;
use crate::registration::field::{Control, Field};
use crate::registration::form::Asked;
use crate::registration::rules::plain::plain;
use crate::registration::rules::tick::TICKED;
use crate::registration::values::Values;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, Url};

impl Model {
    /// The texts that stand in the controls now.
    pub fn texts(&self) -> Values {
        let text = |asked: Asked| {
            let control = self.control(asked.field.name)?;
            Some((asked.field.name, text(&control, asked.field.control)))
        };
        self.form.borrow().fields().filter_map(text).collect()
    }

    /// Sets each control to what the owner prefilled, or to nothing.
    pub fn empty_controls(&self) {
        for field in self.fields() {
            if let Some(control) = self.control(field.name) {
                let text = page::prefilled(&self.host, field.name, field.control);
                set_text(&control, field.control, &text.unwrap_or_default());
            }
        }
        self.shorten(&self.texts());
    }

    /// Takes the password out of the page, where nobody needs it any more.
    pub fn forget_password(&self) {
        let fields = self.fields().into_iter();
        let passwords = fields.filter(|field| field.control == Control::Password);
        for control in passwords.filter_map(|field| self.control(field.name)) {
            control.set_value("");
        }
        self.show(|shown| shown.is_password_visible = false);
    }

    /// Puts the focus on the control of a field.
    pub fn focus(&self, name: &str) {
        if let Some(control) = self.control(name) {
            let _ = control.focus();
        }
    }

    /// Puts the focus on the message that stands in place of the form.
    pub fn focus_status(&self) {
        let status = self.container.query_selector("[role=status]");
        if let Ok(Some(status)) = status
            && let Some(status) = status.dyn_ref::<HtmlElement>()
        {
            let _ = status.focus();
        }
    }

    /// The control of a field, if it is there.
    ///
    /// A `<select>` comes as an input, too: what is used of it has the same names there.
    fn control(&self, name: &str) -> Option<HtmlInputElement> {
        let selector = ["[name='", name, "']"].concat();
        let found = self.container.query_selector(&selector).ok()??;
        Some(found.unchecked_into())
    }

    /// A copy: the page's own code may run while it is used.
    fn fields(&self) -> Vec<&'static Field> {
        let form = self.form.borrow();
        form.fields().map(|asked| asked.field).collect()
    }
}

fn text(control: &HtmlInputElement, kind: Control) -> String {
    let value = control.value();
    match kind {
        Control::Checkbox if control.checked() => TICKED.to_owned(),
        Control::Checkbox => String::new(),
        Control::Email => {
            let email = plain(&value);
            ascii_domain(&email).unwrap_or(email)
        }
        _ => value,
    }
}

fn set_text(control: &HtmlInputElement, kind: Control, text: &str) {
    match kind {
        Control::Checkbox => control.set_checked(text == TICKED),
        _ => control.set_value(text),
    }
}

/// An email with its domain as the network has it, where it has letters beyond ASCII.
fn ascii_domain(email: &str) -> Option<String> {
    let (local, domain) = email.trim().rsplit_once('@')?;
    // A path is a slip that the rule tells of.
    if domain.is_ascii() || domain.contains('/') {
        return None;
    }
    let url = Url::new(&["https://", domain].concat()).ok()?;
    Some([local, "@", &url.hostname()].concat())
}
