// Compares what a client sends with what the widget sends for the same shopper.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

/** Headers that Node.js sets. In a browser, the browser sets its own. */
const TRANSPORT = [
  "accept-encoding", "accept-language", "cache-control", "connection", "content-length", "host", "pragma",
  "sec-fetch-mode", "transfer-encoding", "user-agent",
];
/** What fetch sends if nobody names a media type. */
const ANY = "accept: */*";

/**
 * Checks that both send the same requests, but for known differences.
 *
 * @param reasons why they differ, by difference: `header accept`, or `header accept at /path` for one request only.
 *   A reason for a difference that isn't there any more is an error too.
 */
export function assertAgreement(client, widget, reasons = {}) {
  assert.deepEqual(client.map(line), widget.map(line));
  const found = client.flatMap((request, index) => differences(request, widget[index], reasons));
  assert.deepEqual([...new Set(found)].sort(), Object.keys(reasons).sort());
}

function line({ method, path }) {
  return `${method} ${path}`;
}

function differences(client, widget, reasons) {
  const headers = headerDifferences(meaningful(client.headers), meaningful(widget.headers ?? {}));
  const bodies = bodyDifferences(leaves(form(client.body)), leaves(form(widget.body)));
  const found = [...headers.map((name) => `header ${name}`), ...bodies.map((path) => `member ${path}`)];
  return found.map((difference) => (difference in reasons ? difference : `${difference} at ${client.path}`));
}

/** The headers that the store reads, with values that can be compared. */
function meaningful(headers) {
  const isMeaningful = ([name, value]) => !TRANSPORT.includes(name) && `${name}: ${value}` !== ANY;
  const own = Object.entries(headers).filter(isMeaningful);
  return Object.fromEntries(own.map(([name, value]) => [name, comparable(name, value)]));
}

/** Each side has tokens of its own, so only their scheme counts. A media type counts without its parameters. */
function comparable(name, value) {
  if (name === "authorization") {
    return value.$bearer ? "Bearer" : value.split(" ")[0];
  }
  return name === "content-type" ? value.split(";")[0].trim() : value;
}

function headerDifferences(client, widget) {
  const names = new Set([...Object.keys(client), ...Object.keys(widget)]);
  return [...names].filter((name) => client[name] !== widget[name]);
}

/** A form as an object of its fields; another body as it is. */
function form(body) {
  return typeof body === "string" ? Object.fromEntries(new URLSearchParams(body)) : body;
}

/** The values of a body, by their paths. */
function leaves(value, path = "") {
  if (value === null || typeof value !== "object") {
    return value === undefined ? {} : { [path]: value };
  }
  const members = Object.entries(value).map(([name, member]) => leaves(member, `${path}/${name}`));
  return Object.assign({}, ...members);
}

function bodyDifferences(client, widget) {
  const paths = new Set([...Object.keys(client), ...Object.keys(widget)]);
  return [...paths].filter((path) => !isDeepStrictEqual(client[path], widget[path]));
}
