// Offers colleagues' names while somebody types @ in a note. Without this the name is typed out.
const MOST = 6;

for (const field of document.querySelectorAll("textarea[data-mentions]")) offer(field);

function offer(field) {
  const names = [...document.getElementById(field.dataset.mentions).options].map((option) => option.value);
  const list = document.createElement("ul");
  list.className = "names";
  list.id = `${field.id}-names`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Colleagues");
  list.hidden = true;
  field.after(list);
  field.setAttribute("aria-controls", list.id);
  let chosen = 0;

  const begun = () => /(?:^|\s)@([\p{L}\p{N} .'-]{0,40})$/u.exec(field.value.slice(0, field.selectionStart));

  const show = () => {
    const found = begun();
    const start = found?.[1].toLowerCase();
    const fitting = found ? names.filter((name) => fits(name.toLowerCase(), start)).slice(0, MOST) : [];
    chosen = 0;
    list.replaceChildren(...fitting.map(option));
    list.hidden = fitting.length === 0;
    mark();
  };

  const option = (name, i) => {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.id = `${list.id}-${i}`;
    item.textContent = name;
    // Before the field loses the focus.
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(name);
    });
    return item;
  };

  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === chosen));
    if (list.hidden) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[chosen].id);
  };

  const take = (name) => {
    const at = field.selectionStart - begun()[1].length;
    field.setRangeText(`${name} `, at, field.selectionStart, "end");
    list.hidden = true;
    mark();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  field.addEventListener("input", show);
  field.addEventListener("blur", () => { list.hidden = true; });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const count = list.children.length;
    if (event.key === "ArrowDown") chosen = (chosen + 1) % count;
    else if (event.key === "ArrowUp") chosen = (chosen + count - 1) % count;
    else if (event.key === "Enter" || event.key === "Tab") take(list.children[chosen].textContent);
    else if (event.key === "Escape") list.hidden = true;
    else return;
    event.preventDefault();
    event.stopPropagation();
    mark();
  });
}

function fits(name, start) {
  return name !== start.trim() && name.split(" ").some((_, i, words) => words.slice(i).join(" ").startsWith(start));
}
