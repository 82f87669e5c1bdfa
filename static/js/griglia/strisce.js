// What opens under a row: two different values, a refusal.

import { esteso, scritto } from "./casella.js";

const modello = (nome) => document.getElementById(`modello-${nome}`).content.firstElementChild.cloneNode(true);

/** A full-width row under a student's one: "motivi" next to it, "scegli" and "chiedi" after. */
export function sotto(riga, genere, contenuto) {
  const tr = modello("sotto");
  tr.dataset[genere] = riga.caselle[0].iscrizione;
  tr.firstElementChild.colSpan = riga.caselle.length + 2;
  tr.firstElementChild.append(...contenuto);
  (genere === "motivi" ? riga.tr : ultima(riga.tr)).after(tr);
  return tr;
}

function ultima(tr) {
  const dopo = tr.nextElementSibling;
  return dopo?.matches(".sotto") ? ultima(dopo) : tr;
}

const riempi = (pezzo, testi) => {
  for (const [chiave, testo] of Object.entries(testi)) pezzo.querySelector(`[data-${chiave}]`).textContent = testo;
};

const annuncia = (testo) => document.dispatchEvent(new CustomEvent("annuncia", { detail: testo }));

export class Strisce {
  constructor(tabella, coda) {
    Object.assign(this, { tabella, coda, aperte: new Map() });
    coda.addEventListener("conflitto", ({ detail }) => this.conflitto(detail));
    coda.addEventListener("rifiuto", ({ detail }) => this.rifiuto(detail));
    coda.addEventListener("stato", () => this.sfoltisci());
  }

  apri(casella, pezzo) {
    this.chiudi(casella);
    this.aperte.set(casella, sotto(casella.riga, "scegli", [pezzo]));
    pezzo.setAttribute("aria-label", pezzo.querySelector("strong").textContent);
    annuncia(pezzo.querySelector("p").textContent);
  }

  chiudi(casella) {
    this.aperte.get(casella)?.remove();
    this.aperte.delete(casella);
  }

  /** A strip whose cell has been decided in another way goes. */
  sfoltisci() {
    for (const casella of [...this.aperte.keys()]) if (!["scegli", "rifiutata"].includes(casella.stato)) this.chiudi(casella);
    this.tabella.conta();
  }

  conflitto({ casella, ora }) {
    const { altra } = casella;
    const pezzo = modello("conflitto");
    const verbo = altra.mia ? "in un’altra finestra hai" : `${altra.autore} aveva`;
    riempi(pezzo, {
      dove: `${casella.riga.nome}, ${casella.colonna.breve}`,
      tu: casella.livello ? `Alle ${ora} tu hai segnato ${esteso(casella.livello)}` : `Alle ${ora} tu hai svuotato la casella`,
      altro: altra.livello ? `${altra.quando} ${verbo} segnato ${esteso(altra.livello)}` : `${altra.quando} ${verbo} svuotato la casella`,
      resta: scritto(altra.livello), mio: scritto(casella.livello),
      tieni: `Tieni ${scritto(casella.livello)}, il mio`, prendi: `Prendi ${scritto(altra.livello)}`,
      scrivi: `Scrivi a ${altra.autore}`,
    });
    this.posta(pezzo.querySelector("[data-scrivi]"), casella);
    pezzo.querySelector("[data-tieni]").addEventListener("click", () => this.tieni(casella));
    pezzo.querySelector("[data-prendi]").addEventListener("click", () => this.prendi(casella));
    this.apri(casella, pezzo);
  }

  posta(legame, { altra, riga, colonna }) {
    legame.hidden = !altra.email;
    const oggetto = `${document.querySelector("h1").textContent.trim()}: ${riga.nome}, ${colonna.breve}`;
    legame.href = `mailto:${altra.email}?subject=${encodeURIComponent(oggetto)}`;
  }

  tieni(casella) {
    casella.versione = casella.altra.versione;
    this.coda.metti(casella);
    this.finita(casella);
  }

  prendi(casella) {
    const { livello, motivo, versione } = casella.altra;
    casella.metti({ livello, motivo });
    Object.assign(casella, { altra: null, versione });
    this.coda.togli(casella);
    this.finita(casella);
  }

  rifiuto({ casella, testo }) {
    const pezzo = modello("rifiuto");
    riempi(pezzo, { dove: `${casella.riga.nome}, ${casella.colonna.breve} (${scritto(casella.livello)})`, testo });
    pezzo.querySelector("[data-rimetti]").addEventListener("click", () => this.rimetti(casella));
    this.apri(casella, pezzo);
  }

  rimetti(casella) {
    casella.metti(casella.registrato);
    this.coda.togli(casella);
    this.finita(casella);
  }

  finita(casella) {
    this.chiudi(casella);
    this.tabella.vai(casella);
    this.coda.avvisa();
  }
}
