// The form as the view draws it, for the time before the WebAssembly is there. A test holds the two together.
import { node, part } from "./nodes.js";

/** Lists of countries by their languages: the browser takes some milliseconds for each. */
const lists = new Map();

/**
 * The tree of a form, for `fit`; `undefined` for a platform that nobody knows. A form is
 * - `outline`: what is known of the platforms,
 * - `messages`: every text by its key, and the `language` that they are in,
 * - `get`: the value of an attribute of the element, or null,
 * - `id`: what all ids begin with,
 * - `isBusy`, `isVisible`, `isShortened`: whether the shopper has pressed the button, shows the password, and has
 *   ticked a box that takes fields away.
 */
export function describe(form) {
  const entries = entriesOf(form.outline, form.get);
  if (!entries) {
    return undefined;
  }
  const { messages, outline, isBusy } = form;
  const hasTerms = entries.some(({ name }) => name === outline.terms);
  const attributes = { novalidate: "", method: "dialog", "aria-label": messages["form-label"], "aria-busy": yes(isBusy) };
  return [
    part("div", "status", { role: "status", tabindex: "-1" }, when(isBusy, messages.sending)),
    part(
      "form",
      "form",
      { ...attributes, hidden: undefined },
      part("div", "summary", { role: "alert", hidden: "" }),
      entries.map((entry) => field(form, { ...entry, id: `${form.id}-${entry.name}` })),
      hasTerms ? [] : legal(form, "aside"),
      part("button", "submit", { type: "submit", "aria-disabled": yes(isBusy) }, messages[isBusy ? "sending" : "submit"]),
      signIn(form),
    ),
  ];
}

/** The address of a link that a shopper may follow: http, https or relative. */
export function safeLink(address) {
  const trimmed = address?.trim();
  return trimmed && !/^(?!https?:)[^/?#]*:/i.test(trimmed) ? trimmed : undefined;
}

/** Whether a switch with this value, or null, is on. */
export function isOn(value) {
  return (value ?? "false").trim() !== "false";
}

/** What is known of each field, in the order of the form. */
function entriesOf({ platforms, extra, fields }, get) {
  const platform = (get("platform") ?? "").trim();
  const list = (name) => (get(name) ?? "").split(/\s+/);
  const brought = Object.entries(extra[platform] ?? {}).filter(([setting]) => isOn(get(setting)));
  const always = [...(platforms[platform] ?? []), ...brought.map(([, name]) => name)];
  const required = new Set([...always, ...list("require")]);
  const names = [...new Set([...always, ...list("fields"), ...required])].filter((name) => Object.hasOwn(fields, name));
  const entries = names.map((name) => ({ ...defaults(name), ...fields[name], name, isRequired: required.has(name) }));
  const hasPassword = entries.some(({ type }) => type === "password");
  // The email stands before a password only.
  const placeOf = ({ place, type }) => (hasPassword || type !== "email" ? place : 0);
  entries.sort((one, other) => placeOf(one) - placeOf(other));
  return platforms[platform] && entries;
}

/** What the outline leaves out, because most fields have it. */
function defaults(name) {
  return { type: "text", place: 0, autocomplete: "off", label: name.replaceAll("_", "-") };
}

/** Label, control, hint and error. */
function field(form, entry) {
  const { messages, outline, isShortened } = form;
  const { id, name, hint, unless } = entry;
  const group = part(
    "div",
    "field",
    { hidden: when(unless && isShortened, "") },
    labelled(form, entry),
    hint ? part("p", "hint", { id: `${id}-hint` }, messages[hint]) : [],
    name === outline.terms ? legal(form, "hint") : [],
    part("p", "error", { id: `${id}-error` }),
  );
  return { ...group, key: name };
}

/** Label and control. The label of a checkbox stands beside it. */
function labelled(form, entry) {
  const { id, label, isRequired, type } = entry;
  const { messages } = form;
  const mark = isRequired ? part("span", "required", { "aria-hidden": "true" }, ` (${messages.required})`) : [];
  const caption = part("label", "label", { for: id }, messages[label], mark);
  const input = control(form, entry);
  const box = (name, ...children) => node("div", { class: name }, ...children);
  switch (type) {
    case "checkbox":
      return box("tick", input, caption);
    case "select-one":
      return [caption, input];
    case "password":
      return [caption, box("box with-button", input, show(form)), part("p", "hint caps-lock", { role: "status" })];
    default:
      return [caption, box("box", input)];
  }
}

function control({ outline, language, isVisible }, { id, name, type, autocomplete, hint, isRequired }) {
  const isWord = type !== "email" && type !== "password";
  const attributes = {
    id,
    name,
    autocomplete,
    required: when(isRequired, ""),
    "aria-invalid": undefined,
    "aria-describedby": when(hint, `${id}-hint`),
    autocapitalize: isWord ? undefined : "none",
    autocorrect: isWord ? undefined : "off",
    spellcheck: isWord ? undefined : "false",
  };
  if (type === "select-one") {
    const options = countries(outline, language).map(([code, name]) => node("option", { value: code }, name));
    return part("select", "input", attributes, node("option", { value: "" }), options);
  }
  const shownType = type === "password" && isVisible ? "text" : type;
  return part("input", type === "checkbox" ? type : "input", { ...attributes, type: shownType });
}

function show({ messages, isVisible }) {
  const [title, text] = isVisible ? ["hide-password", "hide"] : ["show-password", "show"];
  return part("button", "show", { type: "button", "aria-label": messages[title] }, messages[text]);
}

/** The codes of all countries with their names in a language, in its order. */
export function countries({ countries }, language) {
  if (!lists.has(language)) {
    const names = new Intl.DisplayNames([language], { type: "region" });
    const { compare } = new Intl.Collator([language]);
    const pairs = codesOf(countries).map((code) => [code, names.of(code)]);
    lists.set(language, pairs.sort(([, one], [, other]) => compare(one, other)));
  }
  return lists.get(language);
}

/** Each digit has a bit for each of four pairs of letters: `AA`, `AB`, `AC`, `AD` first. */
function codesOf(digits) {
  const codes = [];
  for (let pair = 0; pair < 26 * 26; pair++) {
    if ((parseInt(digits[pair >> 2], 16) >> (pair & 3)) & 1) {
      codes.push(String.fromCharCode(65 + pair / 26, 65 + (pair % 26)));
    }
  }
  return codes;
}

/** The links to what a shopper agrees to, in a line, if there are any. */
function legal({ messages, get }, name) {
  const known = [["terms-url", messages.terms], ["privacy-url", messages.privacy]];
  const links = known.map(([attribute, text]) => [safeLink(get(attribute)), text]).filter(([address]) => address);
  const tab = { target: "_blank", rel: "noopener" };
  const opener = (address, text) => link(address, `${text} (${messages["new-tab"]})`, tab);
  const line = links.flatMap(([address, text], index) => [...(index ? [" · "] : []), opener(address, text)]);
  return line.length ? part("p", name, {}, line) : [];
}

function signIn({ messages, get }) {
  const address = safeLink(get("sign-in-url"));
  return address ? part("p", "aside", {}, messages["have-account"], " ", link(address, messages["sign-in"])) : [];
}

/** A link with a text. */
export function link(address, text, attributes) {
  return part("a", "link", { href: address, ...attributes }, text);
}

function when(condition, value) {
  return condition ? value : undefined;
}

function yes(condition) {
  return when(condition, "true");
}
