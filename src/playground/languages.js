// Puts the form's languages onto the page for the playground: each with its code and its own name.
import { LANGUAGES } from "./generated.js";

const named = LANGUAGES.map((code) => [code, new Intl.DisplayNames(code, { type: "language" }).of(code)]);
document.documentElement.dataset.languages = JSON.stringify(named);
