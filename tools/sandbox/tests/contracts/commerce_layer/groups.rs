use anyhow::Result;
use serde_json::json;

use super::requests::{CUSTOMERS, GROUPS, customer, group, guest, integration, post};
use crate::client::{Shop, send};

#[tokio::test]
async fn only_an_integration_handles_groups() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let vip = group(&json!({ "name": "VIP", "reference": "r" }));
    let refused = post(&shop, GROUPS, &guest(), &vip).await?;
    assert_eq!(
        (refused.status, &refused.json()["errors"][0]["code"]),
        (401, &json!("UNAUTHORIZED"))
    );
    let created = post(&shop, GROUPS, &integration(), &vip).await?;
    assert_eq!(
        (
            created.status,
            &created.json()["data"]["attributes"]["reference"]
        ),
        (201, &json!("r"))
    );
    for (attributes, name) in [
        (json!({}), "name"),
        (json!({ "name": "A", "code": "no spaces" }), "code"),
    ] {
        let reply = post(&shop, GROUPS, &integration(), &group(&attributes)).await?;
        assert_eq!(
            reply.json()["errors"][0]["source"]["pointer"],
            format!("/data/attributes/{name}")
        );
    }
    Ok(())
}

#[tokio::test]
async fn the_web_page_shows_groups_and_their_members() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let named = group(&json!({ "name": "<b>VIP</b>" }));
    let id = post(&shop, GROUPS, &integration(), &named)
        .await?
        .text_at("/data/id")?;
    let mut member = customer(&json!({ "email": "member@example.com" }));
    member["relationships"] =
        json!({ "customer_group": { "data": { "type": "customer_groups", "id": id } } });
    post(&shop, CUSTOMERS, &guest(), &member).await?;
    let url = format!("{}/?platform=commerce-layer", shop.sandbox.url());
    let page = send(shop.client.get(url)).await?.text;
    for text in [
        "Customer groups",
        "&lt;b&gt;VIP&lt;/b&gt;",
        "<td>1</td>",
        &id,
    ] {
        assert!(page.contains(text), "{text}");
    }
    Ok(())
}

#[tokio::test]
async fn a_customer_joins_a_group_that_exists() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let id = post(
        &shop,
        GROUPS,
        &integration(),
        &group(&json!({ "name": "VIP" })),
    )
    .await?
    .text_at("/data/id")?;
    for (group, status) in [(id.as_str(), 201), ("nosuchgrup", 404)] {
        let mut data = customer(&json!({ "email": format!("{status}@example.com") }));
        data["relationships"] =
            json!({ "customer_group": { "data": { "type": "customer_groups", "id": group } } });
        assert_eq!(
            post(&shop, CUSTOMERS, &guest(), &data).await?.status,
            status
        );
    }
    let groups = shop.sandbox.groups("commerce-layer")?;
    assert_eq!(
        groups
            .iter()
            .map(|group| (group.name.as_str(), group.members))
            .collect::<Vec<_>>(),
        [("VIP", 1)]
    );
    Ok(())
}
