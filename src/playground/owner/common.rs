//! The attributes that the element has whatever the platform.

use storefront_signup::registration::settings::Setting;

/// Attributes of the form's looks.
pub static LOOKS: &[&str] = &["theme", "lang"];

/// What the page shows the form with. It is no part of the snippet.
pub static PREVIEW: &[&str] = &["dir", "width"];

/// Where the store's API is.
pub static ENDPOINT: Setting = Setting {
    name: "endpoint",
    is_required: false,
    about: "the base address of the store’s API, or of an endpoint of your own that takes the same body.",
    example: "https://store.example",
};

/// Attributes that most pages can do without.
pub static EXTRAS: &[Setting] = &[
    Setting {
        name: "sign-in-url",
        is_required: false,
        about: "where shoppers with an account go.",
        example: "/sign-in",
    },
    Setting {
        name: "terms-url",
        is_required: false,
        about: "your terms, linked above the button.",
        example: "/terms",
    },
    Setting {
        name: "privacy-url",
        is_required: false,
        about: "your privacy notice, linked above the button.",
        example: "/privacy",
    },
    Setting {
        name: SUCCESS_URL,
        is_required: false,
        about: "where the shopper goes with the new account. In the snippet only: here it would leave this page.",
        example: "/welcome",
    },
    Setting {
        name: "timeout",
        is_required: false,
        about: "seconds that one request may take, 15 unless you set it.",
        example: "15",
    },
];

/// The one attribute that the form on this page goes without.
pub const SUCCESS_URL: &str = "success-url";

/// The attribute that renders without a shadow root.
pub const NO_SHADOW: &str = "no-shadow";

/// Whether an attribute is the same for every store that the owner tries.
pub fn is_common(name: &str) -> bool {
    let is_extra = EXTRAS.iter().any(|extra| extra.name == name);
    is_extra || name == NO_SHADOW || LOOKS.contains(&name) || PREVIEW.contains(&name)
}
