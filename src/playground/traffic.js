// Tells the playground of each request that the form makes, as it happens. Loaded before the form's script.
const MOST_CHARACTERS = 20_000;
const send = window.fetch;
let count = 0;

window.fetch = (input, init) => {
  const request = copy(input, init);
  const answer = send.call(window, input, init);
  if (request && !isOwn(request)) {
    watch(request, answer);
  }
  return answer;
};

/** The request as it goes out. A body can be read once only, so this one is a copy's. */
function copy(input, init) {
  try {
    return new Request(input instanceof Request ? input.clone() : input, init);
  } catch {
    return undefined; // `fetch` refuses it too, and says why.
  }
}

/** The page's own files and its questions to the sandbox are no traffic of the form. */
function isOwn({ method, url }) {
  const isFile = method === "GET" && url.startsWith(new URL(".", import.meta.url).href);
  return isFile || new URL(url).pathname.startsWith("/_sandbox/");
}

async function watch(request, answer) {
  const id = ++count;
  const start = performance.now();
  const duration = () => Math.round(performance.now() - start);
  // Copied as soon as it is there, before the form reads it.
  const copied = answer.then((response) => response.clone());
  copied.catch(() => {}); // Told below.
  const { method, url, headers } = request;
  tell({ kind: "sent", id, method, url, headers: [...headers], body: await text(request) });
  try {
    const response = await copied;
    const body = await text(response);
    const { status, headers } = response;
    tell({ kind: "answered", id, status, headers: [...headers], body, duration: duration() });
  } catch (error) {
    tell({ kind: "lost", id, reason: String(error.message ?? error), duration: duration() });
  }
}

async function text(message) {
  return (await message.text()).slice(0, MOST_CHARACTERS);
}

function tell(detail) {
  window.dispatchEvent(new CustomEvent("playground-traffic", { detail: JSON.stringify(detail) }));
}
