// The custom element: it upgrades at once, keeps what was set before, and mounts the form.
import { fallback, report } from "./fallback.js";
import { OUTLINE } from "./generated.js";
import { BUILT_IN, complete, directionOf, tagOf, textsFor } from "./language.js";
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
  #state = "";
  #platform;
  #isOutdated = false;
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
    const before = this.#values;
    this.#values = values ?? {};
    this.#prefill(before);
  }

  /** The owner's wording, by the messages' keys. */
  get messages() {
    return this.#messages;
  }
  set messages(messages) {
    const before = JSON.stringify(complete(this.#messages));
    this.#messages = messages ?? {};
    // Frameworks set an equal object with each of their renders.
    if (JSON.stringify(complete(this.#messages)) !== before) {
      this.#redraw();
    }
  }

  /** An object that the platform keeps with the account, where it has a place for it. Read when it is created. */
  get metadata() {
    return this.#metadata;
  }
  set metadata(metadata) {
    this.#metadata = metadata;
  }

  /** Back to an empty form. */
  reset() {
    this.#widget?.reset();
    if (this.#isOutdated) {
      this.#draw();
    }
  }

  /** Puts the focus on the first field. */
  focus(options) {
    const first = this.#container?.querySelector("[name]");
    if (first) {
      first.focus(options);
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
    adopt(this.#container.getRootNode()); // A move to another document takes the style away.
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
    this.#container = document.createElement("div");
    this.#container.className = "storefront-signup";
    // Here and not in the WebAssembly: should that stop, the browser would post the password to the page's address.
    this.#container.addEventListener("submit", (event) => event.preventDefault(), true);
    root.replaceChildren(this.#container);
  }

  /** Into the controls that are there already, as if it was typed: what changed. A new form takes the values itself. */
  #prefill(before) {
    for (const [name, text] of Object.entries(this.#container ? this.#values : {})) {
      const control = this.#container.querySelector(`[name="${CSS.escape(name)}"]`);
      if (control && name !== "password" && text !== before[name]) {
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
    const isLast = () => drawing === this.#drawing;
    const tag = tagOf(this);
    const arrival = textsFor(tag);
    this.#outline(BUILT_IN); // Room at once, before the texts of another language are there.
    // Waiting at least a microtask: a form that is mounted inside of another one's event would
    // become that one's child and end with it.
    const texts = await arrival;
    if (isLast() && texts !== BUILT_IN) {
      this.#outline(texts);
    }
    try {
      const mount = await load();
      if (isLast()) {
        this.#mount(mount, texts, tag);
      }
    } catch (error) {
      stopAll(error);
      if (isLast()) {
        this.#showFallback(texts, error);
      }
    }
  }

  /** An account that is being made, or is made, stays in view until `reset` or another platform. */
  #isHeld() {
    const isSame = this.#platform === this.getAttribute("platform");
    return this.#state === "busy" || (this.#state === "done" && isSame);
  }

  #outline(texts) {
    if (!this.#widget) {
      this.#fill(placeholder(this, this.#speak(texts)));
    }
  }

  /** Marks what is about to show with the language of its texts, and returns all of them. */
  #speak({ language, texts }) {
    this.#container.lang = language;
    this.#container.dir = this.getAttribute("dir") || directionOf(language);
    return complete(this.#messages, texts);
  }

  #mount(mount, texts, tag) {
    this.#isOutdated = this.#isHeld();
    if (this.#isOutdated) {
      return;
    }
    const typed = this.#widget ? this.#typed() : this.#kept;
    this.#kept = [];
    const refocus = this.#holdFocus();
    this.#free();
    this.#container.replaceChildren();
    // Without a shadow root, the parser may have added the page's own fallback after the outline.
    this.#container.parentNode.replaceChildren(this.#container);
    this.#platform = this.getAttribute("platform");
    this.#setState(""); // Before mounting, which says `failed` at once where the settings can't work.
    const words = Object.entries(this.#speak(texts));
    this.#widget = mount(this, this.#container, words, tag, (state) => this.#setState(state));
    watch(this, (error) => this.#stop(texts, error));
    for (const [name, text] of typed) {
      const control = this.#container.querySelector(`[name="${name}"]`);
      if (!control || textOf(control) === text) {
        continue;
      }
      setText(control, text);
      if (control.type === "checkbox") {
        control.dispatchEvent(new Event("input", { bubbles: true })); // It may take other fields away.
      }
    }
    refocus();
  }

  /** What was typed is kept for the next form, but never the password. */
  #stop(texts, error) {
    this.#kept = this.#typed().filter(([name]) => name !== "password");
    this.#drawing++;
    this.#showFallback(texts, error);
  }

  /** What stands in the controls, to be kept when an attribute changes the form. */
  #typed() {
    const controls = this.#widget ? [...this.#container.querySelectorAll("[name]")] : [];
    return controls.map((control) => [control.name, textOf(control)]);
  }

  #showFallback(texts, error) {
    this.#widget = undefined;
    this.#fill(fallback(this, this.#speak(texts), error, () => this.#draw()));
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
    this.#setState("");
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
    this.#state = state;
    try {
      STATES.forEach((name) => this.#internals?.states?.[name === state ? "add" : "delete"](name));
    } catch {
      // Chromium before 125 takes no names without dashes.
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
    control.value = text ?? "";
  }
}
