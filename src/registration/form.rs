//! The state of the form: its fields, and the problems that the shopper sees.
//!
//! A problem shows when the shopper leaves the field or sends the form, and never while the shopper
//! types for the first time. It goes as soon as the text is right.

use super::field::{Control, Field};
use super::flow::Failure;
use super::message::Message;
use super::platform::Platform;
use super::rules::plain::trim;
use super::settings::Settings;
use super::values::Values;

/// A field in a form.
#[derive(Clone, Copy)]
pub struct FormField {
    /// The field.
    pub field: &'static Field,
    /// Whether the shopper has to fill it in.
    pub is_required: bool,
}

/// A field, and why the form can't send its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field's name.
    pub name: &'static str,
    /// The reason.
    pub reason: Message,
}

/// The fields of a form and their problems.
pub struct Form {
    entries: Vec<Entry>,
}

struct Entry {
    form_field: FormField,
    stage: Stage,
    problem: Option<Message>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Untouched,
    Typed,
    /// The shopper left the field or sent the form. Each change now updates the problem.
    Judged,
    /// The platform refused the text. A change removes this problem.
    Refused,
}

impl Form {
    /// The order is: required fields of the platform, fields that the owner adds, email and password,
    /// checkboxes for consent.
    pub fn new(platform: &Platform, settings: &Settings) -> Result<Self, Failure> {
        let required = platform.required.iter().map(|field| (*field, true));
        let mut fields: Vec<(&'static Field, bool)> = required.collect();
        for (setting, field) in platform.extra {
            if settings.has(setting) {
                fields.push((field, true));
            }
        }
        for name in settings.list("fields").chain(settings.list("require")) {
            let known = fields.iter().any(|(field, _)| field.name == name);
            if !known {
                fields.push((find(platform, name)?, false));
            }
        }
        let is_required = |name| settings.list("require").any(|required| required == name);
        let entry = |(field, always): &(&'static Field, bool)| Entry {
            form_field: FormField {
                field,
                is_required: *always || is_required(field.name),
            },
            stage: Stage::Untouched,
            problem: None,
        };
        let has_password = fields.iter().any(|(field, _)| is_password(field));
        let mut entries = Vec::new();
        for place in 0..PLACES {
            let here = |field: &(&Field, bool)| self::place(field.0, has_password) == place;
            entries.extend(fields.iter().filter(|field| here(field)).map(entry));
        }
        Ok(Self { entries })
    }

    /// The fields in their order.
    pub fn fields(&self) -> impl Iterator<Item = FormField> {
        self.entries.iter().map(|entry| entry.form_field)
    }

    /// Whether a checked checkbox hides fields.
    pub fn is_shortened(&self, texts: &Values) -> bool {
        self.fields()
            .any(|form_field| form_field.is_superfluous(texts))
    }

    /// The visible problems, in the order of the fields.
    pub fn problems(&self) -> Vec<Problem> {
        let problem = |entry: &Entry| {
            entry.problem.map(|reason| Problem {
                name: entry.name(),
                reason,
            })
        };
        self.entries.iter().filter_map(problem).collect()
    }

    /// The shopper changed the text of a field.
    pub fn typed(&mut self, name: &str, texts: &Values) {
        if let Some(entry) = self.entry(name) {
            entry.stage = match entry.stage {
                Stage::Untouched => Stage::Typed,
                Stage::Refused => Stage::Judged,
                stage => stage,
            };
        }
        self.judge(texts);
    }

    /// The shopper left a field.
    pub fn left(&mut self, name: &str, texts: &Values) {
        if let Some(entry) = self.entry(name)
            && entry.stage == Stage::Typed
        {
            entry.stage = Stage::Judged;
        }
        self.judge(texts);
    }

    /// The shopper sends the form. Returns the values to send, or `None` if a field has a problem.
    pub fn sent(&mut self, texts: &Values) -> Option<Values> {
        for entry in &mut self.entries {
            entry.stage = Stage::Judged;
        }
        self.judge(texts);
        let clean = |entry: &Entry| Some((entry.name(), entry.form_field.check(texts).ok()?));
        self.entries.iter().map(clean).collect()
    }

    /// The platform refused the text of a field.
    pub fn refused(&mut self, name: &str, reason: Message) {
        if let Some(entry) = self.entry(name) {
            entry.stage = Stage::Refused;
            entry.problem = Some(reason);
        }
    }

    fn judge(&mut self, texts: &Values) {
        for entry in &mut self.entries {
            if entry.stage == Stage::Judged {
                entry.problem = entry.form_field.check(texts).err();
            }
        }
    }

    fn entry(&mut self, name: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.name() == name)
    }
}

impl Entry {
    fn name(&self) -> &'static str {
        self.form_field.field.name
    }
}

impl FormField {
    /// Whether a checked checkbox hides this field.
    pub fn is_superfluous(&self, texts: &Values) -> bool {
        !texts.get(self.field.unless).is_empty()
    }

    /// Whether the field is required together with these texts.
    pub fn is_needed(&self, texts: &Values) -> bool {
        self.is_required && (self.field.needed)(texts)
    }

    /// The text to send, or the reason why the form can't send it.
    pub fn check(&self, texts: &Values) -> Result<String, Message> {
        let text = texts.get(self.field.name);
        if self.is_superfluous(texts) {
            return Ok(String::new());
        }
        // Spaces may be a password, but never a name. Nor is what can't be seen.
        let is_blank = match self.field.control {
            Control::Password => text.is_empty(),
            _ => trim(text).is_empty(),
        };
        match (is_blank, self.is_needed(texts)) {
            (true, true) => Err(self.field.missing),
            (true, false) => Ok(String::new()),
            _ => (self.field.rule)(text, texts),
        }
    }
}

const PLACES: usize = 4;

/// Where a field stands in a form: password managers take what is directly before a password for the user name.
pub fn place(field: &Field, has_password: bool) -> usize {
    match field.name {
        "email" if has_password => 1,
        _ if is_password(field) => 2,
        "accept_marketing" | "terms" => 3,
        _ => 0,
    }
}

fn is_password(field: &Field) -> bool {
    field.control == Control::Password
}

fn find(platform: &Platform, name: &str) -> Result<&'static Field, Failure> {
    let found = platform.optional.iter().find(|field| field.name == name);
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = platform.optional.iter().map(|field| field.name).collect();
        Failure::misconfigured(&[
            "The platform has no field `",
            name,
            "`. It has: ",
            &names.join(", "),
        ])
    })
}
