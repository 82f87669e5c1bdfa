// Keys and clicks on the cells: letters and numbers mark and go down, arrows move.

const LETTERE = { a: "A", b: "B", c: "C", d: "D", 4: "A", 3: "B", 2: "C", 1: "D", n: "NV" };
const FRECCE = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function ascolta(tabella, { segna, svuota, annulla, primaVuota }) {
  const { tavola } = tabella;

  function comando(evento) {
    const tasto = evento.key.length === 1 ? evento.key.toLowerCase() : evento.key;
    if ((evento.ctrlKey || evento.metaKey) && tasto === "z" && !evento.shiftKey) return annulla;
    if (evento.ctrlKey || evento.metaKey || evento.altKey) return null;
    if (LETTERE[tasto]) return () => segna(tabella.qui, LETTERE[tasto]);
    if (FRECCE[tasto]) return () => tabella.sposta(...FRECCE[tasto]);
    if (["Delete", "Backspace"].includes(tasto)) return () => svuota(tabella.qui);
    if (tasto === "Home") return () => tabella.vai(tabella.qui.riga.caselle[0]);
    if (tasto === "End") return () => tabella.vai(tabella.qui.riga.caselle.at(-1));
    return tasto === "g" ? primaVuota : null;
  }

  tavola.addEventListener("keydown", (evento) => {
    if (!evento.target.closest(".cella")) return;
    const fai = comando(evento);
    if (!fai) return;
    evento.preventDefault();
    fai();
  });
  tavola.addEventListener("click", (evento) => {
    const bottone = evento.target.closest("[data-l]");
    if (!bottone) return;
    tabella.vai(tabella.di(bottone), { fuoco: false });
    segna(tabella.qui, bottone.dataset.l, { scorri: false });
  });
  tavola.addEventListener("focusin", ({ target }) => {
    const casella = target.closest(".cella") && tabella.di(target);
    if (casella && casella !== tabella.qui) tabella.vai(casella, { fuoco: false });
  });
}
