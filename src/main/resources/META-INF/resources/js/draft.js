// Keeps what is typed with the district while its writer pauses: it is there on another device and after a log-out.
const PAUSE = 800;
const TRY_AGAIN_AFTER = 10_000;

for (const form of document.querySelectorAll("form[data-draft]")) keepDraft(form);

function keepDraft(form) {
  const place = form.querySelector("#saved");
  let waiting;
  let leaving = false;

  const body = () => {
    const data = new FormData(form);
    data.delete("files");
    return new URLSearchParams(data);
  };
  const say = (words) => {
    if (place) place.textContent = words;
  };

  const save = async () => {
    waiting = undefined;
    const kept = body();
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: kept });
      if (answer.status !== 204) throw new Error(answer.status);
      // What the district has, this tab need not remember: it may be sent from elsewhere.
      if (!waiting) sessionStorage.removeItem("typed:" + new URL(form.action).pathname);
      say(form.querySelector("textarea").value.trim() ? "Draft saved" : "");
    } catch {
      say("The draft is not saved yet; it stays in this window.");
      if (!leaving) waiting ??= setTimeout(save, TRY_AGAIN_AFTER);
    }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    clearTimeout(waiting);
    waiting = undefined;
    leaving = true;
    // After the form has taken what the pressed button says; pressed twice, it would be sent twice.
    setTimeout(() => form.querySelectorAll("button").forEach((button) => (button.disabled = true)));
  });
  addEventListener("pageshow", () => {
    leaving = false;
    form.querySelectorAll("button").forEach((button) => (button.disabled = false));
  });
  addEventListener("pagehide", () => {
    if (waiting && !leaving) navigator.sendBeacon(form.dataset.draft, body());
  });
}

// What was just sent can be taken back while the button is there.
const held = document.querySelector("form.held");
if (held) {
  const says = held.querySelector("p");
  const tick = () => {
    const left = Math.ceil((new Date(held.dataset.until) - Date.now()) / 1000);
    if (left <= 0) return held.remove();
    says.textContent = left === 1 ? "Your answer leaves in 1 second." : `Your answer leaves in ${left} seconds.`;
    setTimeout(tick, 500);
  };
  tick();
}
