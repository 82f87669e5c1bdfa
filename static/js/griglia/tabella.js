// The whole grid: cells by place and by key, the counts, the cell where one is.

import { Casella } from "./casella.js";

const piccolo = window.matchMedia("(max-width: 47.99rem)");

export class Tabella {
  constructor(tavola) {
    this.tavola = tavola;
    this.colonne = [...tavola.querySelectorAll("thead [data-colonna]")].map((th, posto) => ({
      th, posto, chiave: th.dataset.colonna, breve: th.dataset.breve, nome: th.querySelector(".competenza").textContent,
    }));
    this.righe = [...tavola.querySelectorAll("[data-riga]")].map((tr, posto) => this.leggi(tr, posto));
    this.caselle = this.righe.flatMap((riga) => riga.caselle);
    this.perChiave = new Map(this.caselle.map((casella) => [casella.chiave, casella]));
    this.mostrata = 0;
    this.qui = this.caselle[0];
    this.qui?.tappa(true);
  }

  leggi(tr, posto) {
    const nome = tr.querySelector('[id^="s-"]').textContent;
    const riga = { tr, posto, nome, sotto: tr.nextElementSibling?.matches(".sotto") ? tr.nextElementSibling : null };
    riga.caselle = [...tr.querySelectorAll(".cella")].map((td, i) => new Casella(td, riga, this.colonne[i]));
    return riga;
  }

  di(elemento) { return this.perChiave.get(elemento.closest("[data-casella]")?.dataset.casella); }

  in(riga, colonna) { return this.righe[riga]?.caselle[colonna]; }

  vai(casella, { fuoco = true, scorri = true } = {}) {
    if (!casella) return;
    this.qui?.tappa(false);
    this.qui = casella;
    if (piccolo.matches && casella.colonna.posto !== this.mostrata) this.mostra(casella.colonna.posto);
    casella.tappa(true);
    if (fuoco) casella.fuoco.focus({ preventScroll: true });
    if (fuoco && scorri) casella.gruppo.scrollIntoView({ block: piccolo.matches ? "center" : "nearest", inline: "nearest" });
  }

  sposta(giu, destra) {
    const { riga, colonna } = this.qui;
    this.vai(this.in(riga.posto + giu, colonna.posto + (piccolo.matches ? 0 : destra)));
  }

  /** The first cell still empty, from the column on screen on phones. */
  primaVuota() {
    const ordine = piccolo.matches
      ? [...this.righe.map((riga) => riga.caselle[this.mostrata]), ...this.caselle]
      : this.caselle;
    return ordine.find((casella) => !casella.piena);
  }

  /** On phones one competence at a time. */
  mostra(posto) {
    this.mostrata = posto;
    const chiave = this.colonne[posto].chiave;
    for (const casella of this.caselle) casella.td.classList.toggle("in-vista", casella.colonna.posto === posto);
    for (const scheda of document.querySelectorAll("[data-mostra]")) scheda.setAttribute("aria-pressed", scheda.dataset.mostra === chiave);
    for (const testo of document.querySelectorAll("[data-descrittore]")) testo.classList.toggle("in-vista", testo.dataset.descrittore === chiave);
    this.conta();
  }

  conta() {
    const fatte = this.caselle.filter((casella) => casella.piena).length;
    scrivi("[data-fatte]", fatte);
    const barra = document.querySelector("[data-barra]");
    if (barra) barra.value = fatte;
    for (const tasto of document.querySelectorAll(".legame[data-prima-vuota]")) tasto.hidden = fatte === this.caselle.length;
    this.colonne.forEach((colonna) => this.contaColonna(colonna));
    this.righe.forEach(contaRiga);
  }

  contaColonna({ th, posto, chiave }) {
    const livelli = this.righe.map((riga) => riga.caselle[posto].livello);
    const quanti = (livello) => livelli.filter((altro) => altro === livello).length;
    th.querySelector("[data-distribuzione]").textContent = ["A", "B", "C", "D"].map((l) => `${l} ${quanti(l)}`).join(", ");
    const scheda = document.querySelector(`[data-mostra="${chiave}"] [data-fatte-colonna]`);
    if (scheda) scheda.textContent = livelli.length - quanti("");
    if (posto === this.mostrata) scrivi("[data-mancano-colonna]", mancanti(quanti("")));
  }
}

const scrivi = (selettore, testo) => { for (const dove of document.querySelectorAll(selettore)) dove.textContent = testo; };

function mancanti(vuote) {
  if (!vuote) return "Questa competenza è completa";
  return `${vuote === 1 ? "Manca 1" : `Mancano ${vuote}`} in questa competenza`;
}

function contaRiga({ tr, caselle }) {
  const vuote = caselle.filter((casella) => !casella.piena).length;
  const dove = tr.querySelector("[data-stato-riga]");
  const [stato, testo] = statoRiga(vuote, caselle);
  dove.dataset.statoRiga = stato;
  dove.textContent = testo;
}

function statoRiga(vuote, caselle) {
  if (caselle.some((casella) => casella.stato === "scegli")) return ["scegli", "da scegliere"];
  if (caselle.some((casella) => casella.stato === "rifiutata")) return ["scegli", "non salvata"];
  if (!vuote) return ["completa", "completa"];
  if (vuote === caselle.length) return ["da-fare", "da fare"];
  return ["manca", vuote === 1 ? "manca 1" : `mancano ${vuote}`];
}
