use super::Settings;

/// A setting: a name, what it is for, and what it has to be.
pub struct Setting {
    /// Its name in the file. In the environment it is in capitals, after `RELAY_`.
    pub name: &'static str,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// The value if it is not set, empty if there is none.
    pub default: &'static str,
    /// What it has to be: goes on after "It has to be".
    pub wants: &'static str,
    /// Whether a value is that.
    pub check: fn(&str) -> bool,
    /// Whether it has to be set.
    pub need: Need,
}

/// Whether a setting has to be set, and whether its value may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    Optional,
    /// It has to be set.
    Required,
    /// It has to be set, and no sentence may repeat it.
    Secret,
}

impl Setting {
    /// What is wrong with its value.
    pub fn mistake(&self, settings: &Settings) -> Option<String> {
        let Self { name, wants, .. } = self;
        match (settings.get(name), self.need) {
            (None, Need::Optional) => None,
            (None, _) => Some(format!("`{name}` is missing. It has to be {wants}.")),
            (Some(value), _) if (self.check)(value) => None,
            (Some(_), Need::Secret) => Some(format!("`{name}` has to be {wants}.")),
            (Some(value), _) => Some(format!("`{name}` is `{value}`. It has to be {wants}.")),
        }
    }
}
