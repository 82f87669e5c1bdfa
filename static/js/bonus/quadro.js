// The board of the bonus: a digit on the points of an area opens them to be tried.
//
// Points, percentages and amounts come from the server: here nothing is computed. Without this
// script an area is tried from its reason.

let prima = null;

const cella = (elemento) => elemento?.closest?.("[data-provabile]");

function apri(dove, cifra) {
  const forma = document.getElementById("cella-nuova").content.firstElementChild.cloneNode(true);
  forma.elements.cella.value = dove.dataset.provabile;
  prima = { dove, contenuto: [...dove.childNodes] };
  dove.replaceChildren(forma);
  window.htmx.process(forma);
  forma.elements.punti.value = cifra;
  forma.elements.punti.focus();
}

function annulla() {
  const { dove, contenuto } = prima;
  prima = null;
  dove.replaceChildren(...contenuto);
  dove.querySelector("a")?.focus();
}

function alTasto(evento) {
  const dove = cella(evento.target);
  if (!dove || evento.altKey || evento.ctrlKey || evento.metaKey) return;
  if (evento.key === "Escape" && prima?.dove === dove) {
    evento.preventDefault();
    evento.stopPropagation();
    annulla();
  } else if (/^[0-9]$/.test(evento.key) && evento.target.matches("a") && !prima) {
    evento.preventDefault();
    apri(dove, evento.key);
  }
}

/** The answer takes the place of the board: the focus goes to what is on trial. */
function arrivato(evento) {
  if (evento.detail.target?.id !== "quadro") return;
  prima = null;
  document.getElementById("cella-in-prova")?.focus();
}

document.addEventListener("keydown", alTasto, true);
document.addEventListener("htmx:afterSettle", arrivato);
