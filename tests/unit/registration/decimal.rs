//! Numbers as texts.

use proptest::prelude::*;
use storefront_signup::registration::decimal::decimal;

proptest! {
    #[test]
    fn a_number_has_the_digits_that_the_standard_library_gives_it(number: u32) {
        prop_assert_eq!(decimal(number), number.to_string());
    }
}

#[test]
fn zero_has_one_digit() {
    assert_eq!(decimal(0), "0");
}
