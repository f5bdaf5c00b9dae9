// Says quietly what is new while a list is open, and shows at once who has taken what; nothing jumps under the reader's
// hand. Without it the list is as new as its last loading.
import { listen } from "./stream.js";

const KEEPS_QUIET_FOR = 400;

const me = Number(document.querySelector("[data-me]").dataset.me);
const list = document.querySelector("[data-list]").dataset.list;
const bar = document.querySelector("[data-news]");
const isFirstPage = !new URLSearchParams(location.search).has("after");

const news = new Set();
const asked = new Set();
let asking;
let missed = false;

const row = (number) => document.querySelector(`.inbox .row[data-number="${number}"]`);

// What came before the page was made is in it already.
listen("/desk/events", {
  open: () => { bar.dataset.live = ""; },
  cases: (changed) => changed.forEach(learn),
  missed: () => { missed = true; say(); },
}, Number(document.querySelector("[data-at]").dataset.at));

function learn({ number, what, by, now, gone }) {
  const shown = row(number);
  if (shown) mark(shown, what, by, now, gone);
  const isNews = what.some((kind) => kind === "OPENED" || kind === "CONTACT") || by !== me;
  if (shown || gone || !isNews || !isFirstPage) return;
  asked.add(number);
  clearTimeout(asking);
  asking = setTimeout(ask, KEEPS_QUIET_FOR);
}

// What the row says now, and one word for what happened; it stays where it is until the list is loaded again.
function mark(shown, what, by, now, gone) {
  if (now) shown.querySelector("[data-assignee]").textContent = now.assignee ?? "";
  if (what.includes("OPENED") || (by === me && !what.includes("CONTACT"))) return;
  const word = gone ? "Moved on" : what.includes("CONTACT") ? "New message" : now.status === "RESOLVED" ? "Resolved"
    : what.includes("REPLY") ? "Answered" : what.includes("CHANGED") && now.assigneeId && now.assigneeId !== me ? "Taken" : "Changed";
  shown.classList.add("changed");
  shown.classList.toggle("done", Boolean(gone) || now?.status === "RESOLVED" || now?.merged);
  let badge = shown.querySelector(".happened");
  if (!badge) {
    badge = document.createElement("span");
    badge.className = "badge happened";
    shown.querySelector(".waits").prepend(badge);
  }
  badge.textContent = word;
}

async function ask() {
  const numbers = [...asked];
  asked.clear();
  const address = new URLSearchParams(list);
  numbers.forEach((number) => address.append("number", number));
  const answer = await fetch(`/desk/fitting?${address}`, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  (await answer.json()).numbers.forEach((number) => news.add(number));
  say();
}

function say() {
  if (!news.size && !missed) return;
  bar.firstElementChild.textContent = news.size ? `${news.size} new: show` : "The list may have changed: show";
  bar.hidden = false;
}

// Several cases: with shift everything between, with x the one that has the focus.
const boxes = [...document.querySelectorAll(".pick input")];
const selecting = document.querySelector(".selecting");
let last;

function count() {
  const many = boxes.filter((box) => box.checked).length;
  selecting.querySelector("[data-many]").textContent = many ? `${many} selected:` : "With the selected cases:";
  selecting.querySelectorAll("button").forEach((button) => { button.disabled = !many; });
  selecting.classList.toggle("some", many > 0);
  const all = selecting.querySelector("[data-all]");
  all.checked = many === boxes.length;
  all.indeterminate = many > 0 && many < boxes.length;
}

if (selecting) {
  selecting.querySelector(".all").hidden = false;
  boxes.forEach((box, at) => box.addEventListener("click", ({ shiftKey }) => {
    if (shiftKey && last !== undefined) {
      boxes.slice(Math.min(at, last), Math.max(at, last) + 1).forEach((between) => { between.checked = box.checked; });
    }
    last = at;
    count();
  }));
  selecting.querySelector("[data-all]").addEventListener("change", ({ target }) => {
    boxes.forEach((box) => { box.checked = target.checked; });
    count();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.singleKeys === "false") return;
    const box = event.target.closest?.(".inbox .row")?.querySelector(".pick input");
    if (!box || event.target === box) return;
    box.click();
    event.preventDefault();
  });
  addEventListener("pageshow", count);
  count();
}

// An address says only what was chosen.
document.querySelector(".sift").addEventListener("submit", ({ target }) => {
  for (const field of target.elements) if (field.name && !field.value) field.disabled = true;
});
