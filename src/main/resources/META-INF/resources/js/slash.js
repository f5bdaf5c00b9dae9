// Puts ready-made texts in by a slash at the beginning of a word. Without this, a choice and a button do the same.
const field = document.getElementById("text");
const place = document.getElementById("choices");

if (field && place) {
  let choices;
  let from = null;
  let shown = [];
  let at = 0;

  const popup = make("div", { className: "slash", hidden: true });
  const search = make("input", { type: "text", autocomplete: "off", placeholder: "Type to find" });
  const list = make("ul", { id: "slash-list" });
  const state = make("p", { className: "hint" });
  set(search, { role: "combobox", "aria-label": "Ready-made text", "aria-autocomplete": "list", "aria-expanded": "true", "aria-controls": "slash-list" });
  set(list, { role: "listbox", "aria-label": "Ready-made texts" });
  set(state, { role: "status" });
  popup.append(search, list, state);
  const opener = make("button", { type: "button", className: "plain", textContent: "Ready-made texts: type /" });
  place.replaceChildren(opener, popup);

  async function open(start) {
    from = start;
    popup.hidden = false;
    search.value = "";
    search.focus();
    try {
      choices ??= await load();
      show();
    } catch {
      state.textContent = "They cannot be loaded just now. Press Escape and go on.";
    }
  }

  async function load() {
    const answer = await fetch(place.dataset.from);
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    return answer.json();
  }

  function close(back = true) {
    popup.hidden = true;
    from = null;
    if (back) field.focus();
  }

  function show() {
    const words = plain(search.value).split(/\s+/);
    shown = choices.filter((choice) => words.every((word) => plain(choice.title + " " + choice.text).includes(word)));
    at = 0;
    list.replaceChildren(...shown.map(option));
    list.hidden = !shown.length;
    state.textContent = shown.length ? "" : "No text has these words.";
    mark();
  }

  function option(choice, index) {
    const line = make("li", { id: "slash-" + index });
    set(line, { role: "option" });
    line.append(make("strong", { textContent: choice.title }), " ", make("small", { textContent: choice.from }), make("span", { textContent: choice.text }));
    line.addEventListener("pointerdown", (event) => event.preventDefault());
    line.addEventListener("click", () => put(choice));
    return line;
  }

  function mark() {
    [...list.children].forEach((line, index) => line.setAttribute("aria-selected", index === at));
    if (shown.length) search.setAttribute("aria-activedescendant", "slash-" + at);
    else search.removeAttribute("aria-activedescendant");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  function put(choice) {
    const slash = field.value[from] === "/" ? 1 : 0;
    field.setRangeText(choice.text, from, from + slash, "end");
    if (choice.answer) field.form.elements.answer.value = choice.answer;
    close();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  field.addEventListener("input", (event) => {
    const caret = field.selectionStart;
    if (event.data === "/" && /(^|\s)\/$/.test(field.value.slice(0, caret))) open(caret - 1);
  });
  opener.addEventListener("click", () => open(field.selectionStart));
  // What is looked for is no part of the answer.
  for (const name of ["input", "change"]) search.addEventListener(name, (event) => event.stopPropagation());
  search.addEventListener("input", () => choices && show());
  search.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && shown.length) at = (at + steps[event.key] + shown.length) % shown.length;
    else if ((event.key === "Enter" || event.key === "Tab") && shown[at]) put(shown[at]);
    else if (event.key === "Enter") return event.preventDefault();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    mark();
  });
  popup.addEventListener("focusout", (event) => {
    if (!popup.contains(event.relatedTarget) && !popup.hidden) close(false);
  });
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function make(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
