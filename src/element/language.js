// The language of a form, and its messages.
import { ENGLISH, LANGUAGES } from "./generated.js";

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ps|ur|yi)\b/;
/** How long a form waits for its texts, in ms. */
const PATIENCE = 5000;
const kept = new Map();

/** The texts that need no file. */
export const BUILT_IN = { language: "en", texts: ENGLISH };

/** The tag of the element's own `lang`, else of the nearest around it, else the browser's. */
export function tagOf(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const tag = node.getAttribute?.("lang")?.trim();
    if (tag) {
      return tag.replaceAll("_", "-");
    }
  }
  return navigator.language;
}

/** `rtl` or `ltr`. */
function directionOf(language) {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}

/** The texts for a tag, with the language that they are in: the English ones where the others can't be had. */
export async function textsFor(tag) {
  const language = supported(tag);
  if (language === BUILT_IN.language) {
    return BUILT_IN;
  }
  if (!kept.has(language)) {
    kept.set(language, request(language));
  }
  return kept.get(language);
}

/**
 * Every text by its key, in the order in which the WebAssembly knows them: the owner's, else the
 * language's, else the English one. What is no text counts as missing.
 */
export function complete(messages, texts) {
  const sources = [messages, texts, ENGLISH];
  const find = (key) => sources.map((source) => source?.[key]).find((text) => typeof text === "string");
  return Object.fromEntries(Object.keys(ENGLISH).map((key) => [key, find(key)]));
}

/** Marks what is about to show with the language of its texts, and returns all of them. */
export function speak(element, container, { language, texts }) {
  container.lang = language;
  container.dir = element.getAttribute("dir") || directionOf(language);
  return complete(element.messages, texts);
}

async function request(language) {
  try {
    const { href } = new URL(`locales/${language}.json`, import.meta.url);
    const response = await fetch(href, { signal: AbortSignal.timeout?.(PATIENCE) });
    if (!response.ok) {
      throw new Error(`${response.url} answers ${response.status}.`);
    }
    return { language, texts: await response.json() };
  } catch (error) {
    kept.delete(language);
    console.warn(`storefront-signup: no texts for "${language}", English is shown.`, error);
    return BUILT_IN;
  }
}

/** The language whose texts a tag gets: `de` for `de-AT`, `zh-Hant` for `zh-TW`, English where there is none. */
function supported(tag) {
  const wanted = `${tag}-`
    .toLowerCase()
    .replace(/^zh-(tw|hk|mo)/, "zh-hant")
    .replace(/^zh-(?!hant)/, "zh-hans-")
    .replace(/^n[no]-/, "nb-");
  // The list is sorted, so the longest name that matches is the last: `pt-PT` stands behind `pt`.
  return LANGUAGES.filter((own) => wanted.startsWith(`${own.toLowerCase()}-`)).pop() ?? BUILT_IN.language;
}
