//! The texts of the fields, by the names of the fields.

/// The name and the text of each field, in the order of the form.
///
/// It does not implement `Debug`, because it may contain a password.
#[derive(Clone, Default)]
pub struct Values(Vec<(&'static str, String)>);

impl Values {
    /// The text of a field. Empty if the form does not have the field.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(own, _)| *own == name);
        found.map_or("", |(_, value)| value)
    }

    /// Sets the text of a field.
    pub fn set(&mut self, name: &'static str, value: String) {
        match self.0.iter_mut().find(|(own, _)| *own == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name, value)),
        }
    }

    /// Removes a field and returns its text. Empty if the form does not have the field.
    pub fn take(&mut self, name: &str) -> String {
        match self.0.iter().position(|(own, _)| *own == name) {
            Some(index) => self.0.remove(index).1,
            None => String::new(),
        }
    }

    /// The fields with a text, in the order of the form.
    pub fn filled(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = self.0.iter().map(|(name, value)| (*name, value.as_str()));
        all.filter(|(_, value)| !value.is_empty())
    }
}

impl FromIterator<(&'static str, String)> for Values {
    fn from_iter<I: IntoIterator<Item = (&'static str, String)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}
