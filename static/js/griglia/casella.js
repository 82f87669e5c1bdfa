// One cell of the grid: what it holds, where it stands, how it is drawn.
//
// stato: vuota, salvata, attesa (to be sent), invio (on its way), browser (no line),
// scegli (somebody else wrote another value), rifiutata.

export const NOMI = { A: "Avanzato", B: "Intermedio", C: "Base", D: "Iniziale", NV: "non valutato" };
export const scritto = (livello) => (livello === "NV" ? "nv" : livello || "vuota");
export const esteso = (livello) => (livello ? `${scritto(livello)} ${NOMI[livello]}` : "nessun livello");

const PAROLE = { attesa: "invio", invio: "invio", browser: "", scegli: "scegli", rifiutata: "no" };

export class Casella {
  constructor(td, riga, colonna) {
    Object.assign(this, { td, riga, colonna });
    this.chiave = td.dataset.casella;
    [this.iscrizione, this.competenza] = this.chiave.split("-").map(Number);
    this.livello = td.dataset.livello;
    this.motivo = td.dataset.motivo;
    this.versione = Number(td.dataset.versione);
    this.altra = null;
    this.rifiuto = "";
    this.registrato = { livello: this.livello, motivo: this.motivo };
    this.bottoni = [...td.querySelectorAll("[data-l]")];
    this.gruppo = td.querySelector("[role=radiogroup]");
    this.esito = td.querySelector(".esito");
    this.stato = this.riposo();
  }

  get contenuto() { return { livello: this.livello, motivo: this.motivo }; }

  get piena() { return Boolean(this.livello); }

  riposo() { return this.livello ? "salvata" : "vuota"; }

  uguale({ livello, motivo }) { return this.livello === livello && this.motivo === motivo; }

  metti({ livello, motivo = "" }) {
    this.livello = livello;
    this.motivo = livello === "NV" ? motivo : "";
  }

  /** The value as the register holds it, at a version. */
  registrata(contenuto, versione) {
    this.registrato = contenuto;
    this.versione = versione;
  }

  get fuoco() { return this.bottoni.find((b) => b.getAttribute("aria-checked") === "true") ?? this.bottoni[0]; }

  tappa(si) {
    for (const bottone of this.bottoni) bottone.tabIndex = -1;
    if (si) this.fuoco.tabIndex = 0;
    this.td.classList.toggle("qui", si);
  }

  disegna() {
    const mostrato = this.altra ? this.altra.livello : this.livello;
    for (const bottone of this.bottoni) {
      bottone.setAttribute("aria-checked", bottone.dataset.l === mostrato);
      bottone.classList.toggle("mio", Boolean(this.altra) && bottone.dataset.l === this.livello);
    }
    Object.assign(this.td.dataset, { livello: this.livello, stato: this.stato === "attesa" ? "invio" : this.stato });
    this.esito.textContent = PAROLE[this.stato] ?? "";
    if (this.td.classList.contains("qui")) this.tappa(true);
  }
}
