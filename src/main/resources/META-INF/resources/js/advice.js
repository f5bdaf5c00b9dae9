// Says how the answer reads, and what could be better, when its writer pauses.
const PAUSE = 600;
const form = document.querySelector("form[data-advice]");

if (form) {
  const field = form.elements.text;
  const grade = document.getElementById("grade");
  const hints = document.getElementById("hints");
  const cut = document.getElementById("cut");
  let pause;
  let latest = 0;

  const show = (said) => {
    grade.textContent = said.grade;
    const lines = said.hints.map((hint) => Object.assign(document.createElement("li"), { textContent: hint }));
    // What is said already is not said again to those who listen.
    if (lines.map((line) => line.textContent).join() !== [...hints.children].map((line) => line.textContent).join()) {
      hints.replaceChildren(...lines);
    }
    hints.hidden = !lines.length;
    cut.hidden = !said.cut || !document.getElementById("length");
    cut.querySelector(".words").textContent = said.cut ?? "";
  };

  const ask = async () => {
    const mine = ++latest;
    try {
      const answer = await fetch(form.dataset.advice, { method: "POST", body: new URLSearchParams({ text: field.value }) });
      if (answer.ok && !answer.redirected && mine === latest) show(await answer.json());
    } catch {
      // Advice is never missed.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });
  if (field.value.trim()) ask();
}
