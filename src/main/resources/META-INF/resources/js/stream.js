// What changes while a page is open. A browser opens six connections to one place: a page that nobody looks at gives its own
// back after a while, and hears what it has missed when it is looked at again.
const STOPS_WHEN_HIDDEN_FOR = 30_000;
const TRIES_AGAIN_AFTER = 5_000;

// Calls handlers by the name of an event, with what the event says; since is in milliseconds, by the clock of the server, and what
// was before it is not heard.
export function listen(address, handlers, since) {
  let heardAt = since;
  let stream;
  let hiding;

  const connect = () => {
    stream?.close();
    const at = new URL(address, location.href);
    if (heardAt) at.searchParams.set("since", heardAt);
    stream = new EventSource(at);
    for (const name of ["cases", "presence", "missed", "beat"]) stream.addEventListener(name, hear);
    stream.addEventListener("open", () => handlers.open?.());
    stream.addEventListener("over", () => { stream.close(); later(); });
    stream.addEventListener("error", () => { if (stream.readyState === EventSource.CLOSED) later(); });
  };

  const hear = (event) => {
    heardAt = Number(event.lastEventId);
    if (!since || heardAt > since) handlers[event.type]?.(JSON.parse(event.data));
  };

  const later = () => {
    setTimeout(() => { if (!document.hidden) connect(); }, TRIES_AGAIN_AFTER);
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(() => { stream.close(); stream = null; }, STOPS_WHEN_HIDDEN_FOR);
    else if (!stream || stream.readyState === EventSource.CLOSED) connect();
  });
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  connect();
}
