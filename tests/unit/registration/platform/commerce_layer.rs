use super::check::{check, refusal, working};
use storefront_signup::registration::platform;

#[test]
fn no_organization_is_needed_beside_an_endpoint() {
    let platform = platform::find("commerce-layer").expect("a platform");
    let mut attributes = working(platform);
    attributes.retain(|(name, _)| name != "organization");
    assert_eq!(
        check(platform, attributes.clone()),
        Ok("https://store.example".into())
    );
    attributes.retain(|(name, _)| name != "endpoint");
    let failure = check(platform, attributes).expect_err("no address");
    assert!(
        failure.detail.contains("`organization`"),
        "{}",
        failure.detail
    );
    for slug in ["store.example", "https://store"] {
        assert!(refusal(platform, "organization", slug).contains("`organization`"));
    }
}
