// The question box on a page of another site. It sets no cookie, keeps nothing there, and makes its elements one by one,
// so that it works where a page's policy forbids inline style, inline script and HTML from text.
const script = document.currentScript;
const address = new URL(".", script.src);
const language = spoken([script.dataset.language, document.documentElement.lang, ...navigator.languages]);
const words = district.words[language];
const NAME = "right-door";
const LONGEST = 20000;
const FIELDS = ["text", "name", "email", "phone"];

if (!document.adoptedStyleSheets) script.after(make("a", { href: address, textContent: words.title }));
else if (document.body) start();
else addEventListener("DOMContentLoaded", start);

function spoken(wishes) {
  const known = wishes.map((wish) => wish?.toLowerCase().split("-")[0]).find((wish) => district.words[wish]);
  return known ?? Object.keys(district.words)[0];
}

function start() {
  // Twice in a page, by a template and by hand, it is still one box.
  if (document.querySelector(NAME)) return;
  const host = make(NAME, { dir: words.direction });
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  root.adoptedStyleSheets = [style];
  const here = script.dataset.place === "here";
  root.append(here ? inPlace() : inCorner());
  if (here) {
    host.setAttribute("here", "");
    script.after(host);
  } else {
    document.body.append(host);
    // Above all layers of the page, whatever moves or clips its body.
    host.popover = "manual";
    host.showPopover?.();
  }
}

function inPlace() {
  const title = make("h2", { id: "title", textContent: words.title });
  return door(make("section", { className: "panel", "aria-labelledby": "title" }, heading(title), box()));
}

function inCorner() {
  const title = make("h2", { id: "title", textContent: words.title });
  const close = make("button", { type: "button", className: "second close", textContent: words.close });
  const dialog = make("dialog", { className: "panel", "aria-labelledby": "title" }, heading(title, close), box());
  const open = make("button", { type: "button", className: "open", textContent: words.title, "aria-haspopup": "dialog" });
  open.addEventListener("click", () => {
    dialog.showModal();
    dialog.querySelector("textarea, .link").focus();
  });
  close.addEventListener("click", () => dialog.close());
  return door(open, dialog);
}

function door(...children) {
  return make("div", { className: "door", lang: language, dir: words.direction }, ...children);
}

function heading(title, ...buttons) {
  return make("header", {}, make("div", {}, title, make("p", { textContent: words.district })), ...buttons);
}

function box() {
  const place = make("div");
  const ask = () => place.replaceChildren(form((question, taken) => thank(place, question, taken, again)));
  const again = () => {
    ask();
    place.querySelector("textarea").focus();
  };
  ask();
  return place;
}

function form(taken) {
  const problem = make("p", { className: "wrong", id: "problem", role: "alert", hidden: true });
  const likely = make("div", { className: "likely", "aria-live": "polite" });
  const text = make("textarea", { id: "text", name: "text", rows: 4, required: true });
  const send = make("button", { textContent: words.send });
  const form = make("form", { noValidate: true },
    problem,
    field("text", text, words.textHint),
    likely,
    make("fieldset", {},
      make("legend", { textContent: words.reach + " " }, make("small", { textContent: words.optional })),
      make("p", { className: "hint", textContent: words.reachHint }),
      field("name", make("input", { id: "name", name: "name", autocomplete: "name" })),
      field("email", make("input", { id: "email", name: "email", type: "email", autocomplete: "email" })),
      field("phone", make("input", { id: "phone", name: "phone", type: "tel", autocomplete: "tel" }))),
    make("div", { className: "buttons" }, send),
    make("p", { className: "emergency", textContent: words.emergency }),
    ...(words.unreviewed ? [make("p", { className: "hint", textContent: words.unreviewed })] : []));
  const sender = sending();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    const question = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
    clear(form, problem);
    if (!question.text.trim()) return tell(form, problem, { text: words.faultEmpty });
    form.ariaBusy = "true";
    const answer = await sender(question);
    form.ariaBusy = "false";
    if (answer.taken) taken(question, answer.taken);
    else tell(form, problem, answer.faults, answer.failure);
  });
  showLikely(text, likely);
  return form;
}

