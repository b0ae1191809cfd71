/** Texts by the fields' names. A box that is ticked is `"true"`. */
export type SignupValues = Record<string, string>;

/** Why there is no account. */
export type SignupErrorKind =
  | "taken" | "invalid" | "weak-password" | "rejected-credentials" | "forbidden" | "rate-limited"
  | "unreachable" | "timeout" | "unconfirmed" | "server" | "configuration" | "load";

export interface StorefrontSignupEventMap {
  /** The form can be used. */
  "signup-ready": CustomEvent<{ platform: string }>;
  /** The browser refused to send. */
  "signup-invalid": CustomEvent<{ fields: { name: string; reason: string }[] }>;
  /** Before sending; `preventDefault()` stops it. The password is not in it. */
  "signup-submit": CustomEvent<{ values: SignupValues }>;
  /** The account is there. */
  "signup-success": CustomEvent<{ platform: string; id: string; email: string }>;
  /** It is not, or nobody can tell. `message` is for the owner, in English. */
  "signup-error": CustomEvent<{
    kind: SignupErrorKind;
    field: string | null;
    status: number | null;
    retryable: boolean;
    message: string;
  }>;
}

/** The attributes that the element has on every platform. A platform reads some more: see its page. */
export interface StorefrontSignupAttributes {
  /** The id of the store’s platform. */
  platform: string;
  /** The base URL of the store’s API, or of your own endpoint that accepts the same body. */
  endpoint?: string;
  /** The optional fields to show, in their order. */
  fields?: string;
  /** The optional fields that the shopper has to fill in. */
  require?: string;
  /** The language. Without it, the form has the language of the page or the browser. */
  lang?: string;
  /** The direction of the text, `ltr` or `rtl`. Without it, the form has the direction of its language. */
  dir?: string;
  /** The mode: `auto`, `light` or `dark`. The default is `auto`. */
  theme?: string;
  /** Renders the form without a shadow root, for password managers that miss it. */
  "no-shadow"?: boolean | string;
  /** Texts to begin with, by the fields’ names, as JSON. */
  values?: string;
  /** The page for shoppers who have an account. */
  "sign-in-url"?: string;
  /** The page for shoppers who forgot their password. The form links to it if the email is taken. */
  "reset-password-url"?: string;
  /** The page with your terms. The form links to it above the button. */
  "terms-url"?: string;
  /** The page with your privacy notice. The form links to it above the button. */
  "privacy-url"?: string;
  /** The page for shoppers with a new account. The browser opens it after the registration. */
  "success-url"?: string;
  /** The time limit of a request in seconds, 1 to 120. The default is 15. */
  timeout?: number | string;
}

/** `<storefront-signup>`: a registration form for a store's platform. */
export class StorefrontSignup extends HTMLElement {
  /** Texts to begin with. A password is never taken. */
  values: Record<string, string | number | boolean | null>;
  /** The owner's wording, by the messages' keys. */
  messages: Record<string, string>;
  /** An object that the platform keeps with the account, where it has a place for it. */
  metadata: Record<string, unknown> | undefined;
  /** Back to an empty form. */
  reset(): void;
  /** Puts the focus on the first field. */
  focus(options?: FocusOptions): void;

  addEventListener<K extends keyof StorefrontSignupEventMap>(
    type: K,
    listener: (this: StorefrontSignup, event: StorefrontSignupEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "storefront-signup": StorefrontSignup;
  }
}
