// «riempi»: one level down a column, only where it is empty, or everywhere after a second thought.

import { esteso } from "./casella.js";

export class Riempi {
  constructor(tabella, applica) {
    Object.assign(this, { tabella, applica, finestra: document.getElementById("riempi") });
    this.modulo = this.finestra.querySelector("form");
    this.riletto = this.finestra.querySelector("#riempi-riletto");
    tabella.tavola.addEventListener("click", ({ target }) => {
      const th = target.closest("[data-riempi]")?.closest("[data-colonna]");
      if (th) this.apri(tabella.colonne.find((colonna) => colonna.th === th));
    });
    this.modulo.addEventListener("change", () => this.aggiorna());
    this.modulo.addEventListener("submit", () => this.riempi());
  }

  apri(colonna) {
    this.caselle = this.tabella.righe.map((riga) => riga.caselle[colonna.posto]);
    this.modulo.reset();
    const piene = this.caselle.filter((casella) => casella.piena).length;
    const dice = (nome, testo) => { this.finestra.querySelector(`[data-${nome}]`).textContent = testo; };
    dice("nome", colonna.breve);
    dice("vuote", this.caselle.length - piene);
    dice("tutte", `${this.caselle.length}, ${piene === 1 ? "1 ha già un livello" : `${piene} hanno già un livello`}`);
    this.aggiorna();
    this.finestra.showModal();
  }

  get tutte() { return this.modulo.elements["riempi-quali"].value === "tutte"; }

  aggiorna() {
    const chiede = this.tutte && this.caselle.some((casella) => casella.piena);
    this.finestra.querySelector("[data-conferma]").hidden = !chiede;
    this.riletto.required = chiede;
  }

  riempi() {
    const livello = this.modulo.elements["riempi-livello"].value;
    const scelte = this.caselle.filter((casella) => (this.tutte ? casella.livello !== livello : !casella.piena));
    this.applica(scelte.map((casella) => ({ casella, livello, motivo: "" })));
    document.dispatchEvent(new CustomEvent("annuncia", { detail: `Riempite ${scelte.length} caselle con ${esteso(livello)}` }));
  }
}
