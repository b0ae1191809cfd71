use crate::support::{CREATE, ORIGIN, answer, begin, call, ecwid, post, refused};
use relay::core::{Answer, Head, LARGEST_BODY, Outcome};

/// The names of the headers with which a page reads an answer.
fn cors(answer: &Answer) -> (Option<&str>, Option<&str>) {
    let origin = answer.header("access-control-allow-origin");
    (origin, answer.header("access-control-expose-headers"))
}

#[test]
fn another_path_is_not_found() {
    let relay = ecwid(&[]);
    for target in [
        "/",
        "/api/v3/1003/customers",
        "/signup/api/v3/1003/customers/",
        "/signup/api/v3/1003/customers?x=1",
        "/signup/api/v3/1003/orders",
        "/signup//api/v3/1003/customers",
        "/signup/api/v3/1003/../1003/customers",
        "/signup/api/v3/%31003/customers",
        "/SIGNUP/api/v3/1003/customers",
    ] {
        assert_eq!(refused(&relay, &post(target)).status, 404, "{target}");
    }
}

#[test]
fn another_store_is_not_found() {
    let relay = ecwid(&[]);
    for store in ["1004", "01003", "1003.0", "10030", "", "*"] {
        let target = format!("/signup/api/v3/{store}/customers");
        assert_eq!(refused(&relay, &post(&target)).status, 404, "{store}");
    }
}

#[test]
fn other_methods_are_refused_and_the_known_ones_named() {
    for method in ["GET", "PUT", "PATCH", "DELETE", "HEAD", "post", "TRACE"] {
        let answer = refused(
            &ecwid(&[]),
            &Head {
                method,
                ..post(CREATE)
            },
        );
        assert_eq!(
            (answer.status, answer.header("allow")),
            (405, Some("POST, OPTIONS"))
        );
    }
}

#[test]
fn a_preflight_of_the_shop_is_answered_as_the_page_on_ecwid_says() {
    let head = Head {
        method: "OPTIONS",
        media: None,
        ..post(CREATE)
    };
    let answer = refused(&ecwid(&[]), &head);
    assert_eq!((answer.status, answer.outcome), (204, Outcome::Preflight));
    for (name, value) in [
        ("access-control-allow-origin", ORIGIN),
        ("access-control-allow-methods", "POST"),
        ("access-control-allow-headers", "content-type"),
        ("access-control-max-age", "86400"),
        ("vary", "Origin"),
    ] {
        assert_eq!(answer.header(name), Some(value));
    }
}

#[test]
fn a_page_of_another_origin_is_refused_and_reads_nothing() {
    for method in ["POST", "OPTIONS"] {
        for origin in [
            "https://evil.example",
            "https://shop.example.evil.example",
            "null",
            "",
        ] {
            let head = Head {
                method,
                origin: Some(origin),
                ..post(CREATE)
            };
            let answer = refused(&ecwid(&[]), &head);
            assert_eq!(
                (answer.status, cors(&answer)),
                (403, (None, None)),
                "{origin}"
            );
        }
    }
}

#[test]
fn every_answer_can_be_read_by_the_shop_also_an_error() {
    let relay = ecwid(&[]);
    let get = Head {
        method: "GET",
        ..post(CREATE)
    };
    let large = Head {
        length: Some(1 << 20),
        ..post(CREATE)
    };
    for head in [get, large, post("/")] {
        let answer = refused(&relay, &head);
        assert_eq!(cors(&answer), (Some(ORIGIN), Some("retry-after")));
        assert_eq!(answer.header("vary"), Some("Origin"));
    }
}

#[test]
fn a_content_type_that_needs_no_preflight_is_refused() {
    for media in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some(""),
    ] {
        assert_eq!(
            refused(
                &ecwid(&[]),
                &Head {
                    media,
                    ..post(CREATE)
                }
            )
            .status,
            415
        );
    }
}

#[test]
fn a_body_of_16_kb_passes_and_a_larger_one_does_not() {
    let relay = ecwid(&[]);
    let body = |length: usize| {
        let frame = r#"{"email":"@"}"#.len();
        format!(r#"{{"email":"@{}"}}"#, "a".repeat(length - frame))
    };
    let fits = body(LARGEST_BODY);
    assert_eq!(fits.len(), 16 * 1024);
    drop(call(begin(&relay, CREATE, fits.as_bytes())));
    let too_large = begin(&relay, CREATE, body(LARGEST_BODY + 1).as_bytes());
    assert_eq!(answer(too_large).status, 413);
    let announced = Head {
        length: Some(LARGEST_BODY as u64 + 1),
        ..post(CREATE)
    };
    assert_eq!(refused(&relay, &announced).status, 413);
}
