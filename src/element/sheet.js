// The one style sheet, shared by every root that shows a form.
import { SHEET } from "./generated.js";

let sheet;

/** Applies the sheet to a shadow root or a document. No `<style>`: a strict policy objects to none. */
export function adopt(root) {
  sheet ??= construct();
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

function construct() {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(SHEET);
    return made;
  } catch {
    return undefined; // Too old a browser: its fallback does without.
  }
}
