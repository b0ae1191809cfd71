//! Numbers as texts.
//!
//! The standard library's `to_string` brings everything that `format!` knows. It would add to the download.

/// The decimal digits of a number.
pub fn decimal(mut number: u32) -> String {
    let mut digits = String::new();
    loop {
        digits.insert(0, char::from_digit(number % 10, 10).unwrap_or('0'));
        number /= 10;
        if number == 0 {
            return digits;
        }
    }
}
