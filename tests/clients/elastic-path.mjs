// What both platforms of Elastic Path share: one client, and how it differs from the widget.

import { MemoryStorageFactory, gateway } from "@elasticpath/js-sdk";

import { record } from "./recorder.mjs";
import { credentials } from "./sandbox.mjs";

const OWN = "The client names itself for the vendor's statistics. The widget is another program.";

/** How the client's registrations differ from the widget's. */
export const DIFFERENCES = {
  "header x-moltin-application": OWN,
  "header x-moltin-sdk-language": OWN,
  "header x-moltin-sdk-version": OWN,
};

/** `store`, the sandbox's credentials; `client`, which makes a client; `requests`, what all of them sent. */
export async function connect(platform) {
  const store = await credentials(platform);
  const { url, requests } = await record(platform);
  const client = (client_id = store["client-id"], headers = {}) =>
    gateway({
      client_id,
      headers,
      host: new URL(url).host,
      protocol: "http",
      custom_fetch: fetch,
      storage: new MemoryStorageFactory(),
      fetchMaxAttempts: 1,
    });
  return { store, client, requests };
}
