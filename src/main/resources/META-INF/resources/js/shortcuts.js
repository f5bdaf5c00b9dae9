// One key for each thing a page offers: a control names its own in data-key, and "?" lists them all. Pages work without
// it, and whoever wishes has it switched off (WCAG 2.1.4).
const on = document.body.dataset.singleKeys !== "false";
const TYPED = "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file]), textarea, select, [contenteditable=true]";
const ROWS = "[data-row], .inbox .row > a";

const seen = (control) => control.checkVisibility({ visibilityProperty: true });

function usable(control) {
  if (control.disabled) return false;
  // What is folded away is unfolded when its key is pressed.
  const folded = control.closest("details:not([open])");
  return seen(control) || Boolean(folded && seen(folded));
}

function label(control) {
  const words = control.dataset.keyLabel ?? control.getAttribute("aria-label") ?? control.labels?.[0]?.textContent ?? control.textContent;
  return words.replace(/\s+/g, " ").trim();
}

function controls() {
  const byKey = new Map();
  for (const control of document.querySelectorAll("[data-key]")) {
    const { key } = control.dataset;
    if (!byKey.has(key) && usable(control)) byKey.set(key, control);
  }
  const search = document.querySelector("main input[type=search]");
  if (search && !byKey.has("/")) byKey.set("/", search);
  return byKey;
}

function run(control) {
  const isSummary = control.matches("summary");
  const folded = control.closest("details");
  if (folded) folded.open = true;
  control.focus();
  if (isSummary) folded.querySelector(`:is(${TYPED}, button):not([type=hidden])`)?.focus();
  else if (control.matches("input[type=search]")) control.select();
  else if (!control.matches(TYPED)) control.click();
}

function move(step) {
  const rows = [...document.querySelectorAll(ROWS)].filter(seen);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  const target = next?.matches("a, button") ? next : next?.querySelector("a, button");
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}

function open() {
  const row = document.activeElement?.closest(ROWS);
  (row?.matches("a") ? row : row?.querySelector("a"))?.click();
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function help() {
  document.getElementById("keys-here")?.remove();
  const lines = [...controls()].map(([key, control]) => [key, label(control)]);
  if (document.querySelector(ROWS)) lines.unshift(["j", "Next in the list"], ["k", "Previous in the list"], ["o", "Open it"]);
  lines.push(["?", "These keys"], ["Ctrl K", "Go to a page or a case, or do something"], ["Ctrl Enter", "Send what you are writing"]);
  const list = element("dl", { className: "keys" });
  for (const [key, words] of lines) list.append(element("div", {}, element("dt", {}, element("kbd", { textContent: key })), element("dd", { textContent: words })));
  const dialog = element("dialog", { id: "keys-here", className: "over" },
    element("h2", { id: "keys-here-title", textContent: "Keys on this page" }), list,
    element("p", { className: "hint" }, element("a", { href: "/desk/me#keys", textContent: "Switch single keys off" }), " · ", element("a", { href: "/desk/help", textContent: "Help" })),
    element("form", { method: "dialog" }, element("button", { className: "second", textContent: "Close" })));
  dialog.setAttribute("aria-labelledby", "keys-here-title");
  document.body.append(dialog);
  dialog.showModal();
}

if (on) {
  for (const [key, control] of controls()) control.setAttribute("aria-keyshortcuts", key);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest(TYPED) || document.querySelector("dialog[open]")) return;
    const control = controls().get(event.key);
    if (control) run(control);
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "o") open();
    else if (event.key === "?") help();
    else return;
    event.preventDefault();
  });
}

// What is written leaves by Ctrl-Enter, as in other programs; that is no single key.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.matches("form[method=post] textarea")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

// The command bar asks what can be done here.
document.addEventListener("verbs", ({ detail }) => {
  for (const [key, control] of controls()) detail.push({ key: on ? key : "", label: label(control), run: () => run(control) });
});
