// A stop inside of the WebAssembly ends every form of the page: each one shows a way on.
import { WASM_URL } from "./generated.js";
import { abandon } from "./module.js";

// Chromium shares a compiled module between sites, and names the first one's folder in its calls.
const OURS = [import.meta.url, String(WASM_URL).split("/").pop()];
const forms = new Map();

/** Calls `onStop(error)` if the module stops while the form is there. */
export function watch(form, onStop) {
  forms.set(form, onStop);
}

export function unwatch(form) {
  forms.delete(form);
}

/** Ends all forms, if an error says that their module can't go on. */
export function stopAll(error) {
  if (!isStop(error)) {
    return;
  }
  abandon();
  const ended = [...forms.values()];
  forms.clear();
  ended.forEach((onStop) => onStop(error));
}

// The module runs in listeners, timers and promises: what ends it there, only the window hears.
addEventListener("error", ({ error }) => stopAll(error));
addEventListener("unhandledrejection", ({ reason }) => stopAll(reason));

/**
 * Whether it is a trap (or the end of the stack) with our own script or module among its callers. Other errors are
 * the page's: its listeners are called from here, too.
 */
function isStop(error) {
  const Trap = globalThis.WebAssembly?.RuntimeError;
  const isTrap = Trap ? error instanceof Trap : false;
  const isDeep = /call stack|recursion/.test(error?.message);
  return (isTrap || isDeep) && OURS.some((place) => String(error.stack).includes(place));
}
