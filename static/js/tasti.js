// Keys of the lists: J K rows, Invio opens, S does it, P reason, ? all keys, / search.
// Single letters only outside fields, and they can be switched off (stored in this browser).

const CHIAVE = "lettere-spente";
const finestra = document.getElementById("tasti");
const interruttore = finestra?.querySelector("[data-lettere]");

const inUnCampo = (elemento) => elemento.closest?.("input, textarea, select, [contenteditable]");
const voci = () => [...document.querySelectorAll("[data-voci] > [data-voce], [data-voci] tbody > [data-voce]")];
const scelta = () => document.querySelector("[data-voce][data-scelta]");

function scegli(voce) {
  scelta()?.removeAttribute("data-scelta");
  if (!voce) return;
  voce.setAttribute("data-scelta", "");
  voce.tabIndex = -1;
  voce.focus();
  voce.scrollIntoView({ block: "nearest" });
}

function scorri(passo) {
  const tutte = voci();
  const dove = tutte.indexOf(scelta());
  scegli(tutte[Math.min(Math.max(dove + passo, 0), tutte.length - 1)]);
}

function apriPerche() {
  const qui = document.activeElement;
  const legame = qui?.matches("[data-perche]") ? qui : (qui?.closest("td, [data-voce]") ?? scelta())?.querySelector("[data-perche]");
  legame?.click();
}

const COMANDI = {
  j: () => scorri(1),
  k: () => scorri(-1),
  s: () => scelta()?.querySelector("[data-fai]")?.click(),
  p: apriPerche,
  "?": () => finestra?.showModal(),
  "/": () => document.querySelector("[data-cerca]")?.focus(),
};

function alTasto(evento) {
  const tasto = evento.key.toLowerCase();
  if (evento.ctrlKey || evento.metaKey || evento.altKey || evento.defaultPrevented) return;
  if (inUnCampo(evento.target) || document.querySelector("dialog[open]")) return;
  if (tasto === "enter" && evento.target === scelta()) return void (scelta().querySelector("[data-apri]") ?? scelta().querySelector("a"))?.click();
  if (!interruttore?.checked || !COMANDI[tasto]) return;
  evento.preventDefault();
  COMANDI[tasto]();
}

if (interruttore) {
  interruttore.checked = localStorage.getItem(CHIAVE) !== "si";
  interruttore.addEventListener("change", () => localStorage.setItem(CHIAVE, interruttore.checked ? "no" : "si"));
}
document.addEventListener("keydown", alTasto);
