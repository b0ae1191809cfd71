use anyhow::Result;
use sandbox::Effect;

use crate::client::{Reply, Shop, send};
use crate::medusa_v1::requests::{CUSTOMERS, shopper};

async fn page(shop: &Shop, platform: &str) -> Result<Reply> {
    send(
        shop.client
            .get(format!("{}/?platform={platform}", shop.sandbox.url())),
    )
    .await
}

#[tokio::test]
async fn it_shows_accounts_requests_and_credentials_but_no_password() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let mut body = shopper("seen@example.com", "hunter2hunter2");
    body["first_name"] = "<b>Ada</b>".into();
    shop.post(CUSTOMERS, &[], &body).await?;
    let page = page(&shop, "medusa-v1").await?;
    for text in [
        "seen@example.com",
        "&lt;b&gt;Ada&lt;/b&gt; Lovelace",
        "POST /store/customers",
        "Set the fault",
    ] {
        assert!(page.text.contains(text), "{text}");
    }
    assert!(!page.text.contains("hunter2") && !page.text.contains("<b>"));
    assert!(
        page.header("content-security-policy")
            .is_some_and(|policy| policy.starts_with("default-src 'none'"))
    );
    Ok(())
}

#[tokio::test]
async fn an_unknown_platform_shows_the_first_one() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    assert_eq!(
        page(&shop, "nowhere").await?.text,
        page(&shop, "medusa").await?.text
    );
    Ok(())
}

#[tokio::test]
async fn the_forms_set_and_clear_faults() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let url = shop.sandbox.url();
    let fields = [
        ("platform", "medusa"),
        ("step", "create"),
        ("kind", "cut-after"),
        ("times", "1"),
        ("ms", "0"),
        ("code", "500"),
        ("body", "json"),
        ("retry_after", ""),
    ];
    let set = send(
        shop.client
            .post(format!("{url}/_page/faults"))
            .form(&fields),
    )
    .await?;
    assert_eq!(
        (set.status, set.header("location")),
        (303, Some("/?platform=medusa"))
    );
    assert_eq!(
        shop.sandbox
            .faults()
            .first()
            .map(|fault| fault.effect.clone()),
        Some(Effect::CutAfter)
    );
    assert!(
        page(&shop, "medusa")
            .await?
            .text
            .contains("Create, then cut the connection")
    );
    let cleared = send(
        shop.client
            .post(format!("{url}/_page/faults/clear"))
            .form(&[("platform", "medusa")]),
    )
    .await?;
    assert_eq!((cleared.status, shop.sandbox.faults().len()), (303, 0));
    Ok(())
}

#[tokio::test]
async fn the_reset_button_resets_everything() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    shop.post(CUSTOMERS, &[], &shopper("gone@example.com", "x"))
        .await?;
    send(
        shop.client
            .post(format!("{}/_page/reset", shop.sandbox.url()))
            .form(&[("platform", "medusa-v1")]),
    )
    .await?;
    assert!(
        !page(&shop, "medusa-v1")
            .await?
            .text
            .contains("gone@example.com")
    );
    Ok(())
}
