// Returns a line for each edge that can't be seen, and for each control whose focus can't.
const seen = (selector) => [...root.querySelectorAll(selector)].filter((node) => node.checkVisibility());
const nameOf = ({ localName, className, name }) => [localName, className, name].filter(Boolean).join(" ");
const isLine = (style, width, colour, around) =>
  style !== "none" && parseFloat(width) >= 1 && colour !== around && !/^rgba\(.*, 0\)$/.test(colour);

const around = getComputedStyle(root.querySelector(".storefront-signup")).backgroundColor;
const edgeless = seen(".input, .submit, .summary, .status.done").filter((node) => {
  const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(node);
  return !isLine(borderTopStyle, borderTopWidth, borderTopColor, around);
});
const wrong = seen(".input[aria-invalid=true]").filter((node) => {
  const right = root.querySelector(".input:not([aria-invalid=true])");
  return right && getComputedStyle(node).borderTopWidth === getComputedStyle(right).borderTopWidth;
});
const wrongBoxes = seen(".checkbox[aria-invalid=true]").filter((node) => getComputedStyle(node).outlineStyle === "none");
const unfocused = seen(".input, .checkbox, button, a[href], .status.done").filter((node) => {
  node.blur();
  node.focus({ focusVisible: true });
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(node);
  return !isLine(outlineStyle, outlineWidth, outlineColor, around);
});
const lines = (what, nodes) => nodes.map((node) => `${what}: ${nameOf(node)}`);
return [
  ...(matchMedia("(forced-colors: active)").matches ? [] : ["the colours are not forced"]),
  ...lines("no edge", edgeless), ...lines("not marked", [...wrong, ...wrongBoxes]), ...lines("no focus", unfocused),
];
