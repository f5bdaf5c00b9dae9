// Looks again while something is being worked on. Without it a link does the same.
async function look() {
  const place = document.querySelector("[data-again]");
  if (!place) return;
  try {
    const answer = await fetch(location.href);
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceWith(page.getElementById(place.id));
    }
  } catch {
    // The next look may find the connection again.
  }
  setTimeout(look, 2000);
}
setTimeout(look, 1000);
