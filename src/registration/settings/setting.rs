use crate::registration::secret;

/// An attribute that a platform reads.
pub struct Setting {
    /// The attribute's name.
    pub name: &'static str,
    /// Whether nothing works without it.
    pub is_required: bool,
    /// What it is, in a line for the owner.
    pub about: &'static str,
    /// A value as it could stand in a page.
    pub example: &'static str,
}

impl Setting {
    /// A setting that an owner may leave out.
    pub const fn optional(name: &'static str, about: &'static str, example: &'static str) -> Self {
        Self {
            name,
            is_required: false,
            about,
            example,
        }
    }

    /// Whether it is on or off, and holds no text.
    pub fn is_switch(&self) -> bool {
        self.example == "true"
    }

    /// Whether a secret may stand in it.
    pub fn is_secret(&self) -> bool {
        secret::is_server_secret(self.example)
    }
}
