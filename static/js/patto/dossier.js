// The dossier: Alt and an arrow move the evidence that has the focus; a button asks for all hours.
//
// What counts and what is cut comes from the server: here nothing is decided.

const DESTINAZIONI = { dossier: "#evidenze", crediti: "#conto" };
const FRECCE = { ArrowUp: "su", ArrowDown: "giu" };

const gettone = () => document.querySelector('meta[name="csrf"]')?.content ?? "";

/** The focus goes with the evidence; the sums arrive with the new order. */
function muovi(evento) {
  const dove = evento.altKey && FRECCE[evento.key];
  const riga = evento.target.closest?.("[data-sposta]");
  if (!dove || !riga || riga.dataset.versione === undefined) return;
  evento.preventDefault();
  const da = riga.closest("[data-lista]").dataset.lista;
  const fuoco = (evento.target.closest("[id]") ?? riga.querySelector("a[id]"))?.id;
  window.htmx
    .ajax("POST", riga.dataset.sposta, {
      target: DESTINAZIONI[da],
      swap: "outerHTML",
      values: { dove, da, versione: riga.dataset.versione },
      headers: { "X-CSRFToken": gettone() },
    })
    .then(() => document.getElementById(fuoco)?.focus());
}

/** All the hours that the competences of an axis have. */
function chiediTutte(evento) {
  const tasto = evento.target.closest?.("[data-tutte]");
  if (!tasto) return;
  const campi = [...tasto.closest("fieldset").querySelectorAll("[data-previste]")];
  for (const campo of campi) campo.value = campo.dataset.previste;
  campi.at(-1)?.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("keydown", muovi);
document.addEventListener("click", chiediTutte);
