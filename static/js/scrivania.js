// The desk: Invio on a row opens what is to be done, and a page found again is read again.

/** The link to the reason stands before the title in the row, and is not what Invio is for. */
function apri(evento) {
  const riga = evento.target;
  if (evento.key !== "Enter" || !riga.matches?.("[data-voce]")) return;
  evento.preventDefault();
  riga.querySelector("[data-apri]").click();
}

document.addEventListener("keydown", apri, true);
/** With the back button the browser may show the desk as it was before the act. */
window.addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
