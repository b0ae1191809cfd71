// Never an empty box: what shows when the form can't.
import { OUTLINE } from "./generated.js";

const ADVICE = {
  blocked:
    "The page's Content-Security-Policy blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src.",
  missing:
    "storefront-signup_bg.wasm could not be loaded. It has to lie beside storefront-signup.js, and the page's " +
    "Content-Security-Policy has to allow its address in connect-src.",
  unsupported: "This browser is too old for the form, or WebAssembly is switched off in it.",
  broken: "The form stopped with an error inside of its WebAssembly.",
};

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
  const detail = { kind: "load", field: null, status: null, retryable: reason === "missing", message };
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
