// @medusajs/js-sdk, the client of Medusa v2.

import Medusa from "@medusajs/js-sdk";
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAgreement } from "./agreement.mjs";
import { record } from "./recorder.mjs";
import { credentials } from "./sandbox.mjs";
import { registration } from "./widget.mjs";

const PLATFORM = "medusa";
const STORE = await credentials(PLATFORM);
const { url, requests } = await record(PLATFORM);

function client(publishableKey = STORE["publishable-key"]) {
  const auth = { type: "jwt", jwtTokenStorageMethod: "memory" };
  return new Medusa({ baseUrl: url, publishableKey, auth });
}

async function register(medusa, { email, password, ...names }) {
  await medusa.auth.register("customer", "emailpass", { email, password });
  const { customer } = await medusa.store.customer.create({ email, ...names });
  return customer;
}

test("the client and the widget send the same requests", async () => {
  const widget = registration(PLATFORM, "success", STORE);
  const start = requests.length;
  const customer = await register(client(), widget.values);
  assert.equal(customer.email, widget.values.email);
  assertAgreement(requests.slice(start), widget.requests, {
    "header accept": "The client names JSON. The widget takes what fetch sends, and Medusa has JSON only.",
    "header x-medusa-locale":
      "The client names the language of the catalogue, here none. A customer has no translations.",
    "header x-publishable-api-key at /auth/customer/emailpass/register":
      "The client sends the key to /auth too, where Medusa does not read it.",
  });
});

test("the client signs in and reads its customer", async () => {
  const [email, password] = ["signs-in@example.com", "correct horse battery"];
  const created = await register(client(), { email, password, first_name: "Ada", last_name: "Lovelace" });
  const medusa = client();
  assert.equal(typeof (await medusa.auth.login("customer", "emailpass", { email, password })), "string");
  const { customer } = await medusa.store.customer.retrieve();
  assert.deepEqual([customer.id, customer.email], [created.id, email]);
});

test("the client reads that an email is taken", async () => {
  const email = STORE["taken email"];
  await assert.rejects(register(client(), { email, password: "another password" }), {
    status: 401,
    message: "Identity with email already exists",
  });
});

test("the client reads that the key is wrong", async () => {
  const shopper = { email: "bad-key@example.com", password: "correct horse battery" };
  await assert.rejects(register(client("pk_wrong"), shopper), {
    status: 400,
    message: "A valid publishable key is required to proceed with the request",
  });
});

test("the client reads which field was refused", async () => {
  const shopper = { email: "refused@example.com", password: "correct horse battery", nickname: "Ada" };
  await assert.rejects(register(client(), shopper), {
    status: 400,
    message: "Invalid request: Unrecognized fields: 'nickname'",
  });
});
