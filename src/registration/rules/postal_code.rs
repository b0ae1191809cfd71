//! A postal code, in countries that have them.

use super::country::is_among;
use super::plain::plain;
use super::{Verdict, text};
use crate::registration::values::Values;

/// The countries in which mail goes without a code: they have none, or hardly anyone uses it.
///
/// From the Universal Postal Union's addressing data
/// (<https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions>).
const WITHOUT: &str = "AEAGAOAWBFBIBJBOBQBSBWBZCDCFCGCICKCMCWDJDMERFJGAGDGHGMGNGQGYHKJMKIKMKNKPLCLYMLMOMRMSMWNANRNU\
    PAQARWSBSCSLSOSRSSSTSXSYTDTFTGTKTLTOTTTVTZUGVUYEZW";

/// Takes a line of text, in plain digits.
pub fn check(typed: &str, others: &Values) -> Verdict {
    text::check(&plain(typed), others)
}

/// Whether an address in a country needs one. A country that is not chosen yet may need it.
pub fn is_needed(country: &str) -> bool {
    !is_among(WITHOUT, country)
}
