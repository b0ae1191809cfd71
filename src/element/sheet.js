// The style sheet, one for each document, shared by all of its roots that show a form.
import { SHEET } from "./generated.js";

const sheets = new WeakMap();

/** Applies the sheet to a shadow root or a document. No `<style>`: a strict policy objects to none. */
export function adopt(root) {
  const owner = root.ownerDocument ?? root;
  if (!sheets.has(owner)) {
    sheets.set(owner, construct(owner));
  }
  const sheet = sheets.get(owner);
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

function construct(owner) {
  try {
    const made = new owner.defaultView.CSSStyleSheet();
    made.replaceSync(SHEET);
    return made;
  } catch {
    return undefined; // Too old a browser: its fallback does without.
  }
}
