//! Settings from the environment and from a file.

use relay::native::from_pairs;

fn variables(pairs: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    pairs.into_iter()
}

#[test]
fn a_list_of_the_file_is_the_same_as_one_with_commas() {
    let of_file = from_pairs(
        "origins = [\"https://a.example\", \"https://b.example\"]",
        variables(&[]),
    )
    .ok()
    .unwrap();
    let of_environment = variables(&[("RELAY_ORIGINS", "https://a.example,https://b.example")]);
    let of_environment = from_pairs("", of_environment).ok().unwrap();
    assert_eq!(of_file.get("origins"), of_environment.get("origins"));
}

#[test]
fn what_others_set_is_no_setting() {
    let found = [
        ("PATH", "x"),
        ("RELAY_CONFIG", "x"),
        ("RELAY_PORT", "tcp://10.0.0.1:8090"),
        ("RELAY_PORT_8090_TCP_ADDR", "10.0.0.1"),
        ("RELAY_SERVICE_HOST", "10.0.0.1"),
    ];
    let settings = from_pairs("", variables(&found)).ok().unwrap();
    assert_eq!(settings.names().count(), 0);
}
