// @commercelayer/js-auth and @commercelayer/sdk, the clients of Commerce Layer.

import { authenticate } from "@commercelayer/js-auth";
import { CommerceLayer } from "@commercelayer/sdk/bundle";
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAgreement } from "./agreement.mjs";
import { record } from "./recorder.mjs";
import { credentials } from "./sandbox.mjs";
import { registration } from "./widget.mjs";

const PLATFORM = "commerce-layer";
const STORE = await credentials(PLATFORM);
const { url, requests } = await record(PLATFORM);
const AUTH = "https://auth.commercelayer.io";
const API = `https://${STORE.organization}.commercelayer.io`;

// The clients know no other hosts than the vendor's. Their requests go to the sandbox instead.
const { fetch } = globalThis;
globalThis.fetch = (address, init) => {
  const host = [AUTH, API].find((host) => String(address).startsWith(`${host}/`));
  assert.ok(host, `a request to ${address}`);
  return fetch(String(address).replace(host, url), init);
};

const ACCEPT = {
  "header accept at /oauth/token": "The client names JSON. The widget takes what fetch sends, which allows JSON.",
};

/** A request of the widget, to the sandbox instead of the vendor's host for tokens. */
function atSandbox(request) {
  return { ...request, path: request.path.replace(AUTH, "") };
}

async function sdk(grant, fields = {}) {
  const answer = await authenticate(grant, { clientId: STORE["client-id"], scope: STORE.scope, ...fields });
  const { accessToken } = answer;
  return { answer, api: accessToken && CommerceLayer({ organization: STORE.organization, accessToken }) };
}

async function register(customer) {
  const { api } = await sdk("client_credentials");
  return api.customers.create(customer);
}

test("the client and the widget send the same requests", async () => {
  const widget = registration(PLATFORM, "success", STORE);
  const start = requests.length;
  const customer = await register(widget.values);
  assert.equal(customer.email, widget.values.email);
  assertAgreement(requests.slice(start), widget.requests.map(atSandbox), ACCEPT);
});

test("the client and the widget put a customer into a group alike", async () => {
  const owner = { clientId: STORE["integration's client id"], clientSecret: STORE["integration's client secret"] };
  const { api } = await sdk("client_credentials", owner);
  const group = await api.customer_groups.create({ name: "Friends" });
  const settings = { ...STORE, "customer-group": group.id };
  const widget = registration(PLATFORM, "success-with-a-group", settings, "friend@example.com");
  await register({ ...widget.values, customer_group: api.customer_groups.relationship(group.id) });
  assertAgreement(requests.slice(-1), widget.requests.slice(-1));
});

test("the client signs in and reads its customer", async () => {
  const widget = registration(PLATFORM, "taken-and-its-own", STORE, "signs-in@example.com");
  const { email, password } = widget.values;
  const created = await register({ email, password });
  const { answer, api } = await sdk("password", { username: email, password });
  assertAgreement(requests.slice(-1), widget.requests.slice(-1).map(atSandbox), ACCEPT);
  assert.deepEqual([answer.ownerId, answer.ownerType], [created.id, "customer"]);
  const customer = await api.customers.retrieve(answer.ownerId);
  assert.deepEqual([customer.id, customer.email, customer.has_password], [created.id, email, true]);
});

test("the client reads that an email is taken", async () => {
  const taken = register({ email: STORE["taken email"], password: "correct horse battery" });
  await assert.rejects(taken, ({ status, errors: [error] }) => {
    assert.deepEqual([status, error.meta.error, error.source.pointer], [422, "taken", "/data/attributes/email"]);
    return true;
  });
});

test("the client reads that the key is wrong", async () => {
  const { answer } = await sdk("client_credentials", { clientId: "nobody" });
  assert.deepEqual([answer.errors[0].status, answer.errors[0].title], [401, "invalid_client"]);
});

test("the client reads which field was refused", async () => {
  const refused = register({ email: "not an email", password: "correct horse battery" });
  await assert.rejects(refused, ({ status, errors: [error] }) => {
    assert.deepEqual([status, error.meta.error, error.source.pointer], [422, "invalid", "/data/attributes/email"]);
    return true;
  });
});
