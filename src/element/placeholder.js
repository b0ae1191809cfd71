// What stands there until the form does: its outline, so that nothing moves when it comes.
import { OUTLINE } from "./generated.js";

/** Draws labels, boxes and hints of the form that will come, from the same classes. */
export function placeholder(element, words) {
  const outline = document.createElement("div");
  outline.className = "form outline";
  outline.setAttribute("aria-hidden", "true");
  const { haveAccount, signIn } = OUTLINE.words;
  const say = ({ key, text }) => words[key] ?? text;
  outline.append(
    ...fieldNames(element).map((name) => field(OUTLINE.fields[name], say)),
    ...line(element, ["terms-url", "privacy-url"], "", "\u00a0"),
    box("submit"),
    ...line(element, ["sign-in-url"], `${say(haveAccount)} `, say(signIn)),
  );
  return outline;
}

function fieldNames(element) {
  const required = OUTLINE.platforms[element.getAttribute("platform")] ?? [];
  const extra = `${element.getAttribute("fields") ?? ""} ${element.getAttribute("require") ?? ""}`.split(/\s+/);
  const known = [...required, ...extra].filter((name) => name in OUTLINE.fields);
  return [...new Set(known)];
}

function field({ label, hint }, say) {
  const group = box("field");
  group.append(text("label", say(label)), box("input"));
  if (hint) {
    group.append(text("hint", say(hint)));
  }
  group.append(box("error"));
  return group;
}

/** A line that the form has if one of the attributes is set. */
function line(element, attributes, before, link) {
  if (!attributes.some((name) => element.getAttribute(name)?.trim())) {
    return [];
  }
  const aside = text("aside", before);
  aside.append(Object.assign(document.createElement("a"), { textContent: link }));
  return [aside];
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
