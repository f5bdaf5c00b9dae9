// Keeps the empty question box and the page that says whom to call, for the time without a connection. Nothing that
// somebody asked, and no page behind a secret link or a log-in, is ever kept.
const STORE = "shell " + FILES.join(" ");
const PAGES = ["/", "/offline"];
const STAFF = /^\/(desk|login|welcome|demo|q)(\/|$)/;

addEventListener("install", (event) => {
  const kept = [...PAGES, ...FILES].map((path) => new Request(path, { cache: "reload" }));
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(kept)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { pathname, search, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (FILES.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(event.request)));
  else if (event.request.mode === "navigate" && !STAFF.test(pathname)) event.respondWith(visit(event, pathname, search));
});

async function visit(event, pathname, search) {
  try {
    const page = await fetch(event.request);
    if (pathname === "/" && page.ok) event.waitUntil(keep(page.clone(), search));
    return page;
  } catch {
    return kept(pathname === "/" ? "/" : "/offline");
  }
}

async function keep(page, search) {
  const picked = search.startsWith("?lang=");
  const store = await caches.open(STORE);
  if (!search || picked) await store.put("/", page);
  if (picked) await store.add(new Request("/offline", { cache: "reload" }));
}

// What the pages vary by, the language, is that of the last visit.
function kept(path) {
  return caches.match(path, { cacheName: STORE, ignoreVary: true });
}
