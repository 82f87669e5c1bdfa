// The draft of an application: kept while one writes; of two texts, which to keep.
//
// Without this file each item is kept with its button, each step with its own.

import { ora, regola } from "../griglia/orologio.js";

/** What was typed goes over what is kept now, whose fingerprint is known. */
function tieni(modulo, versione) {
  modulo.elements.versione.value = versione;
  modulo.dispatchEvent(new CustomEvent("tieni", { bubbles: true }));
}

/** Only who works for another administration, or with a cooperative, is asked about it. */
const DI_CHI = {
  amministrazione: ["altra_scuola", "altra_amministrazione"],
  esenzione: ["altra_amministrazione"],
  cooperativa: ["cooperativa"],
  coop_sola: ["cooperativa"],
  coop_finalita: ["cooperativa"],
  coop_contributi: ["cooperativa"],
  coop_offerta: ["cooperativa"],
  cittadinanza: ["altra_amministrazione", "privato", "cooperativa"],
  specializzazione: ["altra_amministrazione", "privato", "cooperativa"],
  deroga: ["altra_amministrazione", "privato", "cooperativa"],
};

function mostraDiChi(modulo) {
  const detta = modulo.elements.provenienza?.value;
  if (detta === undefined) return;
  for (const [nome, quali] of Object.entries(DI_CHI)) {
    const riga = modulo.querySelector(`[data-campo="${nome}"]`);
    if (riga) riga.hidden = !quali.includes(detta);
  }
}

document.addEventListener("click", (evento) => {
  const tasto = evento.target.closest?.("[data-tieni]");
  const modulo = tasto?.closest("form[data-tenuta]");
  if (!modulo) return;
  evento.preventDefault();
  tieni(modulo, tasto.value);
});

for (const modulo of document.querySelectorAll("form[data-provenienza]")) {
  modulo.addEventListener("change", () => mostraDiChi(modulo));
  mostraDiChi(modulo);
}
for (const tasto of document.querySelectorAll("[data-senza-script]")) tasto.hidden = true;

const orologio = document.querySelector("[data-ora-server]");
if (orologio) {
  regola(Number(orologio.dataset.oraServer));
  setInterval(() => { if (orologio.textContent !== ora()) orologio.textContent = ora(); }, 5000);
}
