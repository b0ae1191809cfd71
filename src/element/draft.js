// The form before the WebAssembly runs: it takes what the shopper types, and keeps an early press.
import { controlsOf, enter, holdFocus, setText, textOf } from "./controls.js";
import { describe } from "./form.js";
import { OUTLINE } from "./generated.js";
import { BUILT_IN, speak } from "./language.js";
import { fit } from "./nodes.js";

const PASSWORD = "[autocomplete=new-password]";
const VISIBLE = `${PASSWORD}[type=text]`;

export class Draft {
  /** Whether the shopper has pressed the button. */
  isPressed = false;
  #element;
  #container;
  #texts = BUILT_IN;
  #isOpen = true;
  /** What controls that are still to come begin with, by their names. */
  #kept = {};
  /** The controls that have what they begin with. */
  #filled = new WeakSet();

  constructor(element, container, onPress) {
    this.#element = element;
    this.#container = container;
    // Here and not in the WebAssembly: should that stop, the browser would post the password to the page's address.
    container.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.#press(onPress);
      },
      true,
    );
    ["keydown", "keypress", "keyup"].forEach((kind) => container.addEventListener(kind, keepKey));
    container.addEventListener("click", ({ target }) => this.#toggle(target));
    container.addEventListener("input", ({ target }) => target.type === "checkbox" && this.show());
  }

  /** Draws the form, or makes the one that stands there equal to it. Not while it is the widget's. */
  show(texts = this.#texts) {
    if (!this.#isOpen) {
      return;
    }
    this.#texts = texts;
    const container = this.#container;
    const refocus = holdFocus(container);
    this.keep();
    if (!this.#has("form")) {
      container.replaceChildren(); // The fallback's nodes are no form's.
    }
    fit(container, this.#describe(speak(this.#element, container, texts)) ?? []);
    this.#fill();
    refocus();
  }

  /** From here on the form is the widget's. */
  close() {
    this.#isOpen = this.isPressed = false;
    this.#kept = {};
  }

  /** There is no widget any more. */
  open() {
    this.#isOpen = true;
  }

  /** Keeps what stands in the controls for those that will replace them. */
  keep() {
    for (const control of controlsOf(this.#container)) {
      if (this.#filled.has(control) || textOf(control)) {
        this.#kept[control.name] = textOf(control);
      }
    }
  }

  /** Empties the password, which no form that comes back has. */
  forgetPassword() {
    const control = this.#container.querySelector(PASSWORD);
    if (control) {
      enter(control, "");
    }
  }

  /** The form goes: the password is not kept. */
  abandon() {
    this.keep();
    delete this.#kept.password;
    this.isPressed = false;
    this.open();
  }

  /** Back to a form with the owner's values. */
  reset() {
    this.isPressed = false;
    this.#filled = new WeakSet();
    controlsOf(this.#container).forEach((control) => setText(control, ""));
    this.#kept = {};
    this.show();
  }

  #describe(messages) {
    const element = this.#element;
    return describe({
      outline: OUTLINE,
      messages,
      language: this.#container.lang,
      get: (name) => element.getAttribute(name),
      id: this.#container.id,
      isBusy: this.isPressed,
      isVisible: this.#has(VISIBLE),
      isShortened: OUTLINE.unless.some((name) => this.#has(`[name=${name}]:checked`)),
    });
  }

  /** Fills the controls that are new. A box that is ticked by that may take fields away. */
  #fill() {
    let isTicked = false;
    for (const control of controlsOf(this.#container)) {
      const isNew = !this.#filled.has(control);
      const { name } = control;
      const own = isNew && name !== "password" ? this.#element.values[name] : undefined;
      const text = this.#kept[name] ?? own;
      if (text && textOf(control) !== String(text)) {
        setText(control, text);
        isTicked ||= isNew && control.checked;
      }
      this.#filled.add(control);
    }
    if (isTicked) {
      this.show();
    }
  }

  #press(onPress) {
    if (this.#isOpen && !this.isPressed) {
      this.isPressed = true;
      this.#reveal(false); // As the widget does from the press on.
      onPress();
    }
  }

  #toggle(target) {
    if (this.#isOpen && target.className === "show") {
      this.#reveal(!this.#has(VISIBLE));
    }
  }

  #reveal(isVisible) {
    this.#container.querySelector(PASSWORD)?.setAttribute("type", isVisible ? "text" : "password");
    this.show();
  }

  #has(selector) {
    return Boolean(this.#container.querySelector(selector));
  }
}

/** What is typed is no shortcut of the page: in a shadow root, the page can't see that a control has the focus. */
function keepKey(event) {
  if (event.key?.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.stopPropagation();
  }
}
