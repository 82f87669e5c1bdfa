// What the page says about itself: saved or not in the header, the bars for line and session.

import { ora } from "./orologio.js";

const telefono = window.matchMedia("(hover: none) and (pointer: coarse)");
const annuncia = (testo) => document.dispatchEvent(new CustomEvent("annuncia", { detail: testo }));
const livelli = (n) => (n === 1 ? "1 livello è" : `${n} livelli sono`);

export class Testata {
  constructor(coda) {
    this.coda = coda;
    this.dove = document.getElementById("salvato");
    this.linea = document.getElementById("linea-assente");
    this.sessione = document.getElementById("sessione-scaduta");
    coda.alle = this.dove.dataset.alle;
    coda.addEventListener("stato", () => this.disegna());
    document.addEventListener("click", ({ target }) => { if (target.closest?.("[data-invia]")) coda.riprova(); });
    window.addEventListener("beforeunload", (evento) => { if (coda.daInviare.length) evento.preventDefault(); });
  }

  quanti(...stati) { return [...this.coda.attesa.values()].filter(({ casella }) => stati.includes(casella.stato)).length; }

  disegna() {
    const tranne = this.tranne();
    const tutto = this.coda.alle ? `Tutto salvato alle ${this.coda.alle}` : "Ogni livello si salva da solo";
    const testo = this.dove.querySelector("[data-salvato-testo]");
    testo.classList.toggle("con-spunta", Boolean(this.coda.alle));
    testo.textContent = tutto;
    this.dove.querySelector("[data-salvato-tranne]").textContent = tranne.length ? `tranne ${tranne.join(" e ")}` : "";
    this.barre();
  }

  tranne() {
    const parti = [
      [this.quanti("attesa", "invio"), "in invio"],
      [this.quanti("browser"), telefono.matches ? "nel telefono" : "nel computer"],
      [this.quanti("scegli"), "da scegliere"],
      [this.quanti("rifiutata"), "non accettato"],
    ];
    return parti.filter(([quanti]) => quanti).map(([quanti, come]) => `${quanti} ${come}`);
  }

  barre() {
    const { linea } = this.coda;
    const mancava = !this.linea.hidden;
    if (linea === "assente" && !mancava) this.linea.querySelector("[data-da]").textContent = ` dalle ${ora()}`;
    if (linea === "assente") {
      const posto = telefono.matches ? "nel telefono" : "nel computer";
      const quanti = this.quanti("browser");
      this.linea.querySelector("[data-modifiche]").textContent = `Si può continuare: ${livelli(quanti)} ${posto} e ${quanti === 1 ? "parte da solo" : "partono da soli"}.`;
    }
    this.mostra(this.linea, linea === "assente");
    this.mostra(this.sessione, linea === "sessione");
    if (mancava && linea === "presente") annuncia("La linea è tornata: i livelli sono stati inviati.");
  }

  mostra(barra, si) {
    if (barra.hidden !== si) return;
    barra.hidden = !si;
    if (si) annuncia(barra.textContent.replace(/\s+/g, " ").trim());
  }
}
