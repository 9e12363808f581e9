// Closes the person's menu on Escape and on a click beside it.
const person = document.querySelector("details.person");

function close(refocus) {
  if (!person?.open) return;
  person.open = false;
  if (refocus) person.querySelector("summary").focus();
}

document.addEventListener("click", (event) => {
  if (!person?.contains(event.target)) close(false);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  close(true);
  if (location.hash === "#menu") location.hash = "#main";
});
