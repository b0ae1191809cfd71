// The language of a form, and its words.
import { ENGLISH, LANGUAGES } from "./generated.js";

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ps|ur|yi)\b/;
const texts = new Map();

/** The element's own `lang`, else the nearest around it, else the browser's. */
export function languageOf(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const language = node instanceof Element && node.getAttribute("lang");
    if (language) {
      return supported(language);
    }
  }
  return supported(navigator.language);
}

/** `rtl` or `ltr`. */
export function directionOf(language) {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}

/** The texts of a language by their keys. English is built in, and stands in for what is missing. */
export function wordsOf(language) {
  if (language === "en") {
    return Promise.resolve(ENGLISH);
  }
  if (!texts.has(language)) {
    texts.set(language, request(language));
  }
  return texts.get(language);
}

/** Keys and texts in the order in which the WebAssembly knows them, with the owner's wording. */
export function inOrder(words) {
  return Object.entries(ENGLISH).map(([key, text]) => [key, typeof words[key] === "string" ? words[key] : text]);
}

async function request(language) {
  try {
    const response = await fetch(new URL(`locales/${language}.json`, import.meta.url));
    return { ...ENGLISH, ...(await response.json()) };
  } catch (error) {
    texts.delete(language);
    console.warn(`storefront-signup: no texts for "${language}", English is shown.`, error);
    return ENGLISH;
  }
}

/** `de-AT` is `de` where that is what there is; what there is not at all is English. */
function supported(language) {
  const wanted = language.toLowerCase();
  const known = (name) => LANGUAGES.find((own) => own.toLowerCase() === name);
  return known(wanted) ?? known(wanted.split("-")[0]) ?? "en";
}
