// The WebAssembly module: asked for once, shared by all elements of the page.
import { WASM_INTEGRITY, WASM_URL } from "./generated.js";
import * as glue from "./storefront_signup.js";

/** Why the module is not there: `address`, `blocked`, `cors`, `memory`, `missing`, `unsupported` or `version`. */
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
  loading ??= start().catch(async (error) => {
    const reason = await reasonOf(error);
    loading = undefined;
    bytes = undefined;
    throw new LoadError(reason, error);
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
    await instantiate();
    isStarted = true;
  }
  return glue.mount;
}

/** A cache may hold the file of another version: the second request goes past it. */
async function instantiate() {
  try {
    await compile(bytes ?? request());
  } catch (error) {
    if (!mayBeOld(error)) {
      throw error;
    }
    await compile(request({ cache: "reload" }));
  }
}

/** Does without the glue's own loader: it knows more ways to load a module, and weighs more. */
async function compile(request) {
  const response = await checked(request);
  // A server may not know the type, and only the streaming one asks for it.
  const isTyped = response.headers.get("content-type") === "application/wasm";
  const module = await (isTyped
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer()));
  glue.initSync({ module });
}

/** An old file has other imports, or another hash, of which `fetch` tells no more than of a line that is cut. */
function mayBeOld(error) {
  return error instanceof WebAssembly.LinkError || (WASM_INTEGRITY && error instanceof TypeError);
}

function request(options) {
  const integrity = WASM_INTEGRITY ? { integrity: WASM_INTEGRITY } : {};
  const response = WASM_URL
    ? fetch(String(WASM_URL), { ...integrity, ...options })
    : Promise.reject(new Error(import.meta.url));
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

async function reasonOf(error) {
  if (!WASM_URL) {
    return "address";
  }
  if (typeof WebAssembly !== "object" || !("adoptedStyleSheets" in Document.prototype)) {
    return "unsupported";
  }
  if (error instanceof RangeError || /out of memory/i.test(error?.message)) {
    return "memory";
  }
  if (error instanceof WebAssembly.LinkError) {
    return "version";
  }
  if (error instanceof WebAssembly.CompileError) {
    return mayRun() ? "unsupported" : "blocked";
  }
  return error instanceof TypeError ? whyLost() : "missing";
}

/** `fetch` tells no cause: what it takes without the hash has another one, what only can't be read lacks a header. */
async function whyLost() {
  if (WASM_INTEGRITY && (await isFetched({}))) {
    return "version";
  }
  return (await isFetched({ mode: "no-cors" })) ? "cors" : "missing";
}

async function isFetched(options) {
  try {
    const { ok, type } = await fetch(String(WASM_URL), { cache: "no-store", ...options });
    return ok || type === "opaque";
  } catch {
    return false;
  }
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
