// A text to be copied: the button is there only where the browser can copy.

for (const tasto of document.querySelectorAll("[data-copia]")) {
  tasto.hidden = !navigator.clipboard;
  tasto.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector(tasto.dataset.copia).value);
    document.dispatchEvent(new CustomEvent("annuncia", { detail: "Indirizzo copiato" }));
    tasto.lastChild.textContent = "Copiato";
  });
}
document.querySelector("[data-da-copiare]")?.addEventListener("focus", (evento) => evento.target.select());
