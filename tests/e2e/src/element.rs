use std::fmt;

/// A `<storefront-signup>` as it stands in a page.
#[derive(Clone)]
pub struct Element {
    id: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The id of an element that is not given another one.
    pub const ID: &'static str = "signup";

    /// An element without any attribute but its id.
    pub fn new() -> Self {
        Self {
            id: Self::ID.to_owned(),
            attributes: Vec::new(),
        }
    }

    /// Gives it another id.
    #[must_use]
    pub fn with_id(self, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..self
        }
    }

    /// Sets an attribute.
    #[must_use]
    pub fn set(self, name: &str, value: &str) -> Self {
        let mut element = self.without(name);
        element.attributes.push((name.to_owned(), value.to_owned()));
        element
    }

    /// Takes an attribute away.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.attributes.retain(|(own, _)| own != name);
        self
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl Default for Element {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for Element {
    fn fmt(&self, html: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(html, "<storefront-signup id=\"{}\"", self.id)?;
        for (name, value) in &self.attributes {
            write!(
                html,
                " {name}=\"{}\"",
                value.replace('&', "&amp;").replace('"', "&quot;")
            )?;
        }
        html.write_str("></storefront-signup>")
    }
}
