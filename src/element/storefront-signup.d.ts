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

/** `<storefront-signup>`: a registration form for a store's platform. */
export class StorefrontSignup extends HTMLElement {
  /** Texts to begin with. A password is never taken. */
  values: Record<string, string | boolean>;
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
