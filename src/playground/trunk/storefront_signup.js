// Trunk names the module's script after the package, which is the name of the entry: it lies in a folder.
export * from "./module/storefront-signup.js";
export { default } from "./module/storefront-signup.js";
