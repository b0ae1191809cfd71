use storefront_signup::registration::http::Reply;
use storefront_signup::registration::json::Json;

#[test]
fn a_body_that_is_no_json_is_null() {
    for text in ["", "<html></html>", "{\"token\":", "{} {}"] {
        assert_eq!(Reply::new(200, None, text).body, Json::Null, "{text:?}");
    }
}

#[test]
fn ok_is_200_to_299() {
    let ok: Vec<_> = (0..1000)
        .filter(|status| Reply::new(*status, None, "").is_ok())
        .collect();
    assert_eq!(
        (ok.first(), ok.last(), ok.len()),
        (Some(&200), Some(&299), 100)
    );
}
