// @medusajs/medusa-js, the client of Medusa v1.

import Medusa from "@medusajs/medusa-js";
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAgreement } from "./agreement.mjs";
import { record } from "./recorder.mjs";
import { credentials } from "./sandbox.mjs";
import { registration } from "./widget.mjs";

const PLATFORM = "medusa-v1";
const STORE = await credentials(PLATFORM);
const { url, requests } = await record(PLATFORM);
const client = new Medusa({ baseUrl: url, maxRetries: 0 });

function shopper(email) {
  return { email, password: "correct horse battery", first_name: "Ada", last_name: "Lovelace" };
}

function cookie({ response }) {
  return { Cookie: response.headers["set-cookie"].map((cookie) => cookie.split(";")[0]).join("; ") };
}

test("the client and the widget send the same requests", async () => {
  const widget = registration(PLATFORM, "success", STORE);
  const start = requests.length;
  const { exists } = await client.auth.exists(encodeURIComponent(widget.values.email));
  const { customer } = await client.customers.create(widget.values);
  assert.deepEqual([exists, customer.email], [false, widget.values.email]);
  assertAgreement(requests.slice(start), widget.requests, {
    "header accept": "The client names JSON. The widget takes what fetch sends, and Medusa has JSON only.",
    "header content-type at /store/auth/ada%40example.com":
      "The client names the type of a body that a GET does not have.",
  });
});

test("the client signs in and reads its customer", async () => {
  const { email, password, ...names } = shopper("signs-in@example.com");
  const created = await client.customers.create({ email, password, ...names });
  const session = cookie(await client.auth.authenticate({ email, password }));
  const { customer } = await client.customers.retrieve(session);
  assert.deepEqual([customer.id, customer.email], [created.customer.id, email]);
  assert.equal((await client.auth.getSession(session)).customer.id, customer.id);
});

test("the client reads that an email is taken", async () => {
  const email = STORE["taken email"];
  assert.equal((await client.auth.exists(email)).exists, true);
  await assert.rejects(client.customers.create(shopper(email)), ({ response }) => {
    assert.deepEqual([response.status, response.data.type], [422, "duplicate_error"]);
    return true;
  });
});

// Medusa v1 has no key for shops: the only credentials are a shopper's own.
test("the client reads that a password is wrong", async () => {
  const wrong = { email: STORE["taken email"], password: "not its password" };
  await assert.rejects(client.auth.authenticate(wrong), ({ response }) => response.status === 401);
});

test("the client reads which field was refused", async () => {
  const refused = { ...shopper("refused@example.com"), nickname: "Ada" };
  await assert.rejects(client.customers.create(refused), ({ response }) => {
    assert.deepEqual([response.status, response.data.type], [400, "invalid_data"]);
    assert.match(response.data.message, /nickname/);
    return true;
  });
});
