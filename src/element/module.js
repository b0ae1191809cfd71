// The WebAssembly module: asked for once, shared by all elements of the page.
import { WASM_INTEGRITY, WASM_URL } from "./generated.js";
import * as glue from "./storefront_signup.js";

/** Why the module is not there: `blocked`, `unsupported` or `missing`. */
export class LoadError extends Error {
  constructor(reason, cause) {
    super(String(cause?.message ?? cause), { cause });
    this.reason = reason;
  }
}

// The first act of the script.
let bytes = request();
let loading;
let isStarted = false;

/** The module's `mount`, the same promise for everyone. After a failure the next call tries again. */
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined;
    bytes = undefined;
    throw new LoadError(reasonOf(error), error);
  });
  return loading;
}

/** The module has stopped: the next call of `load` starts it anew. */
export function abandon() {
  loading = undefined;
}

async function start() {
  if (isStarted) {
    glue.__wbg_reset_state?.(); // trunk's development build has none.
  } else {
    await glue.default({ module_or_path: checked(bytes ?? request()) });
    isStarted = true;
  }
  return glue.mount;
}

function request() {
  const options = WASM_INTEGRITY ? { integrity: WASM_INTEGRITY } : {};
  const response = fetch(String(WASM_URL), options);
  response.catch(() => {}); // Told by whoever waits for it.
  return response;
}

async function checked(response) {
  const answer = await response;
  if (!answer.ok) {
    throw new Error(`${WASM_URL} answers ${answer.status}.`);
  }
  return answer;
}

function reasonOf(error) {
  if (typeof WebAssembly !== "object" || !("adoptedStyleSheets" in Document.prototype)) {
    return "unsupported";
  }
  if (!(error instanceof WebAssembly.CompileError)) {
    return "missing";
  }
  return mayRun() ? "unsupported" : "blocked";
}

/** Whether the page's policy lets an empty module run. WebKit lets it compile in any case. */
function mayRun() {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    return true;
  } catch {
    return false;
  }
}
