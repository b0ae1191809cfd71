// @elasticpath/js-sdk, with Elastic Path's customers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAgreement } from "./agreement.mjs";
import { DIFFERENCES, connect } from "./elastic-path.mjs";
import { registration } from "./widget.mjs";

const { store, client, requests } = await connect("elastic-path");

function customer(email) {
  return { type: "customer", name: "Ada Lovelace", email, password: "correct horse battery" };
}

test("the client and the widget send the same requests", async () => {
  const widget = registration("elastic-path", "success", store);
  const start = requests.length;
  const { data } = await client().Customers.Create({ type: "customer", ...widget.values });
  assert.equal(data.email, widget.values.email);
  assertAgreement(requests.slice(start), widget.requests, DIFFERENCES);
});

test("the client signs in and reads its customer", async () => {
  const widget = registration("elastic-path", "taken-and-its-own", store, "signs-in@example.com");
  const { email, password } = widget.values;
  const shop = client();
  const created = await shop.Customers.Create({ type: "customer", ...widget.values });
  const { data: token } = await shop.Customers.TokenViaPassword(email, password);
  assertAgreement(requests.slice(-1), widget.requests.slice(-1), {
    ...DIFFERENCES,
    "member /data/authentication_mechanism at /v2/customers/tokens":
      "The client names the mechanism. The widget sends the call of the vendor's older documentation, which has none.",
  });
  assert.equal(token.customer_id, created.data.id);
  const { data } = await shop.Customers.Get(token.customer_id, token.token);
  assert.deepEqual([data.id, data.email], [created.data.id, email]);
});

test("the client reads that an email is taken", async () => {
  const taken = client().Customers.Create(customer(store["taken email"]));
  await assert.rejects(taken, ({ errors: [error] }) => error.status === 409);
});

test("the client reads that the key is wrong", async () => {
  const refused = client("nobody").Customers.Create(customer("bad-key@example.com"));
  await assert.rejects(refused, ({ errors: [error] }) => error.status === 401);
});

test("the client reads which field was refused", async () => {
  const refused = client().Customers.Create(customer("not an email"));
  await assert.rejects(refused, ({ errors: [error] }) => error.detail.includes("data.email"));
});
