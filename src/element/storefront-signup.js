// The public entry: one script tag makes the element known.
import { load } from "./module.js";
import { StorefrontSignup } from "./element.js";

load().catch(() => {}); // The bytes are asked for at once; each element tells of a failure.

if (!customElements.get("storefront-signup")) {
  customElements.define("storefront-signup", StorefrontSignup);
}
