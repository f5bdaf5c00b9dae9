// Keeps what somebody types until it has been taken: through a reload, a lost connection, an expired log-in.
// It lives in this tab only and goes with it.
const PREFIX = "typed:";
const address = new URLSearchParams(location.search);

if (address.has("sent") || address.has("done")) {
  Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => sessionStorage.removeItem(key));
}

for (const field of document.querySelectorAll("form[method=post] textarea")) {
  const key = PREFIX + new URL(field.form.action).pathname;
  if (!field.value) field.value = sessionStorage.getItem(key) ?? "";
  field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
}
