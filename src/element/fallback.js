// Never an empty box: what shows when the form can't.
import { link, safeLink } from "./form.js";
import { node, part } from "./nodes.js";

const ADVICE = {
  address:
    "No file can lie beside the script: it has an address such as blob: or data:. Load storefront-signup.js by its own " +
    "address.",
  blocked: "The page's Content-Security-Policy blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src.",
  cors: "storefront-signup_bg.wasm is on another host, which has to send Access-Control-Allow-Origin with it.",
  memory: "This device has too little memory left.",
  missing:
    "storefront-signup_bg.wasm could not be loaded. It has to lie beside storefront-signup.js, and the page's " +
    "Content-Security-Policy has to allow its address in connect-src.",
  unsupported: "This browser is too old, or WebAssembly is switched off.",
  version:
    "storefront-signup_bg.wasm is of another version than storefront-signup.js. Publish both together, and empty the " +
    "caches.",
  broken: "The WebAssembly stopped with an error.",
};

/** What may be over by the next try. */
const TRANSIENT = ["memory", "missing", "version"];

/** The tree of a sentence for the shopper, with a way on. */
export function fallback(element, messages, error) {
  const address = safeLink(element.getAttribute("sign-in-url"));
  return part(
    "div",
    "summary",
    { role: "alert" },
    node("p", {}, messages[error.reason ? "not-loaded" : "stopped"]),
    part("button", "retry", { type: "button" }, messages["try-again"]),
    address ? [" ", link(address, messages["sign-in"])] : [],
  );
}

/** Tells the owner which line is missing, by console and event. */
export function report(element, error) {
  const reason = error.reason ?? "broken";
  const message = `${ADVICE[reason]} (${error.message})`;
  console.error("storefront-signup:", message);
  const detail = { kind: "load", field: null, status: null, retryable: TRANSIENT.includes(reason), message };
  element.dispatchEvent(new CustomEvent("signup-error", { bubbles: true, composed: true, detail }));
}
