// The ballot leaves nothing behind: neither the back button nor the memory of the browser shows it.
const scheda = document.querySelector("[data-scheda]");

window.addEventListener("pagehide", () => scheda?.reset());
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

if (scheda) {
  const massimo = Number(scheda.dataset.preferenze);
  const conto = scheda.querySelector("[data-date]");
  const dette = () => scheda.querySelectorAll("[name=scelte]:checked:not([value^=bianca])").length;
  const aggiorna = () => {
    if (conto) conto.textContent = `${dette()} su ${massimo}`;
  };
  scheda.addEventListener("change", aggiorna);
  aggiorna();
  scheda.addEventListener("submit", () => {
    scheda.querySelector("[type=submit]").disabled = true;
  });
}
