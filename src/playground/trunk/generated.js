// What is generated for the element, but for the place where Trunk puts the WebAssembly.
export * from "./module/generated.js";
export const WASM_URL = new URL("module/storefront-signup_bg.wasm", import.meta.url);
