use anyhow::Result;
use sandbox::platform::commerce_layer::{CLIENT_ID, SCOPE};
use sandbox::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use serde_json::{Value, json};

use super::requests::{CUSTOMERS, MEDIA_TYPE, customer, guest, post, token};
use crate::client::{Reply, Shop};

fn sign_in() -> Value {
    json!({
        "grant_type": "password", "username": TAKEN_EMAIL, "password": TAKEN_PASSWORD,
        "client_id": CLIENT_ID, "scope": SCOPE,
    })
}

async fn read(shop: &Shop, id: &str, application: &Value) -> Result<Reply> {
    let token = token(shop, application).await?.text_at("/access_token")?;
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str()), ("accept", MEDIA_TYPE)];
    shop.get(&format!("{CUSTOMERS}/{id}"), &headers).await
}

#[tokio::test]
async fn a_customer_who_has_signed_in_is_read_by_itself() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let id = token(&shop, &sign_in()).await?.text_at("/owner_id")?;
    let own = read(&shop, &id, &sign_in()).await?;
    assert_eq!((own.status, own.text_at("/data/id")?), (200, id));
    assert_eq!(own.text_at("/data/attributes/email")?, TAKEN_EMAIL);
    Ok(())
}

#[tokio::test]
async fn nobody_else_reads_a_customer() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let attributes = json!({ "email": "ann@example.com" });
    let created = post(&shop, CUSTOMERS, &guest(), &customer(&attributes)).await?;
    let id = created.text_at("/data/id")?;
    for application in [guest(), sign_in()] {
        let reply = read(&shop, &id, &application).await?;
        assert_eq!(reply.status, 401, "{application}");
        assert_eq!(reply.text_at("/errors/0/code")?, "UNAUTHORIZED");
    }
    Ok(())
}
