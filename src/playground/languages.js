// Tells the playground which languages the form speaks, each by its code and its own name.
import { LANGUAGES } from "./generated.js";

const named = LANGUAGES.map((code) => [code, new Intl.DisplayNames(code, { type: "language" }).of(code)]);
document.documentElement.dataset.languages = JSON.stringify(named);
