// «Non valutato» wants a reason: asked under the row, one for a student, good for several cells.

import { sotto } from "./strisce.js";

const modello = (nome) => document.getElementById(`modello-${nome}`).content.firstElementChild.cloneNode(true);
const elenco = (nomi) => nomi.join(", ").replace(/, ([^,]*)$/, " e $1");

export class Motivi {
  /** segna(caselle, motivo): what to do once the reason is known. */
  constructor(tabella, segna) {
    Object.assign(this, { tabella, segna });
    for (const riga of tabella.righe) this.ascolta(riga, riga.sotto);
  }

  nota(riga) { return riga.caselle.find((casella) => casella.livello === "NV" && casella.motivo)?.motivo; }

  /** Mark as not assessed: the student's known reason serves again, otherwise it is asked. */
  nonValutato(casella) {
    const noto = this.nota(casella.riga);
    if (noto) return this.segna([casella], noto);
    this.chiedi([casella]);
    return false;
  }

  chiedi(caselle, motivo = "") {
    const { riga } = caselle[0];
    this.aperto?.remove();
    const modulo = modello("chiedi-motivo");
    modulo.querySelector("[data-chi]").textContent = riga.nome;
    modulo.querySelector("[data-dove]").textContent = elenco(caselle.map(({ colonna }) => colonna.breve));
    const campo = modulo.querySelector("input");
    campo.value = motivo;
    this.aperto = sotto(riga, "chiedi", [modulo]);
    const chiudi = () => { this.aperto.remove(); this.tabella.vai(caselle[0]); };
    modulo.addEventListener("submit", (evento) => {
      evento.preventDefault();
      if (!campo.value.trim()) return campo.reportValidity();
      chiudi();
      this.segna(caselle, campo.value.trim());
    });
    modulo.querySelector("[data-annulla]").addEventListener("click", chiudi);
    modulo.addEventListener("keydown", (evento) => { if (evento.key === "Escape") chiudi(); });
    campo.focus();
  }

  ascolta(riga, tr) {
    if (!tr) return;
    riga.sotto = tr;
    for (const tasto of tr.querySelectorAll("[data-cambia-motivo]")) {
      const { motivoTesto } = tasto.closest("[data-motivo-testo]").dataset;
      tasto.addEventListener("click", () => this.chiedi(this.con(riga, motivoTesto), motivoTesto));
    }
  }

  con(riga, motivo) { return riga.caselle.filter((casella) => casella.livello === "NV" && casella.motivo === motivo); }

  disegna(riga) {
    riga.sotto?.remove();
    riga.sotto = null;
    const motivi = [...new Set(riga.caselle.filter(({ livello }) => livello === "NV").map(({ motivo }) => motivo))].filter(Boolean);
    if (!motivi.length) return;
    this.ascolta(riga, sotto(riga, "motivi", motivi.map((motivo) => this.pezzo(riga, motivo))));
  }

  pezzo(riga, motivo) {
    const testo = modello("motivo");
    testo.dataset.motivoTesto = motivo;
    testo.querySelector("[data-dove]").textContent = elenco(this.con(riga, motivo).map(({ colonna }) => colonna.breve));
    testo.querySelector("[data-testo]").textContent = motivo;
    return testo;
  }
}
