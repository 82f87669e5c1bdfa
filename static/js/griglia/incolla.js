// A block from a spreadsheet: the server reads it, the person sees what changes, then it goes in.

import { daRientrare, manda } from "./coda.js";
import { scritto } from "./casella.js";

const SENZA_LINEA = "Per leggere il blocco serve la linea: riprova quando torna.";

export class Incolla {
  constructor(tabella, applica) {
    Object.assign(this, { tabella, applica, finestra: document.getElementById("incolla") });
    document.addEventListener("paste", (evento) => this.incollato(evento));
    this.finestra.querySelector("[data-incolla]").addEventListener("click", () => this.conferma());
  }

  async incollato(evento) {
    if (!evento.target.closest?.(".griglia .cella")) return;
    const testo = evento.clipboardData.getData("text/plain");
    if (!testo.trim()) return;
    evento.preventDefault();
    this.mostra(await this.leggi(testo));
  }

  async leggi(testo) {
    const { riga, colonna } = this.tabella.qui;
    const corpo = new URLSearchParams({ testo, riga: riga.posto, colonna: colonna.posto });
    try {
      const risposta = await manda(this.tabella.tavola.dataset.incolla, "POST", corpo, "application/x-www-form-urlencoded");
      if (daRientrare(risposta)) return { modifiche: [], errori: ["Sessione scaduta: rientra e incolla di nuovo."] };
      return await risposta.json();
    } catch {
      return { modifiche: [], errori: [SENZA_LINEA] };
    }
  }

  mostra({ modifiche, errori }) {
    this.modifiche = modifiche
      .map(({ chiave, livello }) => ({ casella: this.tabella.perChiave.get(chiave), livello }))
      .filter(({ casella, livello }) => casella && casella.livello !== livello);
    const cosa = (nome) => this.finestra.querySelector(`[data-${nome}]`);
    cosa("errori").hidden = !errori.length;
    cosa("bene").hidden = errori.length > 0;
    cosa("errori").querySelector("ul").replaceChildren(...errori.map((testo) => Object.assign(document.createElement("li"), { textContent: testo })));
    cosa("quante").textContent = this.frase();
    this.finestra.querySelector("tbody").replaceChildren(...this.modifiche.map(rigaDi));
    this.finestra.querySelector(".anteprima").hidden = !this.modifiche.length;
    cosa("con-nv").hidden = !this.senzaMotivo.length;
    cosa("incolla").hidden = !this.modifiche.length;
    this.finestra.showModal();
  }

  get senzaMotivo() { return this.modifiche.filter(({ livello }) => livello === "NV"); }

  frase() {
    const cambiano = this.modifiche.length;
    if (!cambiano) return "Il blocco è già tutto nella griglia: non cambia nulla.";
    const sostituite = this.modifiche.filter(({ casella }) => casella.piena).length;
    const caselle = cambiano === 1 ? "Cambia 1 casella" : `Cambiano ${cambiano} caselle`;
    if (!sostituite) return `${caselle}, tutte ora vuote.`;
    return `${caselle}; ${sostituite === 1 ? "1 ha già un livello, che viene sostituito" : `${sostituite} hanno già un livello, che viene sostituito`}.`;
  }

  conferma() {
    const campo = this.finestra.querySelector("#incolla-motivo");
    const motivo = campo.value.trim();
    if (this.senzaMotivo.length && !motivo) {
      campo.setCustomValidity("«Non valutato» vuole un motivo.");
      campo.reportValidity();
      campo.setCustomValidity("");
      return;
    }
    this.finestra.close();
    this.applica(this.modifiche.map(({ casella, livello }) => ({ casella, livello, motivo })));
  }
}

function rigaDi({ casella, livello }) {
  const tr = document.createElement("tr");
  const testi = [casella.riga.nome, casella.colonna.breve, casella.piena ? scritto(casella.livello) : "vuota", scritto(livello)];
  tr.append(...testi.map((testo) => Object.assign(document.createElement("td"), { textContent: testo })));
  return tr;
}
