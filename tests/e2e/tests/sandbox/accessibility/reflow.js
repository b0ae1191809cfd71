// Returns a line for everything that has too little room in this window.
const TARGET = 24;
const SPACING = `
  .storefront-signup, .storefront-signup * {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  }
  .storefront-signup p { margin-block-end: 2em !important; }`;

const seen = (selector) =>
  [...root.querySelectorAll(selector)].filter((node) => node.checkVisibility({ visibilityProperty: true }));
const nameOf = ({ localName, className, name, id }) => [localName, className, name, id].filter(Boolean).join(" ");

const sizesOf = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
  `${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}`;

const sideways = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`sideways: ${scrollWidth} of ${clientWidth}`] : [];
};

const small = () =>
  seen("a[href], button, input, select")
    .map((node) => [node, node.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < TARGET || height < TARGET)
    .map(([node, { width, height }]) => `small: ${nameOf(node)} ${width} × ${height}`);

// What is only read out is one pixel large. What is typed scrolls in its box. The browser rounds.
const cut = () =>
  seen("*").filter((node) => node.clientWidth > 1 && !node.matches("select, select *")).filter((node) => {
    const isWide = node.scrollWidth > node.clientWidth + 1 && node.localName !== "input";
    return isWide || node.scrollHeight > node.clientHeight + 1;
  }).map((node) => `cut off: ${nameOf(node)} ${sizesOf(node)}`);

// The button in the password's box must not lie over what is typed.
const covered = () =>
  seen(".show").filter((button) => {
    const input = button.parentElement.querySelector("input");
    const { paddingLeft, paddingRight } = getComputedStyle(input);
    const box = input.getBoundingClientRect();
    const { left, right } = button.getBoundingClientRect();
    return getComputedStyle(button).direction === "rtl"
      ? right > box.left + parseFloat(paddingLeft)
      : left < box.right - parseFloat(paddingRight);
  }).map((button) => `covered: the box by "${button.textContent}"`);

const all = () => [...sideways(), ...small(), ...cut(), ...covered()];

const sheet = new CSSStyleSheet();
sheet.replaceSync(SPACING);
const found = all();
const own = [...root.adoptedStyleSheets];
root.adoptedStyleSheets = [...own, sheet];
const more = all();
root.adoptedStyleSheets = own;
return [...found, ...more.map((line) => line.replace(":", " with more spacing:"))];
