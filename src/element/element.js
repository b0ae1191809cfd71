// The custom element: it upgrades at once, keeps what was set before, and mounts the form.
import { hasSwallowed } from "./content.js";
import { enter, holdFocus } from "./controls.js";
import { Draft } from "./draft.js";
import { fallback, report } from "./fallback.js";
import { countries, isOn } from "./form.js";
import { OUTLINE } from "./generated.js";
import { BUILT_IN, complete, speak, tagOf, textsFor } from "./language.js";
import { load } from "./module.js";
import { fit } from "./nodes.js";
import { adopt } from "./sheet.js";
import { stopAll, unwatch, watch } from "./stop.js";

const PROPERTIES = ["values", "messages", "metadata"];
const NAME = "storefront-signup";
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
  /** Whether the tag is not closed, once the page is parsed. */
  #hasSwallowed;
  #slot = document.createElement("slot");
  /** Continue what waits until the element is in a document. */
  #waiting = [];
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
      this.#redraw();
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
    if (!this.#container) {
      this.#prepare();
    }
    // An element that was only moved has its form still.
    if (this.#widget && !this.#isOutdated) {
      this.#place();
    } else {
      this.#draw();
    }
    this.#waiting.splice(0).forEach((goOn) => goOn());
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
    const page = this.ownerDocument;
    // The page may have brought the form with it.
    const present = [...(this.#shadow() ?? this).children].find(({ className }) => className === NAME);
    this.#container = present ?? page.createElement("div");
    this.#container.className = NAME;
    this.#container.id ||= freeId(page);
    this.#draft = new Draft(this, this.#container, () => this.#setState("busy"));
    const place = () => this.isConnected && this.#place();
    // Libraries that update pages by new HTML take the form away.
    new MutationObserver(() => this.#container.isConnected || place()).observe(this, { childList: true });
    if (page.readyState === "loading") {
      page.addEventListener("DOMContentLoaded", place, { once: true });
    }
  }

  #shadow() {
    return this.#internals?.shadowRoot ?? this.shadowRoot;
  }

  /** Puts the form where it belongs, with its style. */
  #place() {
    const container = this.#container;
    const isInPage = isOn(this.getAttribute("no-shadow"));
    const root = isInPage ? this : (this.#shadow() ?? this.attachShadow({ mode: "open" }));
    if (container.parentNode !== root) {
      const refocus = holdFocus(container);
      if (!container.parentNode) {
        this.#draft.forgetPassword();
      }
      root.prepend(container);
      refocus();
    }
    adopt(container.getRootNode()); // Another document, or another script, takes the style away.
    this.#clear(isInPage);
    // A shadow root hides the element's content, and no page can take it away again.
    const shown = isInPage || this.#hasSwallowed ? this.#shadow() : undefined;
    if (this.#slot.parentNode !== (shown ?? null)) {
      this.#slot.remove();
      shown?.append(this.#slot);
    }
  }

  /** Takes the fallback away from a form in the page. What a missing closing tag brought stays. */
  #clear(isInPage) {
    if (this.ownerDocument.readyState === "loading") {
      return; // Nobody knows yet where the element ends.
    }
    const others = [...this.childNodes].filter((node) => node !== this.#container);
    this.#hasSwallowed ??= hasSwallowed(this, others);
    if (isInPage && !this.#hasSwallowed) {
      others.filter(({ nodeName }) => !/^(LINK|STYLE)$/.test(nodeName)).forEach((node) => node.remove());
    }
  }

  /** Into the controls that are there already, as if it was typed: what changed. A new form takes the values itself. */
  #prefill(before) {
    for (const [name, text] of Object.entries(this.#container ? this.#values : {})) {
      const control = this.#container.querySelector(`[name="${CSS.escape(name)}"]`);
      if (control && name !== "password" && text !== before[name]) {
        enter(control, text);
      }
    }
  }

  #redraw() {
    if (this.#container && this.isConnected) {
      this.#draw();
    } else {
      this.#isOutdated = true;
    }
  }

  /** Draws the form anew. Of several calls in a row the last one counts. */
  async #draw() {
    const drawing = ++this.#drawing;
    const isLast = () => drawing === this.#drawing;
    const tag = tagOf(this);
    const arrival = textsFor(tag);
    this.#place();
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
    this.#place();
    this.#platform = this.getAttribute("platform");
    this.#setState(this.#draft.isPressed ? "busy" : ""); // Before mounting, which may say `failed` at once.
    const messages = Object.entries(speak(this, this.#container, texts));
    this.#draft.close();
    const listCountries = () => countries(OUTLINE, this.#container.lang);
    this.#widget = mount(
      this,
      this.#container,
      messages,
      listCountries,
      tag,
      (state) => this.#setState(state),
      // A page hears no event of an element that is away.
      () => this.isConnected || new Promise((goOn) => this.#waiting.push(goOn)),
    );
    watch(this, (error) => this.#stop(texts, error));
    refocus();
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

  /** The form stays for a return of the element, but without the widget, unless that has an account to show. */
  #remove() {
    this.#drawing++;
    if (!this.#isHeld()) {
      this.#draft.abandon();
      this.#free();
      this.#setState("");
    }
    this.#container.remove();
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
