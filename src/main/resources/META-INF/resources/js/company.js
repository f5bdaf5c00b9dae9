// Says who else has this case open and who is writing, and when something has come in or a colleague has decided something.
import { listen } from "./stream.js";

const BEAT = 10_000;
const STILL_WRITING = 60_000;
const company = document.getElementById("company");

if (company) {
  const field = document.getElementById("text");
  const arrived = document.getElementById("arrived");
  const me = Number(company.dataset.me);
  let typedAt = 0;
  let told;

  const isWriting = () => Boolean(field.value.trim()) && Date.now() - typedAt < STILL_WRITING;

  const beat = async () => {
    if (document.hidden) return;
    told = isWriting();
    try {
      const answer = await fetch(company.dataset.at, { method: "POST", body: new URLSearchParams({ writing: told }) });
      if (answer.ok && !answer.redirected) show(await answer.json());
    } catch {
      // The next one will say it.
    }
  };

  const show = (others) => {
    const names = (writing) => others.filter((each) => each.writing === writing).map((each) => each.name);
    const lines = [
      [names(true), "is writing an answer", "are writing an answer"],
      [names(false), "has this case open", "have this case open"],
    ].filter(([who]) => who.length);
    const words = lines.map(([who, one, many]) => `${who.join(" and ")} ${who.length === 1 ? one : many}.`).join(" ");
    if (company.textContent !== words) company.textContent = words;
  };

  const announce = (words) => {
    arrived.querySelector("p").textContent = words;
    arrived.hidden = false;
  };

  field.addEventListener("input", () => {
    typedAt = Date.now();
    if (isWriting() !== told) beat();
  });
  document.addEventListener("visibilitychange", beat);
  addEventListener("pagehide", () => navigator.sendBeacon(company.dataset.at + "/gone", new URLSearchParams()));
  setInterval(beat, BEAT);
  beat();

  // The draft goes along, and the page shows above it what has come in.
  arrived.querySelector("button").addEventListener("click", () =>
    field.form.requestSubmit(field.form.querySelector("button[formaction$='/writing'].plain")));

  let { assignee, status } = company.dataset;

  // Others' decisions, in the order in which they matter to whoever is about to answer.
  const decided = ({ now, gone }) => {
    if (gone) return "This case has gone to others, and you may not read it any more.";
    if (now.merged) return "This case has become part of another one.";
    const words = now.status === "RESOLVED" && status !== "RESOLVED" ? "A colleague has resolved this case."
      : String(now.assigneeId ?? "") === assignee ? null
      : now.assignee ? `${now.assignee} has this case now.` : "Nobody has this case any more.";
    status = now.status;
    assignee = String(now.assigneeId ?? "");
    return words;
  };

  listen("/desk/events?case=" + company.dataset.case, {
    presence: ({ by }) => by !== me && beat(),
    cases: (changed) => changed.forEach((news) => {
      const words = decided(news);
      if (news.by === me) return;
      if (news.what.includes("CONTACT")) announce("The family has written again.");
      else if (news.what.includes("REPLY")) announce("A colleague has answered.");
      else if (words) announce(words);
    }),
    missed: () => announce("Something may have changed since this page was made."),
  });
}
