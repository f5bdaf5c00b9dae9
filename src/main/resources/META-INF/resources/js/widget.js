// The question box on another site: <script src="https://help.district.example/widget.js" async></script>, where it is to
// stand. It sets no cookie, keeps nothing, and needs script-src and connect-src for its own address alone: its style is a
// constructed sheet, and its words are text, never markup.
(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const wanted = script.dataset.lang || document.documentElement.lang || navigator.language || "";
  const language = wanted.slice(0, 2).toLowerCase();
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const host = document.createElement("rightdoor-widget");
  const root = host.attachShadow({ mode: "closed" });
  script.after(host);

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const post = (path, fields) =>
    fetch(home + path + "?lang=" + encodeURIComponent(language), {
      method: "POST",
      body: new URLSearchParams(fields),
      credentials: "omit",
    });

  const field = (label, name, type, autocomplete) => {
    const input = element("input", { name, type, id: name });
    input.setAttribute("autocomplete", autocomplete);
    return element("p", {}, element("label", { htmlFor: name, textContent: label }), input);
  };

  function style(look) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look + STYLE);
    root.adoptedStyleSheets = [sheet];
  }

  function box(texts) {
    const text = element("textarea", { name: "text", id: "text", rows: 4, required: true });
    text.setAttribute("aria-describedby", "hint");
    const likely = element("div", { className: "likely", hidden: true });
    likely.setAttribute("aria-live", "polite");
    const reach = element("div", { className: "reach", hidden: true },
      element("p", { className: "hint", textContent: texts.reachHint }),
      field(texts.name, "name", "text", "name"),
      field(texts.email, "email", "email", "email"),
      field(texts.phone, "phone", "tel", "tel"));
    const trouble = element("p", { className: "trouble", hidden: true });
    trouble.setAttribute("role", "alert");
    const button = element("button", { type: "submit", textContent: texts.send });
    const form = element("form", { noValidate: true },
      element("h2", { textContent: texts.title }),
      element("label", { htmlFor: "text", textContent: texts.question }),
      element("p", { className: "hint", id: "hint", textContent: texts.hint }),
      text, likely, reach, trouble, button,
      element("p", { className: "hint", textContent: texts.emergency }));
    whileTyping(text, likely, reach);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form, trouble, button, texts);
    });
    return form;
  }

  function whileTyping(text, likely, reach) {
    let pause;
    let latest = 0;
    text.addEventListener("input", () => {
      reach.hidden = !text.value;
      clearTimeout(pause);
      pause = setTimeout(async () => {
        const mine = ++latest;
        try {
          const answer = await post("/widget/likely", { text: text.value });
          if (answer.status === 200 && mine === latest) tell(likely, await answer.json());
        } catch {
          // The lost connection is told when the question is sent.
        }
      }, 350);
    });
  }

  function tell(likely, said) {
    likely.hidden = false;
    likely.replaceChildren(...said.lines.map((line) => element("p", { textContent: line })), ...said.answers.map((answer) =>
      element("details", {},
        element("summary", { textContent: answer.question }),
        element("p", { textContent: answer.text }),
        element("p", {}, element("a", { href: answer.link, target: "_blank", rel: "noopener", textContent: said.open })))));
  }

  async function send(form, trouble, button, texts) {
    button.disabled = true;
    trouble.hidden = true;
    try {
      const answer = await post("/widget/questions", { ...Object.fromEntries(new FormData(form)), nonce });
      const said = await answer.json();
      if (answer.ok) return sent(said);
      trouble.textContent = said.trouble ?? texts.failed;
    } catch {
      trouble.textContent = texts.failed;
    }
    trouble.hidden = false;
    button.disabled = false;
  }

  function sent(said) {
    const thanks = element("div", { className: "sent", tabIndex: -1 },
      element("h2", { textContent: said.thanks }),
      ...said.lines.map((line) => element("p", { textContent: line })),
      element("p", {}, element("a", { href: said.link, target: "_blank", rel: "noopener", textContent: said.number })));
    thanks.setAttribute("role", "status");
    root.replaceChildren(thanks);
    thanks.focus();
  }

  // Important here wins over important there: the host's own rules reach this element, and no further.
  const STYLE = `
    :host { all: initial !important; display: block !important; max-width: 40rem !important; color-scheme: light dark !important; }
    * { box-sizing: border-box; }
    [hidden] { display: none; }
    form, .sent { font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--sheet); border: 1px solid var(--line); border-radius: 14px; padding: 20px; display: grid; gap: 10px; }
    h2 { font: 600 22px/1.25 Georgia, serif; margin: 0; }
    p { margin: 0; }
    label { font-weight: 600; display: block; }
    textarea, input { font: inherit; color: inherit; background: transparent; width: 100%; border: 1px solid var(--soft); border-radius: 8px; padding: 10px 12px; }
    textarea { min-height: 104px; resize: vertical; }
    button { font: inherit; font-weight: 600; justify-self: start; min-height: 44px; padding: 8px 22px; border: 0; border-radius: 999px; background: var(--accent); color: var(--on-accent); cursor: pointer; }
    button:disabled { opacity: 0.7; cursor: progress; }
    a { color: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .hint { font-size: 14px; color: var(--soft); }
    .likely { border-inline-start: 3px solid var(--accent); padding-inline-start: 12px; display: grid; gap: 6px; }
    .likely > p:first-child { font-weight: 600; }
    summary { cursor: pointer; color: var(--accent); min-height: 32px; }
    .reach { display: grid; gap: 10px; }
    .trouble { color: var(--alarm); font-weight: 600; }`;

  fetch(home + "/widget/texts?lang=" + encodeURIComponent(language), { credentials: "omit" })
    .then((answer) => answer.json())
    .then((texts) => {
      style(texts.style);
      host.lang = texts.language;
      const form = box(texts);
      form.dir = texts.direction;
      root.append(form);
    });
})();
