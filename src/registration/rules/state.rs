//! A state or province, by the code that ISO 3166-2 has behind the country.

use super::country::is_among;
use super::plain::{plain, trim};
use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::search::split_once;
use crate::registration::values::Values;

/// In characters, as ISO 3166-2 has it.
const LONGEST: usize = 3;

/// The countries in which mail needs one (<https://chromium-i18n.appspot.com/ssl-address>).
const NEEDED: &str = "AEAUBRCACNCOESIDINITJPKRMXTWUS";

/// The countries whose codes have two characters. `Goa`, `Uri` and other short names are none.
const OF_TWO: &str = "BRCHCNDEIDINITJPMYNLNGPKTRUA";

/// The countries in which an address is not complete without one: codes and names.
const KNOWN: [(&str, &str); 3] = [
    (
        "US",
        "AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;\
        CT Connecticut;DE Delaware;DC District of Columbia;FL Florida;GA Georgia;HI Hawaii;\
        ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;\
        MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;\
        MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;\
        NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;\
        PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;\
        TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;\
        WY Wyoming;AS American Samoa;GU Guam;MP Northern Mariana Islands;PR Puerto Rico;\
        VI Virgin Islands;AA Armed Forces Americas;AE Armed Forces Europe;\
        AP Armed Forces Pacific",
    ),
    (
        "CA",
        "AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;\
        NL Newfoundland and Labrador;NT Northwest Territories;NS Nova Scotia;NU Nunavut;\
        ON Ontario;PE Prince Edward Island;QC Quebec;QC Québec;SK Saskatchewan;YT Yukon",
    ),
    (
        "AU",
        "ACT Australian Capital Territory;NSW New South Wales;NT Northern Territory;\
        QLD Queensland;SA South Australia;TAS Tasmania;VIC Victoria;WA Western Australia",
    ),
];

/// Takes the code, or the name where the country is one of those that are known here or not given yet.
pub fn check(typed: &str, others: &Values) -> Verdict {
    in_country(typed, others.get("country_code"))
}

/// The same for the country that parcels go to.
pub fn check_shipping(typed: &str, others: &Values) -> Verdict {
    in_country(typed, others.get("shipping_country_code"))
}

/// Whether an address in a country needs one. A country that is not chosen yet may need it.
pub fn is_needed(country: &str) -> bool {
    country.is_empty() || is_among(NEEDED, country)
}

fn in_country(typed: &str, country: &str) -> Verdict {
    let typed = plain(typed);
    let typed = without_country(trim(&typed), country);
    for (known, states) in KNOWN {
        if known == country || country.is_empty() {
            if let Some(code) = find(states, typed) {
                return Ok(code);
            }
            refuse_if(known == country, Message::StateCode)?;
        }
    }
    let code = typed.to_ascii_uppercase();
    let reason = match is_needed(country) {
        true => Message::StateCode,
        false => Message::StateCodeOrNone,
    };
    refuse_if(!is_code(&code, country), reason)?;
    Ok(code)
}

fn is_code(code: &str, country: &str) -> bool {
    let is_long_enough = match is_among(OF_TWO, country) {
        true => code.len() == 2,
        false => (1..=LONGEST).contains(&code.len()),
    };
    is_long_enough && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `US-NY`, as the standard has it, is `NY`.
fn without_country<'a>(typed: &'a str, country: &str) -> &'a str {
    match split_once(typed, "-") {
        Some((before, code)) if !before.is_empty() && before.eq_ignore_ascii_case(country) => code,
        _ => typed,
    }
}

fn find(states: &str, typed: &str) -> Option<String> {
    let mut states = states.split(';').filter_map(|state| split_once(state, " "));
    let found = states
        .find(|(code, name)| code.eq_ignore_ascii_case(typed) || name.eq_ignore_ascii_case(typed));
    found.map(|(code, _)| code.to_owned())
}
