// What the page has inside of the element: a fallback, or all that follows a tag that nobody closed.

const INLINE = /^(a|b|br|button|em|i|img|link|noscript|small|span|strong|style)$/;
const NO_FALLBACK = /^(article|aside|footer|h\d|header|main|nav|script|section|storefront-signup)$/;

/**
 * Whether an element has swallowed what stands behind it, by the nodes inside of it, and tells the owner. An element
 * that nobody closed is the last one of its parent.
 */
export function hasSwallowed(element, nodes) {
  const isBehind = ({ localName }) =>
    localName && (element.nextSibling ? NO_FALLBACK.test(localName) : !INLINE.test(localName));
  const found = nodes.find(isBehind);
  if (found) {
    console.error("storefront-signup: is the closing tag </storefront-signup> missing? It contains", found);
  }
  return Boolean(found);
}
