// The grid of the levels: puts together table, queue, strips, reasons, paste, fill and undo.

import { esteso, scritto } from "./griglia/casella.js";
import { Coda } from "./griglia/coda.js";
import { Incolla } from "./griglia/incolla.js";
import { Magazzino } from "./griglia/magazzino.js";
import { Motivi } from "./griglia/motivi.js";
import { regola } from "./griglia/orologio.js";
import { Riempi } from "./griglia/riempi.js";
import { Strisce } from "./griglia/strisce.js";
import { Tabella } from "./griglia/tabella.js";
import { ascolta } from "./griglia/tasti.js";
import { Testata } from "./griglia/testata.js";

const PASSI_INDIETRO = 100;
const tavola = document.getElementById("griglia");
const tabella = new Tabella(tavola);
const annuncia = (testo) => document.dispatchEvent(new CustomEvent("annuncia", { detail: testo }));

function alterna() {
  for (const scheda of document.querySelectorAll("[data-mostra]")) {
    scheda.addEventListener("click", () => tabella.mostra(tabella.colonne.findIndex(({ chiave }) => chiave === scheda.dataset.mostra)));
  }
}

function avvia() {
  regola(Number(tavola.dataset.adesso));
  const coda = new Coda(tavola.dataset.celle, tavola.dataset.coda);
  const passi = [];
  const motivi = new Motivi(tabella, segnaNonValutate);
  const testata = new Testata(coda);
  const strisce = new Strisce(tabella, coda);

  /** Put contents into cells, remember what was there, send. */
  function applica(modifiche, { ricorda = true } = {}) {
    if (!modifiche.length) return;
    if (ricorda) passi.push(modifiche.map(({ casella }) => ({ casella, ...casella.contenuto })));
    if (passi.length > PASSI_INDIETRO) passi.shift();
    for (const { casella, livello, motivo } of modifiche) {
      if (casella.altra) casella.versione = casella.altra.versione;
      casella.metti({ livello, motivo });
      coda.metti(casella);
    }
    for (const riga of new Set(modifiche.map(({ casella }) => casella.riga))) motivi.disegna(riga);
    tabella.conta();
    strisce.sfoltisci();
    testata.disegna();
  }

  function segnaNonValutate(caselle, motivo) {
    applica(caselle.map((casella) => ({ casella, livello: "NV", motivo })));
    annuncia(`${caselle[0].riga.nome}: non valutato`);
    return true;
  }

  function segna(casella, livello, { scorri = true } = {}) {
    if (livello === "NV" && casella.livello !== "NV") {
      if (!motivi.nonValutato(casella)) return;
    } else if (casella.livello !== livello || casella.altra) {
      applica([{ casella, livello, motivo: "" }]);
      annuncia(`${casella.riga.nome}, ${casella.colonna.breve}: ${esteso(livello)}`);
    }
    tabella.vai(tabella.in(casella.riga.posto + 1, casella.colonna.posto) ?? casella, { scorri });
  }

  function svuota(casella) {
    if (!casella.piena && !casella.altra) return;
    applica([{ casella, livello: "", motivo: "" }]);
    annuncia(`${casella.riga.nome}, ${casella.colonna.breve}: svuotata`);
  }

  function annulla() {
    const passo = passi.pop();
    if (!passo) return annuncia("Non c’è altro da annullare.");
    applica(passo, { ricorda: false });
    tabella.vai(passo[0].casella);
    annuncia(passo.length === 1 ? "Annullata l’ultima modifica." : `Annullate ${passo.length} modifiche.`);
  }

  function primaVuota() {
    const casella = tabella.primaVuota();
    if (casella) tabella.vai(casella);
    else annuncia("Non manca nessuna casella.");
  }

  /** What an earlier page left unsent goes now; «nv» lost its reason on the way and asks again. */
  function riprendi() {
    const senzaMotivo = [];
    for (const [chiave, voce] of Object.entries(coda.magazzino.leggi())) {
      const casella = tabella.perChiave.get(chiave);
      if (!casella || casella.livello === voce.l) coda.magazzino.cambia(chiave, null);
      else if (voce.l === "NV") senzaMotivo.push(casella);
      else coda.riprendi(casella, voce);
    }
    tabella.conta();
    coda.riprova();
    if (senzaMotivo.length) motivi.chiedi(senzaMotivo.filter(({ riga }) => riga === senzaMotivo[0].riga));
  }

  /** «Registra e chiudi…» opens once everything has gone; with a choice pending it goes there. */
  async function dopoInvio(evento) {
    if (!evento.detail.elt.matches("[data-dopo-invio]")) return;
    evento.preventDefault();
    if (await coda.svuota()) return evento.detail.issueRequest(true);
    const sospesa = tabella.caselle.find(({ stato }) => ["scegli", "rifiutata"].includes(stato));
    if (sospesa) tabella.vai(sospesa);
    annuncia(sospesa ? "Prima di registrare c’è una casella da scegliere." : "Prima di registrare i livelli devono essere inviati.");
  }

  /** From the list of what is missing, straight to the cell. */
  function versoStudente(evento) {
    const legame = evento.target.closest?.("#dialogo [data-studente]");
    const riga = legame && tabella.righe.find(({ tr }) => tr.dataset.riga === legame.dataset.studente);
    const casella = riga?.caselle.find(({ piena }) => !piena);
    if (!casella) return;
    evento.preventDefault();
    document.getElementById("dialogo").addEventListener("close", () => tabella.vai(casella), { once: true });
    document.getElementById("dialogo").close();
  }

  ascolta(tabella, { segna, svuota, annulla, primaVuota });
  new Incolla(tabella, applica);
  new Riempi(tabella, applica);
  document.addEventListener("htmx:confirm", dopoInvio);
  document.addEventListener("click", versoStudente);
  document.addEventListener("click", ({ target }) => { if (target.closest?.("[data-prima-vuota]")) primaVuota(); });
  tavola.closest("fieldset").disabled = false;
  testata.disegna();
  riprendi();
}

/** The entry was closed while levels waited in this browser: say which, silently drop none. */
function rimasti() {
  const magazzino = new Magazzino(tavola.dataset.coda);
  const casella = (chiave) => tabella.perChiave.get(chiave);
  const voci = Object.entries(magazzino.leggi()).filter(([chiave, voce]) => casella(chiave) && casella(chiave).livello !== voce.l);
  const avviso = document.getElementById("rimasti");
  if (!voci.length || !avviso) return;
  const detto = ([chiave, voce]) => `${casella(chiave).riga.nome}, ${casella(chiave).colonna.breve}: ${scritto(voce.l)}`;
  avviso.querySelector("[data-quali]").textContent = voci.map(detto).join("; ");
  avviso.querySelector("[data-scarta]").addEventListener("click", () => {
    for (const [chiave] of voci) magazzino.cambia(chiave, null);
    avviso.hidden = true;
  });
  avviso.hidden = false;
}

if (tavola) alterna();
if (tavola && "aperta" in tavola.dataset) avvia();
else rimasti();
tabella.conta();
