use crate::registration::secret;

/// An attribute that a platform reads.
#[derive(Clone, Copy)]
pub struct Setting {
    /// The attribute's name.
    pub name: &'static str,
    /// Whether the platform needs it.
    pub is_required: bool,
    /// One line about it for the owner.
    pub about: &'static str,
    /// An example of a value.
    pub example: &'static str,
}

impl Setting {
    /// A setting that is not required. The published widget has no `about` of it.
    pub const fn optional(name: &'static str, about: &'static str, example: &'static str) -> Self {
        Self {
            name,
            is_required: false,
            about: description(about),
            example,
        }
    }

    /// Whether it is a switch without a text.
    pub fn is_switch(&self) -> bool {
        self.example == "true"
    }

    /// Whether its value may be a secret.
    pub fn is_secret(&self) -> bool {
        secret::is_server_secret(self.example)
    }
}

/// A text for the playground, the tools and the tests. Without the feature `descriptions`, it is empty: the published
/// widget never shows it.
pub const fn description(text: &'static str) -> &'static str {
    if cfg!(feature = "descriptions") {
        text
    } else {
        ""
    }
}
