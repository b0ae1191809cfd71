// What stands there until the form does: its outline, so that nothing moves when it comes.
import { OUTLINE } from "./generated.js";

/** Draws labels, boxes and hints of the form that will come, from the same classes. */
export function placeholder(element, words) {
  const outline = document.createElement("div");
  outline.className = "form outline";
  outline.setAttribute("aria-hidden", "true");
  const fields = fieldNames(element).map((name) => field(OUTLINE.fields[name], words));
  const legal = line(element, "terms-url", "privacy-url");
  outline.append(...fields, ...legal, box("submit"), ...line(element, "sign-in-url"));
  return outline;
}

function fieldNames(element) {
  const required = OUTLINE.platforms[element.getAttribute("platform")] ?? [];
  const extra = `${element.getAttribute("fields") ?? ""} ${element.getAttribute("require") ?? ""}`.split(/\s+/);
  const known = [...required, ...extra].filter((name) => name in OUTLINE.fields);
  return [...new Set(known)];
}

function field({ label, hint }, words) {
  const group = box("field");
  group.append(text("label", words[label.key] ?? label.text), box("input"));
  if (hint) {
    group.append(text("hint", words[hint.key] ?? hint.text));
  }
  group.append(box("error"));
  return group;
}

/** A line that the form has if one of the attributes is set. */
function line(element, ...attributes) {
  return attributes.some((name) => element.getAttribute(name)?.trim()) ? [text("aside", "\u00a0")] : [];
}

function text(name, content) {
  const line = box(name);
  line.textContent = content;
  return line;
}

function box(name) {
  const element = document.createElement("div");
  element.className = name;
  return element;
}
