// Files by drop and paste, listed and removable, and weighed before they travel.
const MOST = 15 * 1024 * 1024;
const input = document.getElementById("files");
const list = document.getElementById("chosen");

if (input && list) {
  const form = input.form;
  const fault = document.getElementById("files-fault");
  const drop = document.getElementById("drop");
  let files = [];

  const isSame = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
  const size = (bytes) => (bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) + " KB" : (bytes / 1e6).toFixed(1) + " MB");
  const kept = () => [...form.querySelectorAll("[name=kept]:checked")].reduce((sum, box) => sum + Number(box.dataset.size), 0);
  const isTooMuch = () => files.reduce((sum, file) => sum + file.size, kept()) > MOST;

  const show = () => {
    const transfer = new DataTransfer();
    files.forEach((file) => transfer.items.add(file));
    input.files = transfer.files;
    list.replaceChildren(...files.map(line));
    fault.textContent = isTooMuch() ? "Together these files have more than 15 MB, and many mailboxes would refuse them. Remove one." : "";
  };

  const line = (file) => {
    const item = document.createElement("li");
    const name = Object.assign(document.createElement("span"), { textContent: `${file.name} (${size(file.size)}) ` });
    const remove = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: "Remove" });
    remove.setAttribute("aria-label", "Remove " + file.name);
    remove.addEventListener("click", () => {
      files = files.filter((each) => each !== file);
      show();
      input.focus();
    });
    item.append(name, remove);
    return item;
  };

  const take = (added) => {
    files.push(...[...added].filter((file) => !files.some((each) => isSame(each, file))));
    show();
  };

  input.addEventListener("change", () => take(input.files));
  form.addEventListener("change", (event) => event.target.name === "kept" && show());
  form.addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    if (!event.clipboardData.getData("text/plain")) event.preventDefault();
    take(event.clipboardData.files);
  });
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  form.addEventListener("dragleave", () => drop.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    drop.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  form.addEventListener("submit", (event) => {
    if (!isTooMuch()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    input.focus();
  }, true);
}
