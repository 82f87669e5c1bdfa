// The check of the titles: A R X on the row that is chosen, N the next application, and the
// evidence of that row beside.
//
// Without this script everything works with buttons and links, one row's evidence at a time.

const SPENTE = "lettere-spente";
const TASTI = new Set(["a", "r", "x", "n"]);

const inUnCampo = (elemento) => elemento.closest?.("input, textarea, select, [contenteditable]");
const scelta = () => document.querySelector("#verifica [data-voce][data-scelta]");

/** The evidence of a row takes the place of that of another. */
function mostraProve(riga) {
  const sue = riga && document.getElementById(riga.dataset.prova);
  if (!sue) return;
  for (const una of document.querySelectorAll(".ver-prova")) una.hidden = una !== sue;
}

function alTasto(evento) {
  const tasto = evento.key.toLowerCase();
  if (evento.ctrlKey || evento.metaKey || evento.altKey || evento.defaultPrevented) return;
  if (!TASTI.has(tasto) || inUnCampo(evento.target) || document.querySelector("dialog[open]")) return;
  if (localStorage.getItem(SPENTE) === "si") return;
  const dove = tasto === "n" ? document.getElementById("verifica") : scelta();
  const comando = dove?.querySelector(`[data-tasto="${tasto}"]`);
  if (!comando) return;
  evento.preventDefault();
  comando.click();
}

/** The row that one is on is the chosen one, whether reached with a key, the mouse or a finger. */
function suUnaRiga(evento) {
  const riga = evento.target.closest?.("#verifica [data-voce]");
  if (!riga) return;
  for (const una of document.querySelectorAll("#verifica [data-voce][data-scelta]")) {
    if (una !== riga) una.removeAttribute("data-scelta");
  }
  riga.setAttribute("data-scelta", "");
  mostraProve(riga);
}

/** After an act the focus goes to the form that is open, else to the next row to decide. */
function arrivata(evento) {
  if (evento.detail.target?.id !== "verifica" && evento.detail.elt?.id !== "verifica") return;
  const riga = scelta();
  mostraProve(riga);
  if (document.querySelector("#verifica #errori")) return;
  const campo = riga?.querySelector(".ver-decisione :is(input:not([type=hidden]), select, textarea)");
  const dove = campo ?? riga ?? document.querySelector(".ver-chiusura button");
  if (!dove) return;
  if (dove === riga) dove.tabIndex = -1;
  dove.focus({ preventScroll: true });
  dove.scrollIntoView({ block: "nearest" });
}

/** A reason already written goes in the field, where it can be changed. */
function motivoScelto(evento) {
  if (evento.target.name !== "recente" || !evento.target.value) return;
  const motivo = evento.target.form?.elements.motivo;
  if (!motivo) return;
  motivo.value = evento.target.value;
  evento.target.value = "";
  motivo.focus();
}

document.addEventListener("keydown", alTasto);
document.addEventListener("focusin", suUnaRiga);
document.addEventListener("click", suUnaRiga);
document.addEventListener("change", motivoScelto);
document.addEventListener("htmx:afterSettle", arrivata);
mostraProve(scelta());
