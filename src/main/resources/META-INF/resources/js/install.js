// Lets a telephone keep the question box for the time without a connection, and put it on its home screen.
if (document.querySelector("[data-offline]")) lookAgain();
else addEventListener("load", () => navigator.serviceWorker?.register("/worker.js").catch(() => {
  // A private window, or a store that is full: the portal is then a page like any other.
}));

// The browser's own word that it is online comes before the network answers, and says nothing of a server that was away.
function lookAgain() {
  setTimeout(() => fetch("/q/health/live", { cache: "no-store" }).then(() => location.reload(), lookAgain), 2000);
}
