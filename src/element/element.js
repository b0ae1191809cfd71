// The custom element: it upgrades at once, keeps what was set before, and mounts the form.
import { holdFocus, setText } from "./controls.js";
import { Draft } from "./draft.js";
import { fallback, report } from "./fallback.js";
import { countries } from "./form.js";
import { OUTLINE } from "./generated.js";
import { BUILT_IN, complete, speak, tagOf, textsFor } from "./language.js";
import { load } from "./module.js";
import { fit } from "./nodes.js";
import { adopt } from "./sheet.js";
import { stopAll, unwatch, watch } from "./stop.js";

const PROPERTIES = ["values", "messages", "metadata"];
const STATES = ["busy", "failed", "done"];
/** Counts the forms of the page: without a shadow root they share its ids. */
let count = 0;

export class StorefrontSignup extends HTMLElement {
  static observedAttributes = OUTLINE.attributes;

  #internals = this.attachInternals?.();
  #container;
  #draft;
  #widget;
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
    if (this.#widget) {
      this.#widget.reset();
    } else if (this.#draft) {
      this.#draft.reset();
      this.#setState("");
    }
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
    if (before === after) {
      return;
    }
    if (name === "values") {
      this.values = parsed(after);
    } else {
      this.#redraw();
    }
  }

  #prepare() {
    const inPage = this.hasAttribute("no-shadow");
    const root = inPage ? this : (this.#internals?.shadowRoot ?? this.shadowRoot ?? this.attachShadow({ mode: "open" }));
    // The page may have brought the form with it.
    this.#container = root.querySelector(".storefront-signup") ?? document.createElement("div");
    this.#container.className = "storefront-signup";
    this.#container.id ||= freeId(this.ownerDocument);
    this.#draft = new Draft(this, this.#container, () => this.#setState("busy"));
    if (this.#container.parentNode !== root) {
      root.replaceChildren(this.#container);
    }
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
    this.#draft.show(); // At once, before the texts of another language are there.
    // Waiting at least a microtask: a form that is mounted inside of another one's event would
    // become that one's child and end with it.
    const texts = await arrival;
    if (isLast() && texts !== BUILT_IN) {
      this.#draft.show(texts);
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
    const isEnd = this.#state === "busy" || (this.#state === "done" && isSame);
    return Boolean(this.#widget) && isEnd;
  }

  #mount(mount, texts, tag) {
    this.#isOutdated = this.#isHeld();
    if (this.#isOutdated) {
      return;
    }
    const refocus = holdFocus(this.#container);
    if (this.#widget) {
      this.#draft.keep();
      this.#free();
      this.#draft.show(texts);
    }
    this.#dropSiblings();
    this.#platform = this.getAttribute("platform");
    this.#setState(this.#draft.isPressed ? "busy" : ""); // Before mounting, which may say `failed` at once.
    const messages = Object.entries(speak(this, this.#container, texts));
    this.#draft.close();
    const listCountries = () => countries(OUTLINE, this.#container.lang);
    this.#widget = mount(this, this.#container, messages, listCountries, tag, (state) => this.#setState(state));
    watch(this, (error) => this.#stop(texts, error));
    refocus();
  }

  /** Without a shadow root, the parser may have added the page's own fallback after the form. */
  #dropSiblings() {
    for (const node of [...this.#container.parentNode.childNodes]) {
      if (node !== this.#container && !/^(LINK|STYLE)$/.test(node.nodeName)) {
        node.remove();
      }
    }
  }

  #stop(texts, error) {
    this.#drawing++;
    this.#showFallback(texts, error);
  }

  #showFallback(texts, error) {
    this.#draft.abandon();
    this.#widget = undefined;
    const container = this.#container;
    const refocus = holdFocus(container);
    container.replaceChildren();
    fit(container, [fallback(this, speak(this, container, texts), error)]);
    container.querySelector(".retry").addEventListener("click", () => this.#draw());
    refocus();
    this.#setState("failed");
    report(this, error);
  }

  #remove() {
    this.#drawing++;
    this.#free();
    this.#setState("");
    this.#container?.remove();
    this.#container = this.#draft = undefined;
  }

  #free() {
    const widget = this.#widget;
    this.#widget = undefined;
    unwatch(this);
    widget?.free();
    this.#draft?.open();
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

/** The values of the attribute. */
function parsed(text) {
  let values;
  try {
    values = Object(JSON.parse(text || "{}"));
  } catch {
    console.error("storefront-signup: values is not JSON. For [object Object], set the property, or JSON.stringify(values).");
  }
  return values;
}

/** An id that the page does not have. */
function freeId(page) {
  let id;
  do {
    id = `signup-${++count}`;
  } while (page.getElementById(id));
  return id;
}
