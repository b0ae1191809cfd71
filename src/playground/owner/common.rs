//! The attributes that the element has on every platform.

use storefront_signup::registration::settings::Setting;

/// The attributes for the form's appearance.
pub static LOOKS: &[&str] = &["theme", "lang"];

/// Settings of the preview. They are not in the snippet.
pub static PREVIEW: &[&str] = &["dir", "width"];

/// The attribute for the URL of the store's API.
pub static ENDPOINT: Setting = Setting {
    name: "endpoint",
    is_required: false,
    about: "the base URL of the store’s API, or of your own endpoint that accepts the same body.",
    example: "https://store.example",
};

/// The attributes that most pages do not need.
pub static EXTRAS: &[Setting] = &[
    Setting {
        name: "sign-in-url",
        is_required: false,
        about: "the page for shoppers who have an account.",
        example: "/sign-in",
    },
    Setting {
        name: "terms-url",
        is_required: false,
        about: "the page with your terms. The form links to it above the button.",
        example: "/terms",
    },
    Setting {
        name: "privacy-url",
        is_required: false,
        about: "the page with your privacy notice. The form links to it above the button.",
        example: "/privacy",
    },
    Setting {
        name: SUCCESS_URL,
        is_required: false,
        about: "the page for shoppers with a new account. It is in the snippet only, because here it would leave this page.",
        example: "/welcome",
    },
    Setting {
        name: "timeout",
        is_required: false,
        about: "the time limit of a request in seconds. The default is 15.",
        example: "15",
    },
];

/// The form on this page does not get this attribute.
pub const SUCCESS_URL: &str = "success-url";

/// The attribute that renders without a shadow root.
pub const NO_SHADOW: &str = "no-shadow";

/// Whether an attribute has the same value for both stores.
pub fn is_common(name: &str) -> bool {
    let is_extra = EXTRAS.iter().any(|extra| extra.name == name);
    is_extra || name == NO_SHADOW || LOOKS.contains(&name) || PREVIEW.contains(&name)
}
