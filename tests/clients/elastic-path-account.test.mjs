// @elasticpath/js-sdk, with Elastic Path's account members.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAgreement } from "./agreement.mjs";
import { DIFFERENCES, connect } from "./elastic-path.mjs";
import { registration } from "./widget.mjs";

const { store, client, requests } = await connect("elastic-path-account");
const PASSWORD = "correct horse battery";

function token(mechanism, rest) {
  return {
    type: "account_management_authentication_token",
    authentication_mechanism: mechanism,
    password_profile_id: store["password-profile-id"],
    ...rest,
  };
}

function signUp(shop, { email, name = "Ada Lovelace", password = PASSWORD, ...rest }) {
  const body = token("self_signup", { username: email, password, name, email, ...rest });
  return shop.AccountMembers.GenerateAccountToken(body);
}

test("the client and the widget send the same requests", async () => {
  const widget = registration("elastic-path-account", "success", store);
  const start = requests.length;
  const { data } = await signUp(client(), widget.values);
  assert.equal(data[0].account_name, widget.values.name);
  assertAgreement(requests.slice(start), widget.requests, DIFFERENCES);
});

test("the client signs in and reads its member", async () => {
  const widget = registration("elastic-path-account", "taken-and-its-own", store, "signs-in@example.com");
  const { email, password } = widget.values;
  const shop = client();
  const created = await signUp(shop, widget.values);
  const body = token("password", { username: email, password });
  const { data: [account], meta } = await shop.AccountMembers.GenerateAccountToken(body);
  assertAgreement(requests.slice(-1), widget.requests.slice(-1), DIFFERENCES);
  assert.equal(meta.account_member_id, created.meta.account_member_id);
  const own = { "EP-Account-Management-Authentication-Token": account.token };
  // `AccountMembers.All` takes headers too, but 35.0.0 does not send those.
  const { data: [member] } = await client(undefined, own).AccountMembers.All();
  assert.deepEqual([member.id, member.email], [meta.account_member_id, email]);
});

test("the client reads that an email is taken", async () => {
  const taken = signUp(client(), { email: store["taken email"] });
  await assert.rejects(taken, ({ errors: [error] }) => error.status === 409);
});

test("the client reads that the key is wrong", async () => {
  const refused = signUp(client("nobody"), { email: "bad-key@example.com" });
  await assert.rejects(refused, ({ errors: [error] }) => error.status === 401);
});

test("the client reads which field was refused", async () => {
  const refused = signUp(client(), { email: "refused@example.com", password: "short" });
  await assert.rejects(refused, ({ errors: [error] }) => error.detail.includes("data.password"));
});
