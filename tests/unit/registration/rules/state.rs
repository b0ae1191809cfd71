use super::{passes, refuses, verdict};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::Verdict;
use storefront_signup::registration::rules::state::{check, check_shipping, is_needed};
use storefront_signup::registration::values::Values;

fn in_country(country: &str, typed: &str) -> Verdict {
    let values: Values = [("country_code", country.to_owned())].into_iter().collect();
    check(typed, &values)
}

#[test]
fn the_code_of_a_known_country_passes_in_any_case() {
    for (country, typed, code) in [
        ("US", "NY", "NY"),
        ("US", " ca ", "CA"),
        ("US", "dc", "DC"),
        ("US", "AP", "AP"),
        ("CA", "on", "ON"),
        ("AU", "nsw", "NSW"),
    ] {
        assert_eq!(in_country(country, typed), Ok(code.into()), "{typed}");
    }
}

#[test]
fn the_name_of_a_known_country_becomes_its_code() {
    for (country, typed, code) in [
        ("US", "New York", "NY"),
        ("US", "district of columbia", "DC"),
        ("CA", "Quebec", "QC"),
        ("CA", "Québec", "QC"),
        ("AU", "Western Australia", "WA"),
    ] {
        assert_eq!(in_country(country, typed), Ok(code.into()), "{typed}");
    }
}

#[test]
fn a_state_of_another_known_country_is_refused() {
    for (country, typed) in [
        ("US", "ON"),
        ("US", "Ontario"),
        ("CA", "NY"),
        ("AU", "TX"),
        ("US", "New"),
        ("US", "N Y"),
    ] {
        assert_eq!(
            in_country(country, typed),
            Err(Message::StateCode),
            "{typed}"
        );
    }
}

#[test]
fn elsewhere_a_short_code_passes() {
    for (country, typed, code) in [
        ("DE", "by", "BY"),
        ("DE", "DE-BY", "BY"),
        ("IT", "MI", "MI"),
        ("FR", "2A", "2A"),
        ("GB", "ENG", "ENG"),
        ("IN", "ga", "GA"),
        ("JP", "１３", "13"),
        ("EG", "\u{200f}٠١", "01"),
    ] {
        assert_eq!(in_country(country, typed), Ok(code.into()), "{typed}");
    }
    for typed in ["Bayern!", "Rheinland-Pfalz", "DE-", "-BY", "DE-DE-BY"] {
        assert_eq!(
            in_country("DE", typed),
            Err(Message::StateCodeOrNone),
            "{typed}"
        );
    }
}

#[test]
fn a_name_is_never_sent_as_if_it_was_a_code() {
    for (country, typed, reason) in [
        ("GB", "Kent", Message::StateCodeOrNone),
        ("GB", "Greater London", Message::StateCodeOrNone),
        ("CH", "Uri", Message::StateCodeOrNone),
        ("IN", "Goa", Message::StateCode),
        ("IT", "Roma", Message::StateCode),
        ("", "Kent", Message::StateCode),
    ] {
        assert_eq!(in_country(country, typed), Err(reason), "{typed}");
    }
}

#[test]
fn a_state_is_needed_where_mail_needs_one() {
    for country in ["", "US", "CA", "AU", "IN", "BR"] {
        assert!(is_needed(country), "{country}");
    }
    for country in ["GB", "DE", "HK", "XK"] {
        assert!(!is_needed(country), "{country}");
    }
}

#[test]
fn without_a_country_codes_and_known_names_pass() {
    passes(check, &["NY", "BY", "13"]);
    assert_eq!(verdict(check, "Ontario"), Ok("ON".into()));
    refuses(
        check,
        &["New Land", "Bayern.", "B Y", "北海道"],
        Message::StateCode,
    );
}

#[test]
fn the_country_that_parcels_go_to_counts_for_their_state() {
    let texts = [("country_code", "US"), ("shipping_country_code", "CA")];
    let values: Values = texts
        .into_iter()
        .map(|(name, text)| (name, text.to_owned()))
        .collect();
    assert_eq!(check_shipping("Ontario", &values), Ok("ON".into()));
    assert_eq!(check("Ontario", &values), Err(Message::StateCode));
    assert_eq!(verdict(check_shipping, "on"), Ok("ON".into()));
}
