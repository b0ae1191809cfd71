// Trees of nodes: described as data, then made in the page around the nodes that are there.

/**
 * An element of a tree. An attribute that is `undefined` is absent. A child is another element or a
 * text, and one that is `undefined` is left out.
 */
export function node(tag, attributes, ...children) {
  return { tag, attributes, children: children.flat().filter((child) => child !== undefined) };
}

/** An element with a `part`, which is its class too. */
export function part(tag, name, attributes, ...children) {
  return node(tag, { ...attributes, part: name, class: name }, ...children);
}

/**
 * Gives a parent the wanted children. A node that fits stays, and so do its text, the focus and whatever else a
 * browser knows of it. What nobody wants goes, unless it is not the form's: a password manager puts its icon there.
 */
export function fit(parent, children) {
  let next = parent.firstChild;
  const drop = (end) => {
    while (next !== end) {
      const surplus = next;
      next = next.nextSibling;
      if (!isForeign(surplus)) {
        surplus.remove();
      }
    }
  };
  for (const wanted of children) {
    let found = next;
    while (found && !fits(found, wanted)) {
      found = found.nextSibling;
    }
    if (found) {
      drop(found);
      next = found.nextSibling;
    } else {
      found = wanted.tag ? document.createElement(wanted.tag) : document.createTextNode("");
      parent.insertBefore(found, next);
    }
    update(found, wanted);
  }
  drop(null);
}

function isForeign(node) {
  return node.nodeType === Node.ELEMENT_NODE && !node.className && node.localName !== "option";
}

/** A control is known by its id, a field by its control, everything else by its class. */
function fits(present, { tag, attributes, key }) {
  if (!tag) {
    return present.nodeType === Node.TEXT_NODE;
  }
  const known = attributes.id ? "id" : "class";
  return (
    present.localName === tag &&
    (present.getAttribute(known) ?? "") === (attributes[known] ?? "") &&
    (!key || Boolean(present.querySelector(`[name=${key}]`)))
  );
}

function update(present, wanted) {
  if (!wanted.tag) {
    if (present.data !== wanted) {
      present.data = wanted;
    }
    return;
  }
  for (const [name, value] of Object.entries(wanted.attributes)) {
    if (value === undefined) {
      present.removeAttribute(name);
    } else if (present.getAttribute(name) !== value) {
      present.setAttribute(name, value);
    }
  }
  fit(present, wanted.children);
}
