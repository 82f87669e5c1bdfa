// What was changed and is not yet in the register: sent at once, kept while there is no line.
//
// One request at a time; what changes meanwhile goes with the next one, at the version that the
// answer brings. An answer that was lost is recognised: the value found there is the own one.

import { Magazzino } from "./magazzino.js";
import { ora } from "./orologio.js";

const RIPROVA_OGNI = 10_000;
const ATTESA_MASSIMA = 20_000;
const AL_MASSIMO = 200;
const PERSA = "Questa classe non è più fra le tue: il livello non è stato salvato.";

function gettone() {
  const biscotto = /(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]+)/.exec(document.cookie);
  return biscotto?.[1] ?? document.querySelector('meta[name="csrf"]')?.content;
}

export async function manda(url, metodo, corpo, tipo = "application/json") {
  return fetch(url, {
    method: metodo,
    headers: { "X-CSRFToken": gettone(), "Content-Type": tipo, Accept: "application/json" },
    body: corpo,
    redirect: "manual",
    credentials: "same-origin",
    signal: AbortSignal.timeout(ATTESA_MASSIMA),
  });
}

/** An answer that is the way to the login, not an answer. */
export const daRientrare = (risposta) => risposta.type === "opaqueredirect" || [401, 403].includes(risposta.status);

export class Coda extends EventTarget {
  constructor(url, chiave) {
    super();
    Object.assign(this, { url, magazzino: new Magazzino(chiave), attesa: new Map(), inVolo: null, linea: "presente", alle: "" });
    window.addEventListener("online", () => this.riprova());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.riprova(); });
    setInterval(() => { if (this.linea === "assente") this.riprova(); }, RIPROVA_OGNI);
  }

  get daInviare() { return [...this.attesa.values()].filter(({ casella }) => !["scegli", "rifiutata"].includes(casella.stato)); }

  metti(casella) {
    const voce = { casella, forse: this.attesa.get(casella.chiave)?.forse ?? [], ora: ora() };
    Object.assign(casella, { altra: null, rifiuto: "", stato: this.linea === "presente" ? "attesa" : "browser" });
    this.attesa.set(casella.chiave, voce);
    this.conserva(voce);
    casella.disegna();
    queueMicrotask(() => this.invia());
  }

  /** Take up again what an earlier page left in this browser. */
  riprendi(casella, { l: livello, v: versione, f: forse, o: quando }) {
    casella.metti({ livello });
    Object.assign(casella, { versione, stato: "attesa" });
    this.attesa.set(casella.chiave, { casella, forse: forse ?? [], ora: quando });
    casella.disegna();
  }

  conserva({ casella, forse, ora: quando }) {
    this.magazzino.cambia(casella.chiave, { l: casella.livello, v: casella.versione, f: forse, o: quando });
  }

  togli(casella) {
    this.attesa.delete(casella.chiave);
    this.magazzino.cambia(casella.chiave, null);
    casella.stato = casella.riposo();
    casella.disegna();
  }

  riprova() {
    if (this.linea === "sessione" && !this.daInviare.length) return;
    return this.invia({ comunque: true });
  }

  async invia({ comunque = false } = {}) {
    if (this.inVolo || (this.linea !== "presente" && !comunque)) return this.inVolo;
    const lotto = this.daInviare.slice(0, AL_MASSIMO);
    if (!lotto.length) return this.avvisa();
    this.inVolo = this.spedisci(lotto.map((voce) => ({ voce, casella: voce.casella, ...voce.casella.contenuto, versione: voce.casella.versione })));
    const arrivato = await this.inVolo;
    this.inVolo = null;
    this.avvisa();
    return arrivato ? this.invia() : undefined;
  }

  async spedisci(inviate) {
    for (const { voce, casella, livello } of inviate) {
      voce.forse = [...new Set([...voce.forse, livello])];
      this.conserva(voce);
      Object.assign(casella, { stato: "invio" }).disegna();
    }
    this.avvisa();
    const corpo = inviate.map(({ casella, livello, motivo, versione }) => ({ iscrizione: casella.iscrizione, competenza: casella.competenza, livello, motivo, versione }));
    try {
      const risposta = await manda(this.url, "PATCH", JSON.stringify(corpo));
      if (daRientrare(risposta)) return this.ferma("sessione");
      if (risposta.status === 404) return this.arrivata({ rifiuto: [PERSA] }, inviate);
      if (risposta.status >= 500) return this.ferma("assente");
      return this.arrivata(await risposta.json(), inviate);
    } catch {
      return this.ferma("assente");
    }
  }

  ferma(linea) {
    this.linea = linea;
    for (const { casella } of this.daInviare) Object.assign(casella, { stato: "browser" }).disegna();
    return false;
  }

  arrivata({ celle = [], rifiuto = [], salvato_alle: alle }, inviate) {
    this.linea = "presente";
    if (rifiuto.length) for (const { casella } of inviate) this.rifiuta(casella, rifiuto.join(" "));
    celle.forEach((esito, i) => this.esito(esito, inviate[i]));
    if (celle.some(({ esito }) => esito === "salvata")) this.alle = alle;
    for (const { casella } of this.daInviare) Object.assign(casella, { stato: "attesa" }).disegna();
    return true;
  }

  esito({ esito, versione, testo, altra }, inviata) {
    if (esito === "rifiutata") return this.rifiuta(inviata.casella, testo);
    if (esito === "conflitto") return this.conflitto(versione, altra, inviata);
    this.salvata(versione, inviata);
  }

  salvata(versione, { voce, casella, livello, motivo }) {
    casella.registrata({ livello, motivo }, versione);
    voce.forse = [];
    if (casella.uguale({ livello, motivo })) this.togli(casella);
    else this.conserva(voce);
  }

  conflitto(versione, altra, { voce, casella }) {
    const propria = altra.mia && voce.forse.includes(altra.livello);
    if (!propria) Object.assign(casella, { altra: { ...altra, versione }, stato: "scegli" }).disegna();
    casella.registrata({ livello: altra.livello, motivo: altra.motivo }, propria ? versione : casella.versione);
    voce.forse = [];
    if (!propria) this.dispatchEvent(new CustomEvent("conflitto", { detail: { casella, ora: voce.ora } }));
  }

  rifiuta(casella, testo) {
    Object.assign(casella, { rifiuto: testo, stato: "rifiutata" }).disegna();
    this.dispatchEvent(new CustomEvent("rifiuto", { detail: { casella, testo } }));
  }

  avvisa() { this.dispatchEvent(new Event("stato")); }

  /** Once all that can go has gone: true when nothing is left behind. */
  async svuota() {
    await this.inVolo;
    await this.invia({ comunque: true });
    return this.attesa.size === 0;
  }
}
