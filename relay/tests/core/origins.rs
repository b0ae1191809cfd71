use relay::core::Origins;

#[test]
fn what_a_browser_sends_is_an_origin() {
    for origin in [
        "https://shop.example",
        "https://www.shop.example:8443",
        "http://localhost:3000",
        "http://127.0.0.1",
        "http://[::1]:8080",
        "https://xn--bcher-kva.example",
    ] {
        assert!(
            Origins::read(origin).is_ok_and(|origins| origins.allow(origin)),
            "{origin}"
        );
    }
}

#[test]
fn what_no_browser_sends_is_no_origin() {
    for text in [
        "*",
        "null",
        "shop.example",
        "https://",
        "https://shop.example/",
        "https://shop.example/path",
        "https://Shop.example",
        "https://shop.example:443",
        "http://shop.example:80",
        "https://shop.example:0",
        "https://shop.example:65536",
        "https://shop..example",
        "https://user@shop.example",
        "https://*.shop.example",
        "ftp://shop.example",
        "https://shop.example\r\nx: y",
    ] {
        assert_eq!(Origins::read(text).err().as_deref(), Some(text));
    }
}

#[test]
fn each_origin_of_a_list_is_allowed() {
    let origins = Origins::read(" https://a.example, https://b.example ,").unwrap();
    assert!(origins.allow("https://a.example") && origins.allow("https://b.example"));
    assert!(!origins.allow("https://a.example, https://b.example") && !origins.allow(""));
}
