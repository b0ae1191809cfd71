// Never an empty box: what shows when the form can't.
import { OUTLINE } from "./generated.js";

const ADVICE = {
  address:
    "The script runs from an address that no file can lie beside, such as one with blob: or data:. Load " +
    "storefront-signup.js by its own address.",
  blocked:
    "The page's Content-Security-Policy blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src.",
  cors:
    "storefront-signup_bg.wasm could not be read: it is on another host, which has to send the header " +
    "Access-Control-Allow-Origin for this file, too.",
  memory: "This device has too little memory left for the form.",
  missing:
    "storefront-signup_bg.wasm could not be loaded. It has to lie beside storefront-signup.js, and the page's " +
    "Content-Security-Policy has to allow its address in connect-src.",
  unsupported: "This browser is too old for the form, or WebAssembly is switched off in it.",
  version:
    "storefront-signup_bg.wasm is of another version than storefront-signup.js. Publish the files together, and empty " +
    "the caches between.",
  broken: "The form stopped with an error inside of its WebAssembly.",
};

/** What may be over by the next try. */
const TRANSIENT = ["memory", "missing", "version"];

/** A sentence for the shopper, with a way on. `retry` is called by its button. */
export function fallback(element, words, error, retry) {
  const { notLoaded, stopped } = OUTLINE.words;
  const box = part("div", "summary", "");
  box.setAttribute("role", "alert");
  const sentence = document.createElement("p");
  sentence.textContent = words[error.reason ? notLoaded : stopped];
  box.append(sentence, button(words, retry));
  const address = safeLink(element.getAttribute("sign-in-url"));
  if (address) {
    box.append(" ", link(address, words));
  }
  return box;
}

/** Tells the owner which line is missing, by console and event. */
export function report(element, error) {
  const reason = error.reason ?? "broken";
  const message = `${ADVICE[reason]} (${error.message})`;
  console.error("storefront-signup:", message);
  const detail = { kind: "load", field: null, status: null, retryable: TRANSIENT.includes(reason), message };
  element.dispatchEvent(new CustomEvent("signup-error", { bubbles: true, composed: true, detail }));
}

function button(words, retry) {
  const again = part("button", "retry", words[OUTLINE.words.tryAgain]);
  again.type = "button";
  again.addEventListener("click", retry);
  return again;
}

function link(address, words) {
  const anchor = part("a", "link", words[OUTLINE.words.signIn]);
  anchor.href = address;
  return anchor;
}

/** An element with a `part`, which is its class too. */
function part(tag, name, text) {
  const element = document.createElement(tag);
  element.className = element.part = name;
  element.textContent = text;
  return element;
}

/** The same promise as the form's own links: http, https or relative only. */
function safeLink(address) {
  if (!address) {
    return undefined;
  }
  try {
    const { protocol, href } = new URL(address, document.baseURI);
    return protocol === "https:" || protocol === "http:" ? href : undefined;
  } catch {
    return undefined;
  }
}
