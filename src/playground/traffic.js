// Reports each request of the form to the playground. The page loads this before the form's script.
const MAX_LENGTH = 20_000;
const send = window.fetch;
let count = 0;

window.fetch = (input, init) => {
  const request = copyOf(input, init);
  const response = send.call(window, input, init);
  if (request && !isOwn(request)) {
    watch(request, response);
  }
  return response;
};

/** A copy of the request. A body can be read only once, and the browser reads the original. */
function copyOf(input, init) {
  try {
    return new Request(input instanceof Request ? input.clone() : input, init);
  } catch {
    return undefined; // `fetch` rejects it too, with the reason.
  }
}

/** Whether the playground itself makes the request: for its files, or to the sandbox's control API. */
function isOwn({ method, url }) {
  const isFile = method === "GET" && url.startsWith(new URL(".", import.meta.url).href);
  return isFile || new URL(url).pathname.startsWith("/_sandbox/");
}

async function watch(request, pending) {
  const id = ++count;
  const start = performance.now();
  const duration = () => Math.round(performance.now() - start);
  // Cloned as soon as it arrives, before the form reads it.
  const cloned = pending.then((response) => response.clone());
  cloned.catch(() => {}); // Reported below.
  const { method, url, headers } = request;
  report({ kind: "request", id, method, url, headers: [...headers], body: await text(request) });
  try {
    const response = await cloned;
    const body = await text(response);
    const { status, headers } = response;
    report({ kind: "response", id, status, headers: [...headers], body, duration: duration() });
  } catch (error) {
    report({ kind: "error", id, message: String(error.message ?? error), duration: duration() });
  }
}

async function text(message) {
  return (await message.text()).slice(0, MAX_LENGTH);
}

function report(detail) {
  window.dispatchEvent(new CustomEvent("playground-traffic", { detail: JSON.stringify(detail) }));
}
