// Finds the person, and says where it will go, while staff type. Without this the form's own buttons do the same.
const form = document.querySelector("form.call");

function whileTyping(field, path, place) {
  let pause;
  let latest = 0;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(async () => {
      const mine = ++latest;
      try {
        const answer = await fetch(path, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        // A log-in page is no answer, and neither is one to what has been typed over since.
        if (answer.ok && !answer.redirected && mine === latest) place.innerHTML = await answer.text();
      } catch {
        // The lost connection is told by the form itself when it is sent.
      }
    }, 250);
  });
}

whileTyping(form.elements.sought, "/desk/calls/people", document.getElementById("found"));
whileTyping(form.elements.text, "/desk/calls/suggestion", document.getElementById("suggested"));

// Those found stand there already: Enter would send the form away to find them again.
form.elements.sought.addEventListener("keydown", (event) => {
  if (event.key === "Enter") event.preventDefault();
});
form.elements.sought.focus();
