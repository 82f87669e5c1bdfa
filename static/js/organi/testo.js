// Editor of premises and text: rows added from the book of phrases, moved by keyboard and by drag.
//
// Everything hangs on the document, because the live screen puts the editor in and takes it out.
// What changed is told to the form with "riordinata": HTMX keeps it, js/linea.js holds what could
// not leave. Without this file rows are typed one at a time and sent with the button.

const SU = "ArrowUp";
const GIU = "ArrowDown";
let trascinata = null;

const annuncia = (testo) => document.dispatchEvent(new CustomEvent("annuncia", { detail: testo }));
const righeDi = (insieme) => [...insieme.querySelectorAll("[data-righe] > [data-premessa]")];
const vuota = (riga) => !riga.querySelector("textarea").value.trim();

function prepara(radice = document) {
  for (const insieme of radice.querySelectorAll("[data-premesse]")) {
    for (const nascosto of insieme.querySelectorAll("[data-aggiungi], [data-frasario], [data-maniglia], [data-togli]")) {
      nascosto.hidden = false;
    }
    for (const nuova of insieme.querySelectorAll("template[data-nuova]")) preparaModello(nuova);
  }
  for (const tasto of radice.querySelectorAll("form[hx-patch][data-testo] [data-senza-script]")) tasto.hidden = true;
}

function preparaModello(modello) {
  for (const nascosto of modello.content.querySelectorAll("[data-maniglia], [data-togli]")) nascosto.hidden = false;
}

const cambiata = (insieme) => insieme.closest("form").dispatchEvent(new CustomEvent("riordinata", { bubbles: true }));

/** The empty row at the end, or a new one there. */
function rigaLibera(insieme) {
  const ultima = righeDi(insieme).at(-1);
  if (ultima && vuota(ultima)) return ultima;
  const nuova = insieme.querySelector("template[data-nuova]").content.firstElementChild.cloneNode(true);
  insieme.querySelector("[data-righe]").append(nuova);
  return nuova;
}

function aggiungi(insieme) {
  rigaLibera(insieme).querySelector("textarea").focus();
}

function scegli(tasto) {
  const insieme = tasto.closest("[data-premesse]");
  const riga = rigaLibera(insieme);
  riga.querySelector("select").value = tasto.dataset.parola;
  riga.querySelector("textarea").value = tasto.dataset.frase;
  annuncia(`Aggiunta la premessa n. ${righeDi(insieme).length}`);
  cambiata(insieme);
}

function togli(riga) {
  const insieme = riga.closest("[data-premesse]");
  const vicina = riga.nextElementSibling ?? riga.previousElementSibling;
  riga.remove();
  (vicina ?? rigaLibera(insieme)).querySelector("textarea").focus();
  cambiata(insieme);
}

function sposta(riga, verso) {
  const altra = verso === SU ? riga.previousElementSibling : riga.nextElementSibling;
  if (!altra) return;
  const fuoco = document.activeElement;
  altra[verso === SU ? "before" : "after"](riga);
  fuoco.focus();
  const insieme = riga.closest("[data-premesse]");
  annuncia(`Premessa al posto ${righeDi(insieme).indexOf(riga) + 1}`);
  cambiata(insieme);
}

function filtra(campo) {
  const insieme = campo.closest("[data-frasario]");
  const parole = campo.value.toLowerCase().split(/\s+/).filter(Boolean);
  let trovate = 0;
  for (const tasto of insieme.querySelectorAll("[data-frase]")) {
    const testo = `${tasto.dataset.parola} ${tasto.dataset.frase}`.toLowerCase();
    tasto.parentElement.hidden = !parole.every((parola) => testo.includes(parola));
    if (!tasto.parentElement.hidden) trovate += 1;
  }
  for (const gruppo of insieme.querySelectorAll("[data-gruppo]")) {
    gruppo.hidden = !gruppo.querySelector("li:not([hidden])");
  }
  insieme.querySelector("[data-nessuna]").hidden = trovate > 0;
}

function alClic({ target }) {
  const su = (selettore) => target.closest?.(selettore);
  if (su("[data-aggiungi]")) aggiungi(su("[data-premesse]"));
  else if (su("[data-frase]")) scegli(su("[data-frase]"));
  else if (su("[data-premessa] [data-togli]")) togli(su("[data-premessa]"));
}

function alTasto(evento) {
  const riga = evento.target.closest?.("[data-premessa]");
  if (!riga || !evento.altKey || ![SU, GIU].includes(evento.key)) return;
  evento.preventDefault();
  sposta(riga, evento.key);
}

const sopra = (riga, y) => {
  const { top, height } = riga.getBoundingClientRect();
  return y < top + height / 2;
};

function segna(riga, y) {
  for (const altra of document.querySelectorAll(".premessa.sopra, .premessa.sotto")) altra.classList.remove("sopra", "sotto");
  if (riga) riga.classList.add(sopra(riga, y) ? "sopra" : "sotto");
}

/** The row under the pointer, if what is dragged comes from the same list. */
function bersaglio(evento) {
  const riga = evento.target.closest?.("[data-premessa]");
  return trascinata && riga?.parentElement === trascinata.parentElement ? riga : null;
}

function passaSopra(evento) {
  const riga = bersaglio(evento);
  if (riga) evento.preventDefault();
  segna(riga, evento.clientY);
}

function lascia(evento) {
  const riga = bersaglio(evento);
  if (!riga) return;
  evento.preventDefault();
  if (riga === trascinata) return;
  riga[sopra(riga, evento.clientY) ? "before" : "after"](trascinata);
  cambiata(riga.closest("[data-premesse]"));
}

document.addEventListener("click", alClic);
document.addEventListener("keydown", alTasto);
document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("[data-cerca-frase]")) return;
  filtra(target);
});
document.addEventListener("dragstart", (evento) => {
  trascinata = evento.target.closest?.("[data-maniglia]")?.closest("[data-premessa]") ?? null;
  if (trascinata) evento.dataTransfer.setDragImage(trascinata, 0, 0);
});
document.addEventListener("dragover", passaSopra);
document.addEventListener("drop", lascia);
document.addEventListener("dragend", () => { trascinata = null; segna(null); });
document.addEventListener("htmx:afterSettle", ({ detail }) => prepara(detail.elt));
prepara();
