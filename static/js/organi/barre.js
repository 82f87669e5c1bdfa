// What says that something waits in this browser: the bars of the page, the links that wait for it,
// the question of who leaves while it could not even be kept here.

export function mostraAttesa(coda) {
  const barra = (nome) => document.getElementById(nome);

  function segna() {
    barra("linea-assente").hidden = coda.linea !== "assente" || coda.vuota;
    barra("sessione-scaduta").hidden = coda.linea !== "sessione";
    const quante = coda.voci.length;
    barra("linea-assente").querySelector("[data-modifiche]").textContent = quante === 1
      ? "1 cosa resta qui e parte da sola." : `${quante} cose restano qui e partono da sole.`;
  }

  coda.addEventListener("stato", segna);
  // A page or a dialog that needs what was written waits until it has arrived.
  document.addEventListener("click", async (evento) => {
    if (evento.target.closest?.("[data-invia]")) coda.riprova();
    const legame = evento.target.closest?.("[data-dopo-invio]");
    if (!legame || coda.vuota) return;
    evento.preventDefault();
    evento.stopImmediatePropagation();
    if (await coda.svuota()) legame.click();
  }, { capture: true });
  window.addEventListener("beforeunload", (evento) => { if (!coda.vuota && !coda.conservata) evento.preventDefault(); });
  segna();
}
