// Keeps what somebody types until it has been taken: through a reload, a lost connection, an expired log-in.
// It lives in this tab only and goes with it.
const PREFIX = "typed:";
const TRY_AGAIN_AFTER = 10_000;
const address = new URLSearchParams(location.search);

if (address.has("done") || address.has("did")) {
  Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => sessionStorage.removeItem(key));
  // Said once: a reload of this page takes nothing. A list keeps what it shows, and its undo.
  if (address.has("done")) history.replaceState(null, "", location.pathname);
}

for (const form of document.querySelectorAll("form[method=post]")) {
  if (!form.querySelector("textarea")) continue;
  keep(form);
  const away = form.querySelector("[data-away]");
  if (away) sendWhenReachable(form, away);
}

function keep(form) {
  const key = PREFIX + new URL(form.action).pathname;
  const names = form.dataset.keep?.split(" ");
  const fields = names ? names.map((name) => form.elements[name]) : [...form.querySelectorAll("textarea")];
  const typed = read(key);
  // What the server gave back is newer, unless it only suggests words. The nonce belongs to the words: sent once more,
  // they are still one contact.
  if (typed && (!form.querySelector("textarea").value || "suggested" in form.dataset)) {
    for (const field of fields) if (field.name in typed) field.value = typed[field.name];
  }
  // A page that a phone has kept brings a nonce under which something may have been sent already.
  if (names && !typed && !form.querySelector("textarea").value) form.elements.nonce.value = random();
  const store = () =>
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
  form.addEventListener("input", store);
  form.addEventListener("change", store);
}

function random() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

// A form that is sent into nowhere ends on the browser's own error page; so it is sent once somebody is there to take it.
function sendWhenReachable(form, away) {
  let reached = false;
  let waiting;
  let asked;

  const send = async () => {
    clearTimeout(waiting);
    form.setAttribute("aria-busy", "true");
    reached = await isReachable();
    form.removeAttribute("aria-busy");
    away.hidden = reached;
    if (reached) form.requestSubmit(asked);
    else waiting = setTimeout(send, TRY_AGAIN_AFTER);
    reached = false;
  };

  form.addEventListener("submit", (event) => {
    if (reached || event.defaultPrevented) return;
    event.preventDefault();
    asked = event.submitter;
    send();
  });
  addEventListener("online", () => {
    if (!away.hidden) send();
  });
}

async function isReachable() {
  try {
    await fetch("/img/door.svg", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}
