// The board of a class: arrows move between cells, Invio opens the reason in the drawer.
//
// One cell at a time is in the tab order, as in a grid. Cells are plain links: without this script
// each opens its reason as a page. A cell that an act has rewritten gets the focus back by its id.

const tabella = document.getElementById("quadro");
const cassetto = document.getElementById("cassetto");
let aperta = null;

const casella = (elemento) => elemento?.closest?.("#quadro tbody td[id]");
const legami = () => [...tabella.querySelectorAll("tbody a")];

function prendi(legame) {
  if (!legame) return;
  for (const altro of tabella.querySelectorAll('tbody a[tabindex="0"]')) altro.tabIndex = -1;
  legame.tabIndex = 0;
  legame.focus();
}

/** The nearest cell with a link in a direction, skipping languages that are not studied. */
function accanto(cella, righe, colonne) {
  const corpo = tabella.tBodies[0].rows;
  let riga = cella.parentElement.sectionRowIndex + righe;
  let colonna = cella.cellIndex + colonne;
  while (corpo[riga]?.cells[colonna]) {
    const legame = corpo[riga].cells[colonna].querySelector("a");
    if (legame) return legame;
    riga += righe;
    colonna += colonne;
  }
  return null;
}

const agliEstremi = (cella) => [...cella.parentElement.querySelectorAll("a")];
const MOSSE = {
  ArrowUp: (cella) => accanto(cella, -1, 0),
  ArrowDown: (cella) => accanto(cella, 1, 0),
  ArrowLeft: (cella) => accanto(cella, 0, -1),
  ArrowRight: (cella) => accanto(cella, 0, 1),
  Home: (cella) => agliEstremi(cella)[0],
  End: (cella) => agliEstremi(cella).at(-1),
};

function alTasto(evento) {
  const cella = casella(evento.target);
  const mossa = MOSSE[evento.key];
  if (!cella || !mossa || evento.altKey || evento.ctrlKey || evento.metaKey) return;
  evento.preventDefault();
  prendi(mossa(cella));
}

function apri(evento) {
  const cella = casella(evento.target);
  if (!cella || evento.ctrlKey || evento.metaKey || evento.shiftKey || !window.htmx) return;
  evento.preventDefault();
  const legame = cella.querySelector("a");
  segna(cella.id);
  window.htmx.ajax("GET", legame.href, { source: legame, target: cassetto });
}

function segna(id) {
  for (const legame of tabella.querySelectorAll("a[aria-expanded]")) legame.removeAttribute("aria-expanded");
  aperta = id;
  document.getElementById(id)?.querySelector("a").setAttribute("aria-expanded", "true");
}

/** The drawer is closed: back to its cell, even if an act has rewritten it meanwhile. */
function chiuso() {
  if (!cassetto.hidden || !aperta) return;
  const legame = document.getElementById(aperta)?.querySelector("a");
  legame?.removeAttribute("aria-expanded");
  aperta = null;
  prendi(legame);
}

function riscritta(evento) {
  if (!casella(evento.detail.target) && evento.detail.target?.id !== aperta) return;
  prontePerTab();
  if (aperta) segna(aperta);
}

function prontePerTab() {
  const tutti = legami();
  const scelto = tutti.find((legame) => legame.tabIndex === 0 && legame.hasAttribute("tabindex"));
  for (const legame of tutti) legame.tabIndex = -1;
  if (tutti.length) (scelto ?? tutti[0]).tabIndex = 0;
}

if (tabella) {
  prontePerTab();
  tabella.addEventListener("keydown", alTasto);
  tabella.addEventListener("click", apri);
  tabella.addEventListener("focusin", (evento) => {
    const legame = evento.target.closest("tbody a");
    if (legame && legame.tabIndex !== 0) prendi(legame);
  });
  document.addEventListener("htmx:oobAfterSwap", riscritta);
  new MutationObserver(chiuso).observe(cassetto, { attributeFilter: ["hidden"] });
}
