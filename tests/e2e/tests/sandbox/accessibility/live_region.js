// Keeps in `window.said` what a screen reader would say: the text of a live region, whenever
// something is added to it or comes into view in it. What goes is not said.
window.said = [];
const regionOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(LIVE);
const LIVE = "[role=alert], [role=status], [aria-live]";
const isNews = ({ type, target, addedNodes }) => {
  switch (type) {
    case "characterData":
      return target.data.trim() !== "";
    case "attributes":
      return target.checkVisibility();
    default:
      return [...addedNodes].some(({ textContent }) => textContent.trim() !== "");
  }
};
const note = (records) => {
  const regions = new Set(records.filter(isNews).map(({ target }) => regionOf(target)));
  for (const region of regions) {
    if (region?.checkVisibility() && region.textContent.trim()) {
      window.said.push(region.textContent);
    }
  }
};
new MutationObserver(note).observe(root, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"],
});
