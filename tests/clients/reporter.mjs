// Prints results as Rust's test harness does, because `cargo xtask test` reads its lines.

import { basename } from "node:path";
import { inspect } from "node:util";

const SECOND = 1000;

/** @param source the events of Node's test runner */
export default async function* report(source) {
  const counts = { passed: 0, failed: 0 };
  for await (const { type, data } of source) {
    if (type === "test:stderr") {
      yield data.message;
    }
    // Tests that the given names leave out are skipped.
    const hasRun = ["test:pass", "test:fail"].includes(type) && data.skip === undefined;
    if (!hasRun) {
      continue;
    }
    const passed = type === "test:pass";
    counts[passed ? "passed" : "failed"] += 1;
    const seconds = (data.details.duration_ms / SECOND).toFixed(3);
    yield `test ${name(data)} ... ${passed ? "ok" : "FAILED"} <${seconds}s>\n`;
    yield passed ? "" : `${explain(data.details.error)}\n`;
  }
  yield `test result: ${counts.failed ? "FAILED" : "ok"}. ${counts.passed} passed; ${counts.failed} failed\n`;
}

/** Like a test of Rust: `medusa::the_client_signs_in`. */
function name({ file, name }) {
  return `${basename(file, ".test.mjs")}::${name.replaceAll(" ", "_")}`;
}

function explain(error) {
  const cause = error?.cause ?? error;
  return cause?.stack ?? inspect(cause);
}
