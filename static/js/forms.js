// Focus on the error summary, also after htmx swapped it in.
function focusSummary(root) {
  root.querySelector("#error-summary")?.focus();
}

focusSummary(document);
document.addEventListener("htmx:afterSwap", (event) => focusSummary(event.detail.target));
