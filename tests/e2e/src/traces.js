// The body of a function: all that a page holds, as a text to look for secrets in.
const roots = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
const databases = indexedDB.databases?.() ?? [];
return Promise.all([databases, caches.keys()]).then(([databases, cached]) =>
  JSON.stringify([
    window.recording,
    location.href,
    history.state,
    document.cookie,
    { ...localStorage },
    { ...sessionStorage },
    databases.map(({ name }) => name),
    cached,
    document.documentElement.outerHTML,
    roots.map((root) => root.innerHTML),
    performance.getEntriesByType("resource").map(({ name }) => name),
  ]),
);
