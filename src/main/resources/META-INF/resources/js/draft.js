// Keeps what is typed with the district while its writer pauses: it is there on another device and after a log-out.
const PAUSE = 800;
const TRY_AGAIN_AFTER = 10_000;

for (const form of document.querySelectorAll("form[data-draft]")) keepDraft(form);

function keepDraft(form) {
  const place = form.querySelector("[data-saved]");
  // What this page goes on from; where its writer has gone on elsewhere, nothing is written over.
  let { version } = form.dataset;
  let waiting;
  let saving = Promise.resolve();
  let leaving = false;

  const body = () => {
    const data = new FormData(form);
    data.delete("files");
    return new URLSearchParams(data);
  };
  const say = (words, ...more) => place.replaceChildren(words, ...more);

  const send = (also) =>
    fetch(form.dataset.draft, { method: "POST", body: body(), headers: { "If-Match": `"${version}"` }, ...also });

  const save = async () => {
    try {
      const answer = await send();
      if (answer.status === 412) return elsewhere(answer.headers.get("ETag"), await answer.json());
      if (answer.status !== 204) throw new Error(answer.status);
      version = bare(answer.headers.get("ETag"));
      // What the district has, this tab need not remember: it may be sent from elsewhere.
      if (!waiting) sessionStorage.removeItem("typed:" + new URL(form.action).pathname);
      say(form.querySelector("textarea").value.trim() ? "Draft saved" : "");
    } catch {
      say("The draft is not saved yet; it stays in this window.");
      if (!leaving) waiting ??= setTimeout(saveNow, TRY_AGAIN_AFTER);
    }
  };
  // One after the other: each goes on from the one before.
  const saveNow = () => {
    waiting = undefined;
    saving = saving.then(save);
  };

  const elsewhere = (tag, there) => {
    if (!there.text && !there.translation) {
      say("Not saved: you have sent an answer from elsewhere. What stands here stays in this window.");
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = "Put both together here";
    button.addEventListener("click", () => {
      version = bare(tag);
      for (const [name, words] of Object.entries(there)) {
        const field = form.elements[name];
        if (field) field.value = together(words, field.value);
      }
      form.querySelector("textarea").focus();
      form.querySelector("textarea").dispatchEvent(new Event("input", { bubbles: true }));
      saveNow();
    });
    say("Not saved: you have written on in another window or on another device. ", button);
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(saveNow, PAUSE);
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
    if (waiting && !leaving) send({ keepalive: true });
  });
}

const bare = (tag) => tag.replace(/^W\/|"/g, "");

// Nothing twice, and nothing lost.
function together(there, here) {
  if (there.includes(here.trim())) return there;
  return here.includes(there.trim()) ? here : there.trimEnd() + "\n\n" + here;
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
