// The desk: Invio on a row opens what is to be done, S does it, and a page found again is read again.

/** The link to the reason stands before the title in the row, and is not what Invio is for. */
function apri(evento) {
  const riga = evento.target;
  if (evento.key !== "Enter" || !riga.matches?.("[data-voce]")) return;
  evento.preventDefault();
  riga.querySelector("[data-apri]")?.click();
}

/** Who works with the keys finds the focus on the row that has taken the place of the former one. */
function segui(evento) {
  const riga = evento.detail.target;
  if (!riga.matches?.("[data-voce]") || !evento.detail.shouldSwap) return;
  const conITasti = riga.matches("[data-scelta]") || riga.querySelector(":focus-visible") !== null;
  if (!conITasti) return;
  document.addEventListener("htmx:afterSettle", () => {
    const nuova = document.getElementById(riga.id);
    nuova?.setAttribute("data-scelta", "");
    nuova?.setAttribute("tabindex", "-1");
    nuova?.focus();
  }, { once: true });
}

document.addEventListener("keydown", apri, true);
document.addEventListener("htmx:beforeSwap", segui);
/** With the back button the browser may show the desk as it was before the act. */
window.addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
