// A choice that narrows another: only the groups that belong to what was chosen can be picked.
for (const wide of document.querySelectorAll("select[data-narrows]")) {
  const narrowed = document.getElementById(wide.dataset.narrows);
  const narrow = () => {
    for (const group of narrowed.querySelectorAll("optgroup")) {
      group.hidden = group.disabled = Boolean(wide.value) && group.dataset.of !== wide.value;
    }
    if (narrowed.selectedOptions[0]?.parentElement.disabled) narrowed.value = "";
  };
  wide.addEventListener("change", narrow);
  narrow();
}
