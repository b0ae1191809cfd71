//! The controls of the form. Their values are sent, whether typed, filled in or set by a script.

use super::model::Model;
use super::page;
use crate::registration::field::{Control, Field};
use crate::registration::form::FormField;
use crate::registration::rules::plain::plain;
use crate::registration::rules::tick::TICKED;
use crate::registration::search::{contains, rsplit_once};
use crate::registration::values::Values;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, Url};

impl Model {
    /// The current values of the controls.
    pub fn texts(&self) -> Values {
        let text = |form_field: FormField| {
            let control = self.control(form_field.field.name)?;
            Some((
                form_field.field.name,
                text(&control, form_field.field.control),
            ))
        };
        self.form.borrow().fields().filter_map(text).collect()
    }

    /// Sets each control to the owner's value, or empties it.
    pub fn empty_controls(&self) {
        for field in self.fields() {
            if let Some(control) = self.control(field.name) {
                let text = page::prefilled(&self.host, field.name, field.control);
                set_text(&control, field.control, &text.unwrap_or_default());
            }
        }
        self.shorten(&self.texts());
    }

    /// Adopts what stands in the controls. What the owner did not put there, the shopper typed.
    pub fn adopt_controls(&self) {
        let texts = self.texts();
        for field in self.fields() {
            let prefilled = page::prefilled(&self.host, field.name, field.control);
            if texts.get(field.name) != prefilled.unwrap_or_default() {
                self.form.borrow_mut().typed(field.name, &texts);
            }
        }
        self.shorten(&texts);
    }

    /// Removes the password from the page after the registration.
    pub fn forget_password(&self) {
        let fields = self.fields().into_iter();
        let passwords = fields.filter(|field| field.control == Control::Password);
        for control in passwords.filter_map(|field| self.control(field.name)) {
            control.set_value("");
        }
        self.show(|shown| shown.is_password_visible = false);
    }

    /// Moves the focus to the control of a field.
    pub fn focus(&self, name: &str) {
        if let Some(control) = self.control(name) {
            let _ = control.focus();
        }
    }

    /// Moves the focus to the message that replaces the form.
    pub fn focus_status(&self) {
        let status = self.container.query_selector("[role=status]");
        if let Ok(Some(status)) = status
            && let Some(status) = status.dyn_ref::<HtmlElement>()
        {
            let _ = status.focus();
        }
    }

    ///
    /// A `<select>` comes as an input, too: what is used of it has the same names there.
    fn control(&self, name: &str) -> Option<HtmlInputElement> {
        let selector = ["[name='", name, "']"].concat();
        let found = self.container.query_selector(&selector).ok()??;
        Some(found.unchecked_into())
    }

    /// A copy, because code of the page may run while the fields are used.
    fn fields(&self) -> Vec<&'static Field> {
        let form = self.form.borrow();
        form.fields().map(|form_field| form_field.field).collect()
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

/// An email with its domain in ASCII (Punycode), if the domain has other letters.
fn ascii_domain(email: &str) -> Option<String> {
    let (local, domain) = rsplit_once(email.trim(), "@")?;
    // The rule reports a path.
    if domain.is_ascii() || contains(domain, "/") {
        return None;
    }
    let url = Url::new(&["https://", domain].concat()).ok()?;
    Some([local, "@", &url.hostname()].concat())
}
