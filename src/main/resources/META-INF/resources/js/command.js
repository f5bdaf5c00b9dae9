// The command bar: Ctrl-K asks where to go or what to do. Without this its button leads to a page that asks the same.
const button = document.querySelector("[data-command]");
const dialog = document.createElement("dialog");
dialog.className = "over command";
dialog.setAttribute("aria-label", "Go to, or do");
dialog.innerHTML = `<label for="command" class="quiet">A page, a case’s number, a name, a telephone number, or what to do here</label>
  <input id="command" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-expanded="true" aria-controls="commands" aria-autocomplete="list" placeholder="Page, case, name, telephone, or what to do">
  <ul id="commands" role="listbox" aria-label="What fits"></ul>
  <p class="hint" role="status"></p>`;
const field = dialog.querySelector("input");
const list = dialog.querySelector("ul");
const status = dialog.querySelector("p");
let choices = [];
let at = 0;
let latest = 0;
let foundFor = null;

function verbs(typed) {
  const detail = [];
  document.dispatchEvent(new CustomEvent("verbs", { detail }));
  const words = typed.toLowerCase().split(/\s+/);
  return detail
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
    .map(({ key, label, run }) => ({ label, note: key || "Here", run }));
}

function show(found, typed) {
  choices = found;
  foundFor = typed;
  at = 0;
  list.replaceChildren(...found.map(({ label, note }, i) => {
    const option = document.createElement("li");
    option.id = `command-${i}`;
    option.role = "option";
    const small = document.createElement("small");
    small.textContent = note;
    option.append(label, " ", small);
    return option;
  }));
  list.hidden = found.length === 0;
  field.setAttribute("aria-expanded", String(found.length > 0));
  status.textContent = found.length ? "" : "Nothing fits that.";
  point(0);
}

function point(to) {
  at = to;
  [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
  const option = list.children[at];
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

async function find() {
  const mine = ++latest;
  const typed = field.value.trim();
  const here = verbs(typed);
  foundFor = null;
  try {
    const answer = await fetch(`/desk/go/found?${new URLSearchParams({ q: typed })}`);
    if (mine !== latest) return;
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const there = (await answer.json()).map(({ label, note, href }) => ({ label, note, run: () => location.assign(href) }));
    // What was typed is more often a case or a page than a verb; nothing typed is more often a verb.
    show(typed ? [...there, ...here] : [...here, ...there], typed);
  } catch {
    if (mine !== latest) return;
    show(here, typed);
    status.textContent = "Pages and cases cannot be looked up just now. Try again in a moment.";
  }
}

function choose() {
  const choice = choices[at];
  if (!choice) return;
  dialog.close();
  choice.run();
}

function open() {
  document.body.append(dialog);
  field.value = "";
  dialog.showModal();
  find();
}

let pause;
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(find, 120);
});
field.addEventListener("keydown", async (event) => {
  const last = choices.length - 1;
  if (event.isComposing) return;
  if (event.key === "ArrowDown") point(at < last ? at + 1 : 0);
  else if (event.key === "ArrowUp") point(at > 0 ? at - 1 : Math.max(0, last));
  else if (event.key === "Enter") {
    // Whoever types fast has not seen what fits yet.
    clearTimeout(pause);
    event.preventDefault();
    if (field.value.trim() !== foundFor) await find();
    choose();
    return;
  } else return;
  event.preventDefault();
});
list.addEventListener("click", (event) => {
  const option = event.target.closest("li");
  if (!option) return;
  point([...list.children].indexOf(option));
  choose();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  if (!dialog.open) open();
});
button?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
