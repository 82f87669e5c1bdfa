// The notes of the item: saved while they are typed, over the version that was read. If somebody
// else wrote meanwhile both texts are shown, and nobody's is lost.

import { ora } from "../griglia/orologio.js";

const DOPO = 1_200;
const OGNI = 3_000;

export class Appunti {
  constructor(coda) {
    Object.assign(this, { coda, modulo: null, attesa: null, altrui: null });
    coda.addEventListener("stato", () => this.dici());
    coda.addEventListener("arrivata", ({ detail }) => { if (detail.voce.appunti) this.arrivata(detail); });
    document.addEventListener("input", ({ target }) => { if (target === this.campo) this.scritto(); });
    document.addEventListener("click", ({ target }) => { const b = target.closest?.("[data-tengo]"); if (b) this.scegli(b.dataset.tengo); });
    document.addEventListener("submit", (evento) => { if (evento.target === this.modulo) { evento.preventDefault(); this.salva(); } });
    setInterval(() => this.guarda(), OGNI);
    this.trova();
  }

  get campo() { return this.modulo?.elements.testo; }
  get versione() { return this.modulo?.elements.versione; }
  get quale() { return this.modulo?.dataset.appunti; }

  /** The form of the item on the screen; what an earlier page left to be sent is put back in it. */
  trova() {
    const modulo = document.querySelector("[data-appunti]");
    if (modulo === this.modulo) return;
    Object.assign(this, { modulo, altrui: null });
    if (!modulo) return;
    this.registrato = this.campo.value;
    const rimasta = this.coda.voci.findLast(({ appunti }) => appunti === this.quale);
    if (rimasta) this.campo.value = rimasta.dati.testo;
    this.dici();
  }

  scritto() {
    clearTimeout(this.attesa);
    this.attesa = setTimeout(() => this.salva(), this.coda.linea === "presente" ? DOPO : 0);
    this.dici();
  }

  salva() {
    clearTimeout(this.attesa);
    if (!this.modulo || this.altrui || this.campo.value === this.registrato) return;
    this.coda.metti({ url: this.quale, quale: `appunti ${this.quale}`, appunti: this.quale, dati: { testo: this.campo.value, versione: this.versione.value } });
  }

  arrivata({ voce, stato, detto }) {
    if (voce.appunti !== this.quale) return;
    if (stato === 409) return this.conflitto(voce, detto.attuale);
    if (stato >= 400) return this.dici(detto.rifiuto?.join(" ") ?? "Non salvato: ricarica la pagina.");
    this.registrato = voce.dati.testo;
    this.versione.value = detto.versione;
    this.alle = detto.alle;
    for (const altra of this.coda.voci) if (altra.appunti === this.quale) altra.dati.versione = detto.versione;
    this.coda.conserva();
    this.dici();
  }

  /** The lost answer to an own save is not somebody else's text. */
  conflitto(voce, attuale) {
    this.versione.value = attuale.versione;
    this.registrato = attuale.testo;
    if (attuale.testo === voce.dati.testo || attuale.testo === this.campo.value) return this.salva();
    this.altrui = attuale.testo;
    const riquadro = this.modulo.querySelector("[data-conflitto]");
    riquadro.querySelector("[data-altrui]").textContent = attuale.testo;
    riquadro.hidden = false;
    this.dici("Due testi: scegli quale tenere.");
    document.dispatchEvent(new CustomEvent("annuncia", { detail: riquadro.textContent.replace(/\s+/g, " ").trim() }));
  }

  scegli(quale) {
    if (this.altrui === null) return;
    if (quale === "altrui") this.campo.value = this.altrui;
    if (quale === "insieme") this.campo.value = `${this.altrui}\n\n${this.campo.value}`;
    this.altrui = null;
    this.modulo.querySelector("[data-conflitto]").hidden = true;
    this.campo.focus();
    this.salva();
    this.dici();
  }

  /** What another secretary wrote comes in, unless something is being written here. */
  async guarda() {
    const mio = this.modulo;
    const occupato = () => !mio || mio !== this.modulo || document.hidden || this.altrui !== null || this.coda.inVolo
      || this.campo.value !== this.registrato || this.coda.voci.some(({ appunti }) => appunti === this.quale);
    if (occupato() || this.coda.linea !== "presente") return;
    try {
      const risposta = await fetch(this.quale, { headers: { Accept: "application/json" }, redirect: "manual", credentials: "same-origin" });
      if (!risposta.ok) return;
      const { testo, versione } = await risposta.json();
      if (occupato() || versione <= Number(this.versione.value)) return;
      const { selectionStart, selectionEnd } = this.campo;
      Object.assign(this, { registrato: testo });
      this.campo.value = testo;
      this.versione.value = versione;
      if (document.activeElement === this.campo) this.campo.setSelectionRange(selectionStart, selectionEnd);
      this.dici("aggiornato da un’altra persona");
    } catch {
      // The line is missing: the heartbeat of the page says so.
    }
  }

  dici(testo) {
    const dove = this.modulo?.querySelector("[data-salvato]");
    if (!dove) return;
    const aspetta = this.coda.voci.some(({ appunti }) => appunti === this.quale);
    if (testo) dove.textContent = testo;
    else if (this.altrui !== null) dove.textContent = "Due testi: scegli quale tenere.";
    else if (aspetta && this.coda.linea !== "presente") dove.textContent = `in questo browser dalle ${this.nelBrowserDalle ??= ora()}, parte da solo`;
    else if (aspetta || this.campo.value !== this.registrato) dove.textContent = "si salva…";
    else if (this.alle) dove.textContent = `✓ salvato alle ${this.alle}`;
    if (!aspetta || this.coda.linea === "presente") this.nelBrowserDalle = null;
  }
}
