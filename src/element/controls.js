// The controls of a form, and the focus in it.

/** All controls, in their order. */
export function controlsOf(container) {
  return [...container.querySelectorAll("[name]")];
}

/** What stands in a control. A box that is ticked is `true`. */
export function textOf(control) {
  return control.type === "checkbox" ? String(control.checked || "") : control.value;
}

/** Puts a text into a control. */
export function setText(control, text) {
  if (control.type === "checkbox") {
    control.checked = String(text) === "true";
  } else {
    control.value = typeof text === "object" ? "" : (text ?? "");
  }
}

/** Puts a text into a control, as if it was typed. */
export function enter(control, text) {
  setText(control, text);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A focus inside stays inside when other nodes come: what this returns is called then. */
export function holdFocus(container) {
  const root = container.getRootNode();
  if (!container.contains(root.activeElement)) {
    return () => {};
  }
  const { name, part } = root.activeElement;
  return () => {
    if (container.contains(root.activeElement)) {
      return;
    }
    const find = (selector) => container.querySelector(selector);
    container.tabIndex = -1; // A notice may have nothing else to focus.
    const next = find(name ? `[name="${name}"]` : `[part="${part}"]`) ?? find("[name], button") ?? container;
    next.focus({ preventScroll: true });
  };
}
