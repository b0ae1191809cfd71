//! The plain search does what the standard library's does.

use crate::support::cases;
use proptest::prelude::*;
use storefront_signup::registration::search::{contains, replace, rsplit_once, split_once};

/// Texts of few letters, so that words are met often, of one byte and of several.
fn letters(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(prop_oneof!["a", "b", "é", "…"], 0..most).prop_map(|all| all.concat())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn words_are_found_where_they_stand(text in letters(12), words in letters(4)) {
        prop_assume!(!words.is_empty());
        prop_assert_eq!(contains(&text, &words), text.contains(&words));
        prop_assert_eq!(split_once(&text, &words), text.split_once(words.as_str()));
        prop_assert_eq!(rsplit_once(&text, &words), text.rsplit_once(words.as_str()));
    }

    #[test]
    fn each_of_the_words_is_replaced(text in letters(12), words in letters(4), with in letters(3)) {
        prop_assume!(!words.is_empty());
        prop_assert_eq!(replace(&text, &words, &with), text.replace(&words, &with));
    }
}
