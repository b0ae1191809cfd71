//! A password that is worth having. Most platforms have no rule, so this is the only one.

use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::values::Values;

/// In characters (code points), as NIST SP 800-63B counts them.
const SHORTEST: usize = 8;
const LONGEST: usize = 128;

/// The commonest passwords of eight characters and more that are neither a run nor a repetition.
const COMMON: &str = "password password1 password12 password123 password! passw0rd p@ssw0rd p@ssword \
    qwertyui asdfghjk qwertyuiop qwerty12 qwerty123 qwerty1234 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 qazwsxedc zaq12wsx asdfghjkl \
    zxcvbnm1 iloveyou iloveyou1 sunshine sunshine1 princess princess1 football football1 baseball \
    basketball superman batman123 starwars pokemon1 trustno1 whatever letmein1 letmein123 welcome1 \
    welcome123 admin123 administrator changeme changeme1 computer internet samsung1 michelle jennifer \
    michael1 jordan23 charlie1 liverpool chelsea1 arsenal1 dragon123 monkey123 master123 shadow123 \
    hello123 abcd1234 abc12345 a1b2c3d4 aa123456 asdf1234 test1234 qwer1234 1234qwer 123qwe123 \
    123456789a 11223344 12344321 87654321 987654321 0987654321 1234567890 \
    secret123 summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 google123 facebook1 \
    blink182 maverick corvette mercedes midnight swordfish butterfly chocolate strawberry lovely123";

/// Refuses passwords of fewer than 8 or more than 128 characters, the commonest, and the email.
///
/// The text is sent as it was typed: platforms compare every character, spaces too.
pub fn check(typed: &str, others: &Values) -> Verdict {
    let length = typed.chars().count();
    refuse_if(length < SHORTEST, Message::PasswordShort)?;
    refuse_if(length > LONGEST, Message::PasswordLong)?;
    let folded = typed.trim().to_ascii_lowercase();
    refuse_if(
        is_email(&folded, others.get("email")),
        Message::PasswordEmail,
    )?;
    refuse_if(is_common(&folded), Message::PasswordCommon)?;
    Ok(typed.to_owned())
}

/// Whether a space stands at an end, which a shopper may have typed or pasted unseen.
pub fn has_outer_space(typed: &str) -> bool {
    typed.trim() != typed
}

fn is_email(folded: &str, email: &str) -> bool {
    let email = email.trim().to_ascii_lowercase();
    let local = email.split('@').next().unwrap_or_default();
    !local.is_empty() && (folded == email || folded == local)
}

fn is_common(folded: &str) -> bool {
    COMMON
        .split_ascii_whitespace()
        .any(|common| common == folded)
        || is_run(folded)
        || is_repetition(folded)
}

/// `123123123` and `abababab`.
fn is_repetition(text: &str) -> bool {
    let repeats = |period| {
        text.chars()
            .zip(text.chars().skip(period))
            .all(|(one, later)| one == later)
    };
    (2..=4).any(repeats)
}

/// `aaaaaaaa`, `12345678` and `hgfedcba`: each character as far from the last as the one before.
fn is_run(text: &str) -> bool {
    let steps = text.chars().zip(text.chars().skip(1));
    let mut distances = steps.map(|(one, next)| next as i32 - one as i32);
    let first = distances.next().unwrap_or_default();
    first.abs() <= 1 && distances.all(|distance| distance == first)
}
