//! The email checks of the platforms.

/// Zod's check: ASCII only, and a domain with at least two labels.
pub(crate) fn is_strict(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    !text.starts_with('.')
        && !text.contains("..")
        && is_strict_local(local)
        && is_strict_domain(domain)
}

/// The check of validator.js: letters of any script, and a local part of at most 64 bytes.
pub(crate) fn is_lenient(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    (1..=64).contains(&local.len())
        && local.split('.').all(is_lenient_atom)
        && is_lenient_domain(domain)
}

fn is_strict_local(local: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_+-".contains(c);
    local.ends_with(plain) && local.chars().all(|c| plain(c) || c == '\'' || c == '.')
}

fn is_strict_domain(domain: &str) -> bool {
    let Some((labels, last)) = domain.rsplit_once('.') else {
        return false;
    };
    let label_is_fine = |label: &str| {
        label.starts_with(|c: char| c.is_ascii_alphanumeric())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    last.len() >= 2
        && last.chars().all(|c| c.is_ascii_alphabetic())
        && labels.split('.').all(label_is_fine)
}

fn is_lenient_atom(atom: &str) -> bool {
    let allowed =
        |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || c >= '\u{a1}';
    !atom.is_empty() && atom.chars().all(allowed)
}

fn is_lenient_domain(domain: &str) -> bool {
    let Some((_, last)) = domain.rsplit_once('.') else {
        return false;
    };
    let is_letter = |c: char| c.is_ascii_alphabetic() || c >= '\u{a1}';
    last.chars().count() >= 2
        && (last.starts_with("xn") || last.chars().all(is_letter))
        && domain
            .split('.')
            .all(|label| is_lenient_label(label, is_letter))
}

fn is_lenient_label(label: &str, is_letter: impl Fn(char) -> bool) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .chars()
            .all(|c| is_letter(c) || c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plus_tags_and_punycode_pass_both_checks() {
        for email in [
            "a+b.c@example.com",
            "x@xn--exmple-cua.de",
            "a.b_c-d@shop.example.org",
        ] {
            assert!(is_strict(email) && is_lenient(email), "{email}");
        }
    }

    #[test]
    fn an_invalid_address_passes_neither_check() {
        for email in [
            "no-at",
            "a b@example.com",
            "\"q\"@example.com",
            "a@localhost",
            "a..b@example.com",
            "@a.de",
        ] {
            assert!(!is_strict(email) && !is_lenient(email), "{email}");
        }
    }

    #[test]
    fn only_the_lenient_check_accepts_other_scripts() {
        assert!(is_lenient("jörg@exämple.de") && !is_strict("jörg@exämple.de"));
    }

    #[test]
    fn only_the_strict_check_accepts_a_long_local_part() {
        let email = format!("{}@example.com", "l".repeat(65));
        assert!(is_strict(&email) && !is_lenient(&email));
    }
}
