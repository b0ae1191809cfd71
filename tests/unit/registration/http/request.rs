use storefront_signup::registration::http::Request;
use storefront_signup::registration::json::Json;

#[test]
fn only_what_does_no_harm_twice_is_repeatable() {
    let url = || "https://store.example".to_owned();
    assert!(Request::get(url()).repeatable);
    assert!(!Request::post(url()).repeatable);
    assert!(!Request::post_json(url(), &Json::Null).repeatable);
    assert!(Request::post(url()).repeatable().repeatable);
}
