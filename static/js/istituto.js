// The page of who directs: the summary goes to the printer, Invio opens a row.

const tasto = document.querySelector("[data-stampa]");
if (tasto) {
  tasto.hidden = false;
  tasto.addEventListener("click", () => window.print());
}