function field(name, control, hint) {
  const wrong = make("p", { className: "wrong", id: name + "-wrong", hidden: true });
  const parts = [make("label", { htmlFor: name, textContent: words[name] })];
  if (hint) parts.push(make("p", { className: "hint", id: name + "-hint", textContent: hint }));
  control.setAttribute("aria-describedby", hint ? `${name}-hint ${name}-wrong` : `${name}-wrong`);
  return make("div", {}, ...parts, wrong, control);
}

// The same words sent again, after an error or a lost answer, carry the same key and are one contact.
function sending() {
  let key;
  let before;
  return async (question) => {
    const body = JSON.stringify({
      ...question,
      school: script.dataset.school ?? "",
      // On an English page people write in any language, and what they write tells better.
      language: language === "en" ? "" : language,
    });
    if (body !== before) key = unguessable();
    before = body;
    try {
      const answer = await fetch(new URL("api/inquiries", address), {
        method: "POST",
        credentials: "omit",
        headers: { "Content-Type": "application/json", "Idempotency-Key": key },
        body,
        signal: AbortSignal.timeout(30000),
      });
      if (answer.status === 201) return { taken: await answer.json() };
      if (answer.status === 422) return { faults: sentences(await answer.json(), question) };
    } catch {
      // Nobody was reached: said below, like every other failure.
    }
    return { failure: words.failed };
  };
}

// "randomUUID" is there on pages over https only.
function unguessable() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function sentences(problem, question) {
  const faults = {
    text: question.text.length > LONGEST ? words.faultTooLong : words.faultEmpty,
    name: words.faultName,
    email: words.faultEmail,
    phone: words.faultPhone,
  };
  return Object.fromEntries((problem.errors ?? []).map(({ field }) => [field, faults[field]]).filter(([, fault]) => fault));
}

function clear(form, problem) {
  problem.hidden = true;
  for (const name of FIELDS) {
    form.elements[name].removeAttribute("aria-invalid");
    form.querySelector(`#${name}-wrong`).hidden = true;
  }
}

function tell(form, problem, faults = {}, failure) {
  const names = Object.keys(faults);
  problem.textContent = failure ?? (names.length ? words.errors : words.failed);
  problem.hidden = false;
  for (const name of names) {
    const wrong = form.querySelector(`#${name}-wrong`);
    wrong.textContent = faults[name];
    wrong.hidden = false;
    form.elements[name].setAttribute("aria-invalid", "true");
  }
  if (names.length) form.elements[names[0]].focus();
  else problem.scrollIntoView({ block: "nearest" });
}

function thank(place, question, taken, again) {
  const link = make("a", { className: "link", href: taken.statusUrl, textContent: taken.statusUrl, target: "_blank", rel: "noopener noreferrer" });
  const more = make("button", { type: "button", className: "second", textContent: words.another });
  more.addEventListener("click", again);
  const sent = make("p", { tabIndex: -1 }, make("strong", { textContent: words.sent }), ` ${words.number.replace("{}", taken.number)}`);
  place.replaceChildren(make("div", { className: "done" },
    sent,
    ...(taken.answer ? [make("p", { className: "answer", textContent: taken.answer })] : []),
    make("p", { textContent: question.email || question.phone ? words.comes : words.keep }),
    link,
    make("div", { className: "buttons" }, more)));
  sent.focus();
}

function showLikely(text, place) {
  let pause;
  let latest = 0;
  const ask = async () => {
    const mine = ++latest;
    try {
      const answer = await fetch(new URL("widget/likely", address), {
        method: "POST",
        credentials: "omit",
        body: new URLSearchParams({ text: text.value, school: script.dataset.school ?? "", language }),
      });
      const likely = answer.status === 200 ? await answer.json() : null;
      if (mine === latest) place.replaceChildren(...(likely ? shown(likely) : []));
    } catch {
      // It is a hint only; a lost connection is told when the question is sent.
    }
  };
  text.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 400);
  });
}

function shown({ desk, promise, emergency, answers }) {
  const parts = [];
  if (emergency) parts.push(make("p", { className: "emergency" }, make("strong", { textContent: emergency })));
  parts.push(make("p", {}, make("strong", { textContent: desk }), " ", make("small", { textContent: promise ?? "" })));
  for (const { question, text } of answers) {
    parts.push(make("details", {}, make("summary", { textContent: question }), make("p", { className: "answer", textContent: text })));
  }
  return parts;
}

function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (property in element) element[property] = value;
    else element.setAttribute(property, value);
  }
  element.append(...children);
  return element;
}
