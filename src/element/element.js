// The custom element: it upgrades at once, keeps what was set before, and mounts the form.
import { fallback, report } from "./fallback.js";
import { OUTLINE } from "./generated.js";
import { directionOf, inOrder, languageOf, wordsOf } from "./language.js";
import { load } from "./module.js";
import { placeholder } from "./placeholder.js";
import { adopt } from "./sheet.js";
import { stopAll, unwatch, watch } from "./stop.js";

const OWN_ATTRIBUTES = [
  "platform", "endpoint", "fields", "require", "lang", "dir", "sign-in-url", "terms-url", "privacy-url", "success-url",
  "timeout",
];
const PROPERTIES = ["values", "messages", "metadata"];
const STATES = ["busy", "failed", "done"];

export class StorefrontSignup extends HTMLElement {
  static observedAttributes = [...OWN_ATTRIBUTES, ...OUTLINE.settings];

  #internals = this.attachInternals?.();
  #container;
  #widget;
  #kept = [];
  #drawing = 0;
  #values = {};
  #messages = {};
  #metadata;

  constructor() {
    super();
    // A page may set properties before this script is there: take them over.
    for (const name of PROPERTIES.filter((name) => Object.hasOwn(this, name))) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** Texts to begin with, by the fields' names. */
  get values() {
    return this.#values;
  }
  set values(values) {
    this.#values = values ?? {};
    this.#prefill();
  }

  /** The owner's wording, by the messages' keys. */
  get messages() {
    return this.#messages;
  }
  set messages(messages) {
    this.#messages = messages ?? {};
    this.#redraw();
  }

  /** An object that the platform keeps with the account, where it has a place for it. */
  get metadata() {
    return this.#metadata;
  }
  set metadata(metadata) {
    this.#metadata = metadata;
    this.#redraw();
  }

  /** Back to an empty form. */
  reset() {
    this.#widget?.reset();
  }

  /** Puts the focus on the first field. */
  focus(options) {
    if (this.#widget) {
      this.#widget.focus();
    } else {
      super.focus(options);
    }
  }

  connectedCallback() {
    // An element that was only moved has its form still.
    if (!this.#container) {
      this.#prepare();
      this.#draw();
    }
  }

  disconnectedCallback() {
    // A move in the page is a removal and an insertion: wait for the second.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#remove();
      }
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) {
      this.#redraw();
    }
  }

  #prepare() {
    const inPage = this.hasAttribute("no-shadow");
    const root = inPage ? this : (this.shadowRoot ?? this.attachShadow({ mode: "open" }));
    adopt(inPage ? this.getRootNode() : root);
    this.#container = document.createElement("div");
    this.#container.className = "storefront-signup";
    root.replaceChildren(this.#container);
  }

  /** Into a form that is there already, as if it was typed. A new form takes the values itself. */
  #prefill() {
    for (const [name, text] of Object.entries(this.#widget ? this.#values : {})) {
      const control = this.#container.querySelector(`[name="${CSS.escape(name)}"]`);
      if (control && name !== "password") {
        setText(control, text);
        control.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  }

  #redraw() {
    if (this.#container) {
      this.#draw();
    }
  }

  /** Draws the form anew. Of several calls in a row the last one counts. */
  async #draw() {
    const drawing = ++this.#drawing;
    const language = languageOf(this);
    const texts = wordsOf(language);
    this.#container.lang = language;
    this.#container.dir = this.getAttribute("dir") || directionOf(language);
    // Waiting at least a microtask: a form that is mounted inside of another one's event would
    // become that one's child and end with it.
    const words = { ...(await texts), ...this.#messages };
    if (!this.#widget && drawing === this.#drawing) {
      this.#fill(placeholder(this, words));
    }
    try {
      const mount = await load();
      if (drawing === this.#drawing && this.#container) {
        this.#mount(mount, words);
      }
    } catch (error) {
      stopAll(error);
      if (drawing === this.#drawing && this.#container) {
        this.#showFallback(words, error);
      }
    }
  }

  #mount(mount, words) {
    const typed = this.#widget ? this.#typed() : this.#kept;
    this.#kept = [];
    const refocus = this.#holdFocus();
    this.#free();
    this.#container.replaceChildren();
    this.#setState(""); // Before mounting, which says `failed` at once where the settings can't work.
    this.#widget = mount(this, this.#container, inOrder(words), (state) => this.#setState(state));
    watch(this, (error) => this.#stop(words, error));
    for (const [name, text] of typed) {
      const control = this.#container.querySelector(`[name="${name}"]`);
      if (control) {
        setText(control, text);
      }
      if (control?.type === "checkbox") {
        control.dispatchEvent(new Event("input", { bubbles: true })); // It may take other fields away.
      }
    }
    refocus();
  }

  /** What was typed is kept for the next form, but never the password. */
  #stop(words, error) {
    this.#kept = this.#typed().filter(([name]) => name !== "password");
    this.#drawing++;
    this.#showFallback(words, error);
  }

  /** What stands in the controls, to be kept when an attribute changes the form. */
  #typed() {
    const controls = this.#widget ? [...this.#container.querySelectorAll("[name]")] : [];
    return controls.map((control) => [control.name, textOf(control)]).filter(([, text]) => text);
  }

  #showFallback(words, error) {
    this.#widget = undefined;
    this.#fill(fallback(this, words, error, () => this.#draw()));
    this.#setState("failed");
    report(this, error);
  }

  #fill(content) {
    const refocus = this.#holdFocus();
    this.#container.replaceChildren(content);
    refocus();
  }

  /** A focus inside stays inside when other content comes: what this returns is called then. */
  #holdFocus() {
    const container = this.#container;
    const { activeElement } = container.getRootNode();
    if (!container.contains(activeElement)) {
      return () => {};
    }
    const { name, part } = activeElement;
    return () => {
      const find = (selector) => container.querySelector(selector);
      container.tabIndex = -1; // The outline has nothing else to focus.
      const next = find(name ? `[name="${name}"]` : `[part="${part}"]`) ?? find("[name], button") ?? container;
      next.focus({ preventScroll: true });
    };
  }

  #remove() {
    this.#drawing++;
    this.#free();
    this.#container?.remove();
    this.#container = undefined;
  }

  #free() {
    const widget = this.#widget;
    this.#widget = undefined;
    unwatch(this);
    widget?.free();
  }

  #setState(state) {
    for (const name of STATES) {
      this.#internals?.states?.[name === state ? "add" : "delete"](name);
    }
  }
}

/** What stands in a control. A box that is ticked is `true`. */
function textOf(control) {
  return control.type === "checkbox" ? String(control.checked || "") : control.value;
}

function setText(control, text) {
  if (control.type === "checkbox") {
    control.checked = String(text) === "true";
  } else {
    control.value = text;
  }
}
