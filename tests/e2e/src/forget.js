// The body of a function: clears everything that the site has stored.
localStorage.clear();
sessionStorage.clear();

const done = (request) => new Promise((resolve) => {
  request.onsuccess = resolve;
  request.onerror = resolve;
});
const databases = async () => {
  const all = (await indexedDB.databases?.()) ?? [];
  return Promise.all(all.map(({ name }) => done(indexedDB.deleteDatabase(name))));
};
const cached = async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)));
const workers = async () => {
  const all = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  return Promise.all(all.map((worker) => worker.unregister()));
};
return Promise.all([databases(), cached(), workers()]).then(() => null);
