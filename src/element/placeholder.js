// What stands there until the form does: its outline, so that nothing moves when it comes.
import { OUTLINE } from "./generated.js";

/** Draws labels, boxes and hints of the form that will come, from the same classes. */
export function placeholder(element, words) {
  const outline = document.createElement("div");
  outline.className = "form outline";
  outline.setAttribute("aria-hidden", "true");
  const { haveAccount, signIn, terms, privacy } = OUTLINE.words;
  const say = (key) => words[key];
  const names = fieldNames(element);
  // The links stand at the field that is about them, if there is one.
  const legal = (name) => line(element, text(name, ""), [["terms-url", terms], ["privacy-url", privacy]], say);
  outline.append(
    ...names.map((name) =>
      field(OUTLINE.fields[name], isRequired(element, name), say, name === OUTLINE.terms ? legal("hint") : []),
    ),
    ...(names.includes(OUTLINE.terms) ? [] : legal("aside")),
    box("submit"),
    ...line(element, text("aside", `${say(haveAccount)} `), [["sign-in-url", signIn]], say),
  );
  return outline;
}

function fieldNames(element) {
  const extra = `${element.getAttribute("fields") ?? ""} ${element.getAttribute("require") ?? ""}`.split(/\s+/);
  const known = [...alwaysRequired(element), ...extra].filter((name) => Object.hasOwn(OUTLINE.fields, name));
  return [...new Set(known)];
}

/** The fields of the platform, and those that its settings bring. */
function alwaysRequired(element) {
  const platform = element.getAttribute("platform");
  const extra = Object.entries(OUTLINE.extra[platform] ?? {});
  const isOn = ([setting]) => (element.getAttribute(setting) ?? "false").trim() !== "false";
  return [...(OUTLINE.platforms[platform] ?? []), ...extra.filter(isOn).map(([, name]) => name)];
}

function isRequired(element, name) {
  return [...alwaysRequired(element), ...(element.getAttribute("require") ?? "").split(/\s+/)].includes(name);
}

function field({ label, hint, checkbox }, required, say, links) {
  const group = box("field");
  const caption = text("label", say(label));
  if (required) {
    const mark = Object.assign(document.createElement("span"), { className: "required" });
    mark.textContent = ` (${say(OUTLINE.words.required)})`;
    caption.append(mark);
  }
  if (checkbox) {
    const row = box("tick");
    row.append(box("checkbox"), caption);
    group.append(row);
  } else {
    group.append(caption, box("input"));
  }
  if (hint) {
    group.append(text("hint", say(hint)));
  }
  group.append(...links, box("error"));
  return group;
}

/** A line with the links whose attributes are set, which the form has if there is one. */
function line(element, aside, links, say) {
  const set = links.filter(([attribute]) => element.getAttribute(attribute)?.trim());
  if (!set.length) {
    return [];
  }
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
