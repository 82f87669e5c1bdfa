// Texts saved while they are typed, over the version that was read: a form with data-appunti, its
// textareas and its version. What is typed stays in this browser until it has arrived. If somebody
// else wrote meanwhile both texts are shown, and nobody's is lost.

import { ora } from "../griglia/orologio.js";

const DOPO = 1_200;
const OGNI = 3_000;
const annuncia = (testo) => document.dispatchEvent(new CustomEvent("annuncia", { detail: testo }));

class Appunti {
  constructor(coda, modulo) {
    Object.assign(this, { coda, modulo, attesa: null, altrui: null });
    this.registrato = Object.fromEntries(this.campi.map(({ name, defaultValue }) => [name, defaultValue]));
    const rimasta = coda.voci.findLast(({ appunti }) => appunti === this.quale);
    // What was typed before this file arrived is the latest; else what an earlier page left here.
    if (this.cambiato) this.scritto();
    else if (rimasta) this.scrive(rimasta.dati);
    this.dici();
  }

  get campi() { return [...this.modulo.querySelectorAll("textarea[name]")]; }
  get versione() { return this.modulo.elements.versione; }
  get quale() { return this.modulo.dataset.appunti; }
  get aspetta() { return this.coda.voci.some(({ appunti }) => appunti === this.quale); }
  get cambiato() { return !this.uguale(this.registrato); }

  legge() { return Object.fromEntries(this.campi.map(({ name, value }) => [name, value])); }
  scrive(testi) { for (const campo of this.campi) campo.value = testi[campo.name] ?? campo.value; }
  uguale(testi) { return this.campi.every(({ name, value }) => value === testi[name]); }

  /** Kept at once, sent when one stops typing. */
  scritto() {
    clearTimeout(this.attesa);
    if (this.altrui === null) this.metti({ poi: true });
    this.attesa = setTimeout(() => this.coda.invia(), this.coda.linea === "presente" ? DOPO : 0);
    this.dici();
  }

  salva() {
    clearTimeout(this.attesa);
    if (this.altrui === null && (this.cambiato || this.aspetta)) this.metti();
  }

  metti(come) {
    this.coda.metti({ url: this.quale, quale: `appunti ${this.quale}`, appunti: this.quale, dati: { ...this.legge(), versione: this.versione.value } }, come);
  }

  arrivata({ voce, stato, detto }) {
    if (stato === 409 && detto.attuale) return this.conflitto(voce, detto.attuale);
    if (stato >= 400) return this.dici(detto.rifiuto?.join(" ") ?? "Non salvato: ricarica la pagina.");
    this.registrato = voce.dati;
    this.versione.value = detto.versione;
    this.alle = detto.alle;
    for (const altra of this.coda.voci) if (altra.appunti === this.quale) altra.dati.versione = detto.versione;
    this.coda.conserva();
    return this.dici();
  }

  /** The lost answer to an own save is not somebody else's text. */
  conflitto(voce, attuale) {
    this.versione.value = attuale.versione;
    this.registrato = attuale;
    if (this.campi.every(({ name }) => attuale[name] === voce.dati[name]) || this.uguale(attuale)) return this.salva();
    this.altrui = attuale;
    const riquadro = this.modulo.querySelector("[data-conflitto]");
    for (const dove of riquadro.querySelectorAll("[data-altrui]")) dove.textContent = attuale[dove.dataset.altrui];
    riquadro.hidden = false;
    this.dici();
    return annuncia(riquadro.textContent.replace(/\s+/g, " ").trim());
  }

  scegli(quale) {
    if (this.altrui === null) return;
    for (const campo of this.campi) {
      const altrui = this.altrui[campo.name];
      if (quale === "altrui") campo.value = altrui;
      if (quale === "insieme" && altrui !== campo.value) campo.value = `${altrui}\n\n${campo.value}`;
    }
    this.altrui = null;
    this.modulo.querySelector("[data-conflitto]").hidden = true;
    this.campi[0].focus();
    this.salva();
    this.dici();
  }

  /** What another one wrote comes in, unless something is being written here. */
  async guarda() {
    const occupato = () => document.hidden || !this.modulo.isConnected || this.altrui !== null || this.coda.inVolo || this.cambiato || this.aspetta;
    if (occupato() || this.coda.linea !== "presente") return;
    try {
      const risposta = await fetch(this.quale, { headers: { Accept: "application/json" }, redirect: "manual", credentials: "same-origin" });
      if (!risposta.ok) return;
      const attuale = await risposta.json();
      if (occupato() || attuale.versione <= Number(this.versione.value)) return;
      const qui = this.campi.find((campo) => campo === document.activeElement);
      const { selectionStart, selectionEnd } = qui ?? {};
      this.registrato = attuale;
      this.scrive(attuale);
      this.versione.value = attuale.versione;
      qui?.setSelectionRange(selectionStart, selectionEnd);
      this.dici("aggiornato da un’altra persona");
    } catch {
      // The line is missing: the heartbeat of the page says so.
    }
  }

  dici(testo) {
    const dove = this.modulo.querySelector("[data-salvato]");
    const altrove = this.aspetta && this.coda.linea !== "presente";
    if (!altrove) this.nelBrowserDalle = null;
    if (testo) dove.textContent = testo;
    else if (this.altrui !== null) dove.textContent = "Due testi: scegli quale tenere.";
    else if (altrove) dove.textContent = `in questo browser dalle ${this.nelBrowserDalle ??= ora()}, parte da solo`;
    else if (this.aspetta || this.cambiato) dove.textContent = "si salva…";
    else if (this.alle) dove.textContent = `✓ salvato alle ${this.alle}`;
  }
}

/** Keep all the texts of the page; the answer looks again for those that came in or went away. */
export function tieniAppunti(coda) {
  const tutti = new Map();
  const di = (dove) => tutti.get(dove?.closest?.("[data-appunti]"));
  const cerca = () => {
    const moduli = [...document.querySelectorAll("[data-appunti]")];
    for (const modulo of tutti.keys()) if (!moduli.includes(modulo)) tutti.delete(modulo);
    for (const modulo of moduli) if (!tutti.has(modulo)) tutti.set(modulo, new Appunti(coda, modulo));
  };
  cerca();
  coda.addEventListener("stato", () => { for (const uno of tutti.values()) uno.dici(); });
  coda.addEventListener("arrivata", ({ detail }) => {
    for (const uno of tutti.values()) if (uno.quale === detail.voce.appunti) uno.arrivata(detail);
  });
  document.addEventListener("input", ({ target }) => { if (target.matches?.("textarea[name]")) di(target)?.scritto(); });
  document.addEventListener("click", ({ target }) => { const b = target.closest?.("[data-tengo]"); if (b) di(b)?.scegli(b.dataset.tengo); });
  document.addEventListener("submit", (evento) => { const uno = di(evento.target); if (uno) { evento.preventDefault(); uno.salva(); } });
  setInterval(() => { for (const uno of tutti.values()) if (uno.modulo.hasAttribute("data-guarda")) uno.guarda(); }, OGNI);
  return cerca;
}
