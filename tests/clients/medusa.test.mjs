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

const KEY = "The client sends the key to /auth too, where Medusa does not read it.";
const DIFFERENCES = {
  "header accept": "The client names JSON. The widget takes what fetch sends, and Medusa has JSON only.",
  "header x-medusa-locale":
    "The client names the language of the catalogue, here none. A customer has no translations.",
};
const SESSION = {
  ...DIFFERENCES,
  "header content-type": "The client names the type of a body that these requests do not have.",
  "header x-publishable-api-key": KEY,
};

const JWT = { type: "jwt", jwtTokenStorageMethod: "memory" };

function client(publishableKey = STORE["publishable-key"], auth = JWT) {
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
    ...DIFFERENCES,
    "header x-publishable-api-key at /auth/customer/emailpass/register": KEY,
  });
});

test("the client and the widget open the same session", async () => {
  const widget = registration(PLATFORM, "session", STORE, "session@example.com");
  const medusa = client(STORE["publishable-key"], { type: "session", jwtTokenStorageMethod: "memory" });
  const { email, password, ...names } = widget.values;
  const token = await medusa.auth.register("customer", "emailpass", { email, password });
  const headers = { authorization: `Bearer ${token}` };
  await medusa.store.customer.create({ email, ...names }, {}, headers);
  const start = requests.length;
  await medusa.auth.refresh(headers);
  assertAgreement(requests.slice(start), widget.requests.slice(-2), SESSION);
});

test("the client signs in and reads its customer", async () => {
  const widget = registration(PLATFORM, "taken-with-the-same-password", STORE, "signs-in@example.com");
  const { email, password } = widget.values;
  const created = await register(client(), widget.values);
  const medusa = client();
  assert.equal(typeof (await medusa.auth.login("customer", "emailpass", { email, password })), "string");
  const reasons = { ...DIFFERENCES, "header x-publishable-api-key": KEY };
  assertAgreement(requests.slice(-1), widget.requests.slice(-1), reasons);
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
