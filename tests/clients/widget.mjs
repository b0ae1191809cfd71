// What the widget sends, as the recorded registrations in tests/fixtures tell it. The native tests hold the widget to
// the same files.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const FIXTURES = process.env.STOREFRONT_SIGNUP_FIXTURES;

/**
 * A registration of the widget, with the sandbox's settings instead of those in the fixture.
 *
 * @param email the shopper's, instead of that in the fixture: each test registers a shopper of its own
 * @returns `values`, what the shopper typed, and `requests`: `{method, path, headers, body}`, oldest first
 */
export function registration(platform, fixture, credentials, email) {
  const text = readFileSync(join(FIXTURES, platform, `${fixture}.json`), "utf8");
  const { settings, values: recorded } = JSON.parse(text);
  const own = withSettings(text, settings, credentials).replaceAll(recorded.email, email ?? recorded.email);
  const { values, exchange } = JSON.parse(own);
  return { values, requests: exchange.map(({ request }) => request) };
}

function withSettings(text, settings, credentials) {
  const known = Object.entries(settings).filter(([name]) => name in credentials);
  return known.reduce((text, [name, value]) => text.replaceAll(value, credentials[name]), text);
}
