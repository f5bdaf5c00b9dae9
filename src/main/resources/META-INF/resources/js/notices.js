// Tells at once, in this browser, what is new for whoever works here, when they have allowed it. One tab listens for all.
const KEY = "notices";
const ASKED = "notices-asked";
// A promise comes near its end without anything happening to its case.
const LOOKS_EVERY = 60_000;
const button = document.querySelector("[data-notices]");
const allowed = () => "Notification" in window && Notification.permission === "granted" && localStorage.getItem(KEY) === "on";

function say() {
  if (!button) return;
  const state = document.getElementById("notices-state");
  if (!("Notification" in window)) state.textContent = "This browser cannot show notifications.";
  else if (Notification.permission === "denied") state.textContent = "This browser refuses them: allow notifications for this site in its settings.";
  else state.textContent = allowed() ? "They are shown in this browser." : "This browser does not show them yet.";
  button.hidden = !("Notification" in window) || Notification.permission === "denied";
  button.textContent = allowed() ? "Stop showing them in this browser" : "Show them in this browser";
}

button?.addEventListener("click", async () => {
  if (allowed()) localStorage.removeItem(KEY);
  else if (await Notification.requestPermission() === "granted") localStorage.setItem(KEY, "on");
  say();
  listenInOneTab();
});

async function tell(since) {
  const answer = await fetch(`/desk/me/notices?since=${since}`, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) return since;
  const { until, items } = await answer.json();
  for (const { words, href } of items) {
    const notification = new Notification(words, { tag: words, icon: "/img/door-192.png" });
    notification.onclick = () => {
      focus();
      location.assign(href);
    };
  }
  return until;
}

function listen() {
  let waiting;
  const events = new EventSource("/desk/events");
  const look = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      try {
        if (allowed()) localStorage.setItem(ASKED, await tell(localStorage.getItem(ASKED) ?? Date.now()));
      } catch {
        // The next event asks from the same moment.
      }
    }, 1500);
  };
  events.addEventListener("cases", look);
  events.addEventListener("missed", look);
  setInterval(look, LOOKS_EVERY);
  look();
}

let listening = false;
function listenInOneTab() {
  if (listening || !allowed() || !navigator.locks) return;
  listening = true;
  navigator.locks.request(KEY, () => {
    listen();
    return new Promise(() => {});
  });
}

say();
listenInOneTab();
