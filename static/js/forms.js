// Focus on the error summary, also after htmx swapped it in.
function focusSummary(root) {
  root.querySelector("#error-summary")?.focus();
}

focusSummary(document);
// Saving while typing that failed says so, whatever the reason was.
function unsaved(event) {
  const form = event.detail.elt.closest("form[data-unsaved]");
  const state = form?.querySelector("#saved");
  if (!state) return;
  const words = document.createElement("span");
  words.className = "errorlist";
  words.textContent = form.dataset.unsaved;
  state.replaceChildren(words);
}

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, unsaved);
}

document.addEventListener("htmx:afterSwap", (event) => focusSummary(event.detail.target));
