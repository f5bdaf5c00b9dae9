// Shows new texts as they come; without it the page shows them when it is loaded again.
const EVERY = 2000;

const conversation = document.getElementById('conversation');
const toTheEnd = () => { conversation.scrollTop = conversation.scrollHeight; };

async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.pathname + '?number=' + encodeURIComponent(number()));
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('conversation');
    if (fresh.innerHTML === conversation.innerHTML) return;
    conversation.replaceChildren(...fresh.children);
    toTheEnd();
  } catch {
    // The demo may be starting again; the next look will tell.
  }
}

const number = () => document.querySelector('.write [name=number]').value;

document.querySelector('.write textarea').addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

toTheEnd();
setInterval(refresh, EVERY);
