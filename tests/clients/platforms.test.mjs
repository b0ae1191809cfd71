// Which platforms the vendors' clients are held to.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { platforms } from "./sandbox.mjs";

/** Platforms without a client that could register at the sandbox, and why. */
const WITHOUT_CLIENT = {
  ecwid: "Its vendor publishes no client on npm. The contract tests of the sandbox hold it to the documentation.",
};

test("each platform has a test with its client, or a reason", async () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".test.mjs"));
  const tested = files.map((file) => file.replace(".test.mjs", "")).filter((name) => name !== "platforms");
  assert.deepEqual([...tested, ...Object.keys(WITHOUT_CLIENT)].sort(), (await platforms()).sort());
});
