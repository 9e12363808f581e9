// Warns two minutes before the session ends; after it, keeps the page for whoever signs in again.
const WARNING = 120;
const dialog = document.getElementById("session-warning");
let ends = 0;

function restart(seconds) {
  ends = Date.now() + seconds * 1000;
}

function show(state) {
  for (const part of dialog.querySelectorAll("[data-when]")) {
    part.hidden = part.dataset.when !== state;
  }
  if (!dialog.open) dialog.showModal();
}

function look() {
  const left = (ends - Date.now()) / 1000;
  if (left <= 0) show("over");
  else if (left <= WARNING) show("soon");
}

// A sign-in changes the token that forms carry: the page takes the new one.
function renew(token) {
  for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
    input.value = token;
  }
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
}

async function stay() {
  const answer = await fetch(dialog.dataset.alive, { headers: { Accept: "application/json" } });
  if (!answer.ok) return show("over");
  const { seconds, token } = await answer.json();
  renew(token);
  restart(seconds);
  dialog.close();
}

if (dialog) {
  const seconds = Number(document.body.dataset.sessionSeconds);
  restart(seconds);
  setInterval(look, 1000);
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) restart(seconds);
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status !== 401) return;
    ends = 0;
    show("over");
  });
  dialog.addEventListener("cancel", (event) => {
    if (Date.now() > ends) event.preventDefault();
    else stay();
  });
  for (const button of dialog.querySelectorAll("[data-stay]")) {
    button.addEventListener("click", stay);
  }
}
