//! The parts of encodings that platforms use.

use super::json::{Json, read};

/// The claims of a JSON Web Token. `Null` for anything else.
///
/// The signature is not checked. The token comes from the platform, and the platform checks it.
pub fn claims(token: &str) -> Json {
    let payload = token.split('.').nth(1).and_then(base64url);
    let text = payload.and_then(|bytes| String::from_utf8(bytes).ok());
    text.and_then(|text| read(&text)).unwrap_or(Json::Null)
}

/// Encodes a text as one segment of a URL's path (RFC 3986).
pub fn path_segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            push_hex(&mut out, byte >> 4);
            push_hex(&mut out, byte & 15);
        }
    }
    out
}

fn push_hex(out: &mut String, nibble: u8) {
    let digit = char::from_digit(nibble.into(), 16).unwrap_or('0');
    out.push(digit.to_ascii_uppercase());
}

/// Decodes base64url without padding (RFC 4648).
fn base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut bits = 0_u32;
    let mut count = 0;
    for byte in text.bytes() {
        bits = bits << 6 | u32::from(sextet(byte)?);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}
