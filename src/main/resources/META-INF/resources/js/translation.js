// Translations without leaving the page, where the district has a translator.
const translating = document.getElementById("translating");

async function said(address, body) {
  try {
    const answer = await fetch(address, body && { method: "POST", body });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    return await answer.json();
  } catch {
    return { fault: "The translator cannot be reached just now." };
  }
}

if (translating) {
  const field = document.getElementById("text");
  const theirs = document.getElementById("translation");
  const state = translating.querySelector("[aria-live]");
  let translated = theirs.value && field.value;

  translating.querySelector("button").addEventListener("click", async (event) => {
    event.preventDefault();
    if (!field.value.trim()) return field.focus();
    state.textContent = "Translating …";
    const asked = field.value;
    const { text, fault } = await said(translating.dataset.at, new URLSearchParams({ text: asked }));
    state.textContent = fault ?? "";
    if (!text) return;
    translated = asked;
    theirs.value = text;
    theirs.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.addEventListener("input", () => {
    if (theirs.value && field.value !== translated) state.textContent = "Your answer has changed since it was translated.";
  });
}

for (const link of document.querySelectorAll("a[data-translates]")) {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const { text, fault } = await said(link.dataset.translates);
    const words = Object.assign(document.createElement("div"), { className: "words translated", textContent: text ?? fault });
    words.setAttribute("aria-live", "polite");
    link.parentElement.replaceWith(words);
  });
}
