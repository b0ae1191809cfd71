// What stands there until the form does: its outline, so that nothing moves when it comes.
import { OUTLINE } from "./generated.js";

/** Draws labels, boxes and hints of the form that will come, from the same classes. */
export function placeholder(element, words) {
  const outline = document.createElement("div");
  outline.className = "form outline";
  outline.setAttribute("aria-hidden", "true");
  const { haveAccount, signIn, terms, privacy } = OUTLINE.words;
  const say = ({ key, text }) => words[key] ?? text;
  outline.append(
    ...fieldNames(element).map((name) => field(OUTLINE.fields[name], isRequired(element, name), say)),
    ...line(element, "", [["terms-url", terms], ["privacy-url", privacy]], say),
    box("submit"),
    ...line(element, `${say(haveAccount)} `, [["sign-in-url", signIn]], say),
  );
  return outline;
}

function fieldNames(element) {
  const required = OUTLINE.platforms[element.getAttribute("platform")] ?? [];
  const extra = `${element.getAttribute("fields") ?? ""} ${element.getAttribute("require") ?? ""}`.split(/\s+/);
  const known = [...required, ...extra].filter((name) => name in OUTLINE.fields);
  return [...new Set(known)];
}

function isRequired(element, name) {
  const always = OUTLINE.platforms[element.getAttribute("platform")] ?? [];
  return [...always, ...(element.getAttribute("require") ?? "").split(/\s+/)].includes(name);
}

function field({ label, hint }, required, say) {
  const group = box("field");
  const caption = text("label", say(label));
  if (required) {
    const mark = Object.assign(document.createElement("span"), { className: "required" });
    mark.textContent = ` (${say(OUTLINE.words.required)})`;
    caption.append(mark);
  }
  group.append(caption, box("input"));
  if (hint) {
    group.append(text("hint", say(hint)));
  }
  group.append(box("error"));
  return group;
}

/** A line with the links whose attributes are set, which the form has if there is one. */
function line(element, before, links, say) {
  const set = links.filter(([attribute]) => element.getAttribute(attribute)?.trim());
  if (!set.length) {
    return [];
  }
  const aside = text("aside", before);
  set.forEach(([, word], index) => {
    const link = Object.assign(document.createElement("a"), { textContent: say(word) });
    aside.append(index ? " · " : "", link);
  });
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
