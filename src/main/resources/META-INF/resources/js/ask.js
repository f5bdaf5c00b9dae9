// Says while somebody types who will read it and which answers fit. Without this the form does the same work.
const form = document.querySelector("form.ask");
const place = form?.querySelector(".likely");

if (place) {
  const resting = place.innerHTML;
  let pause;
  let latest = 0;
  let shown = "";

  const show = (html) => {
    if (html === shown) return;
    shown = html;
    place.innerHTML = html || resting;
  };

  const ask = async () => {
    const mine = ++latest;
    const { text, school } = form.elements;
    if (text.value.trim().length < 4) return show("");
    try {
      const answer = await fetch("/ask/likely", { method: "POST", body: new URLSearchParams({ text: text.value, school: school.value }) });
      // What has been typed over since, and what the server is too busy for, is left as it stands.
      if (answer.status === 200 && mine === latest) show(await answer.text());
    } catch {
      // The lost connection is told by the form itself when it is sent.
    }
  };

  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 350);
  };

  place.hidden = false;
  form.elements.text.addEventListener("input", soon);
  form.elements.school.addEventListener("change", soon);
  if (form.elements.text.value) soon();
}
