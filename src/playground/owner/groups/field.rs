//! The fields of the form for groups.

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupField {
    /// The token, which is the owner's secret.
    Token,
    /// The group's name.
    Name,
    /// The group's id in another system of the owner's.
    Reference,
    /// The system that the reference is from.
    Origin,
    /// Any JSON object.
    Metadata,
}

impl GroupField {
    /// All fields, in the order in which the form shows them.
    pub const ALL: [Self; 5] = [
        Self::Token,
        Self::Name,
        Self::Reference,
        Self::Origin,
        Self::Metadata,
    ];

    /// The field's name in the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Name => "name",
            Self::Reference => "reference",
            Self::Origin => "origin",
            Self::Metadata => "metadata",
        }
    }

    /// Whether the owner has to fill it in.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Token | Self::Name)
    }
}
