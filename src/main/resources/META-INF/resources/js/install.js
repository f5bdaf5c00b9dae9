// Lets a telephone keep the question box for the time without a connection, and put it on its home screen.
if (document.querySelector("[data-offline]")) addEventListener("online", () => location.reload());
else addEventListener("load", () => navigator.serviceWorker?.register("/worker.js").catch(() => {
  // A private window, or a store that is full: the portal is then a page like any other.
}));
