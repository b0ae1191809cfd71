/// The content type of JSON.
pub const JSON: &str = "application/json";

/// The content type of a form.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// Whether a header `Content-Type` names a type, with or without parameters.
pub fn is_media(header: Option<&str>, media: &str) -> bool {
    let essence = header.unwrap_or_default().split(';').next();
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case(media))
}
