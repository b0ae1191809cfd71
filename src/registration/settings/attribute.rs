//! The attributes that the element has on every platform, in one table.
//!
//! The element, the playground and the tests of the documentation read this table. The widget itself has only
//! [`LINKS`]: shoppers don't download the texts.

use super::Setting;

/// An attribute that the element has on every platform.
pub struct Attribute {
    /// The attribute's name.
    pub name: &'static str,
    /// What its value is.
    pub kind: AttributeKind,
    /// Whether the element draws the form again after a change.
    pub is_observed: bool,
    /// One line about it for the owner.
    pub about: &'static str,
    /// An example of a value.
    pub example: &'static str,
}

/// What the value of an attribute is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeKind {
    /// One word or a name.
    Text,
    /// The base URL for requests.
    Url,
    /// An http, https or relative URL that the shopper follows.
    Link,
    /// On, unless the attribute is missing or `false`.
    Switch,
    /// Names with spaces between them.
    List,
    /// An integer.
    Number,
}

/// The base URL of the store's API.
pub const ENDPOINT: Attribute = Attribute::new(
    "endpoint",
    AttributeKind::Url,
    "the base URL of the store’s API, or of your own endpoint that accepts the same body.",
    "https://store.example",
);

/// All of them, in the order of the documentation.
pub const COMMON: &[Attribute] = &[
    Attribute::new(
        "platform",
        AttributeKind::Text,
        "the id of the store’s platform.",
        "acme",
    ),
    ENDPOINT,
    Attribute::new(
        "fields",
        AttributeKind::List,
        "the optional fields to show, in their order.",
        "phone company_name",
    ),
    Attribute::new(
        "require",
        AttributeKind::List,
        "the optional fields that the shopper has to fill in.",
        "terms",
    ),
    Attribute::new(
        "lang",
        AttributeKind::Text,
        "the language. Without it, the form has the language of the page or the browser.",
        "de",
    ),
    Attribute::new(
        "dir",
        AttributeKind::Text,
        "the direction of the text, `ltr` or `rtl`. Without it, the form has the direction of its language.",
        "rtl",
    ),
    Attribute {
        is_observed: false, // Only the style sheet reads it.
        ..Attribute::new(
            "theme",
            AttributeKind::Text,
            "the mode: `auto`, `light` or `dark`. The default is `auto`.",
            "dark",
        )
    },
    Attribute::new(
        "no-shadow",
        AttributeKind::Switch,
        "renders the form without a shadow root, for password managers that miss it.",
        "true",
    ),
    Attribute::new(
        "values",
        AttributeKind::Text,
        "texts to begin with, by the fields’ names, as JSON.",
        r#"{ "first_name": "Ada" }"#,
    ),
    Attribute::new(
        "sign-in-url",
        AttributeKind::Link,
        "the page for shoppers who have an account.",
        "/sign-in",
    ),
    Attribute::new(
        "reset-password-url",
        AttributeKind::Link,
        "the page for shoppers who forgot their password. The form links to it if the email is taken.",
        "/reset-password",
    ),
    Attribute::new(
        "terms-url",
        AttributeKind::Link,
        "the page with your terms. The form links to it above the button.",
        "/terms",
    ),
    Attribute::new(
        "privacy-url",
        AttributeKind::Link,
        "the page with your privacy notice. The form links to it above the button.",
        "/privacy",
    ),
    Attribute::new(
        "success-url",
        AttributeKind::Link,
        "the page for shoppers with a new account. The browser opens it after the registration.",
        "/welcome",
    ),
    Attribute::new(
        "timeout",
        AttributeKind::Number,
        "the time limit of a request in seconds, 1 to 120. The default is 15.",
        "15",
    ),
];

/// The names of the links.
pub static LINKS: [&str; count(AttributeKind::Link)] = names(AttributeKind::Link);

impl Attribute {
    const fn new(
        name: &'static str,
        kind: AttributeKind,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self {
            name,
            kind,
            is_observed: true,
            about,
            example,
        }
    }

    /// The same as a setting that is not required.
    pub const fn setting(&self) -> Setting {
        Setting::optional(self.name, self.about, self.example)
    }

    const fn is(&self, kind: AttributeKind) -> bool {
        self.kind as u8 == kind as u8
    }
}

/// How many attributes have a kind.
const fn count(kind: AttributeKind) -> usize {
    let (mut table, mut count) = (COMMON, 0);
    while let [attribute, rest @ ..] = table {
        count += attribute.is(kind) as usize;
        table = rest;
    }
    count
}

/// The names of the attributes of a kind. There are [`count`] of them.
const fn names<const COUNT: usize>(kind: AttributeKind) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let (mut table, mut free) = (COMMON, names.as_mut_slice());
    while let [attribute, rest @ ..] = table {
        if attribute.is(kind)
            && let [slot, others @ ..] = free
        {
            *slot = attribute.name;
            free = others;
        }
        table = rest;
    }
    names
}
