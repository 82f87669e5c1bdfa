// The draft of a sitting: keys and drag on the agenda, buttons that fill a field, fields in error.
//
// What is kept and what is judged comes from the server: here nothing is decided.

const testata = () => document.getElementById("testata");

/** A button that fills a field of the top does so as if it had been typed. */
function imposta(evento) {
  const tasto = evento.target.closest?.("[data-imposta]");
  if (!tasto || !testata()) return;
  evento.preventDefault();
  const { imposta: nome, valore } = tasto.dataset;
  const radio = testata().querySelector(`[name="${nome}"][type="radio"][value="${valore}"]`);
  const campo = radio ?? testata().elements[nome];
  if (radio) radio.checked = true;
  else campo.value = valore;
  campo.dispatchEvent(new Event("input", { bubbles: true }));
  (radio && document.getElementById("id_motivo_urgenza") || campo).focus();
}

/** The slot beside a field says what is wrong: the field itself says that something is. */
function segnaErrori() {
  for (const posto of document.querySelectorAll("[data-errore-di]")) {
    const campo = document.getElementById(posto.dataset.erroreDi);
    if (!campo || campo.type === "hidden") continue;
    const errato = posto.textContent.trim() !== "";
    campo.classList.toggle("is-invalid", errato);
    if (errato) campo.setAttribute("aria-invalid", "true");
    else campo.removeAttribute("aria-invalid");
  }
}

function manda(indirizzo, valori) {
  return window.htmx.ajax("POST", indirizzo, { target: "#ordine", swap: "outerHTML", values: valori, headers: { "X-CSRFToken": gettone() } });
}

const gettone = () => testata()?.elements.csrfmiddlewaretoken.value ?? "";

/** Alt and an arrow move the item that has the focus; the focus goes with it. */
function muovi(evento) {
  if (!evento.altKey || !["ArrowUp", "ArrowDown"].includes(evento.key)) return;
  const punto = evento.target.closest?.("[data-sposta]");
  if (!punto) return;
  evento.preventDefault();
  const maniglia = punto.querySelector("summary")?.id;
  manda(punto.dataset.sposta, { dove: evento.key === "ArrowUp" ? "su" : "giu" })
    .then(() => document.getElementById(maniglia)?.focus());
}

let trascinato = null;

function prendi(evento) {
  if (!evento.target.closest?.(".conv-maniglia > summary")) return;
  trascinato = evento.target.closest("[data-punto]");
  evento.dataTransfer.effectAllowed = "move";
  evento.dataTransfer.setData("text/plain", trascinato.dataset.punto);
  trascinato.classList.add("trascinato");
}

function sopra(evento) {
  const riga = trascinato && evento.target.closest?.(".conv-punto");
  if (!riga) return;
  evento.preventDefault();
  pulisci();
  if (riga !== trascinato) riga.classList.add(nellaMetaAlta(evento, riga) ? "sopra" : "sotto");
}

const nellaMetaAlta = (evento, riga) => {
  const { top, height } = riga.getBoundingClientRect();
  return evento.clientY < top + height / 2;
};

function pulisci() {
  for (const riga of document.querySelectorAll(".conv-punto")) riga.classList.remove("sopra", "sotto");
}

function lascia(evento) {
  const riga = trascinato && evento.target.closest?.(".conv-punto");
  if (!riga) return;
  evento.preventDefault();
  if (riga !== trascinato) {
    if (nellaMetaAlta(evento, riga)) riga.before(trascinato);
    else riga.after(trascinato);
    const righe = [...document.querySelectorAll(".conv-punti > [data-punto]")];
    manda(document.querySelector("[data-ordine]").dataset.ordine, { punto: righe.map((altra) => altra.dataset.punto) });
  }
  finito();
}

function finito() {
  trascinato?.classList.remove("trascinato");
  trascinato = null;
  pulisci();
}

// Items may be typed faster than they are kept: one travels at a time, the others wait in order,
// and what is being typed stays in the field when the agenda arrives.
const nuovo = () => document.getElementById("nuovo-titolo");
const delNuovo = (elemento) => Boolean(elemento?.matches?.(".conv-nuovo"));
const inCoda = [];
let inViaggio = null;
let sottoLeDita = "";

function aspetta(evento) {
  if (inViaggio === null || !delNuovo(evento.target)) return;
  evento.preventDefault();
  evento.stopImmediatePropagation();
  if (nuovo().value.trim()) inCoda.push(nuovo().value);
  nuovo().value = "";
}

function parte({ target }) {
  if (!delNuovo(target)) return;
  inViaggio = nuovo().value;
  nuovo().value = "";
}

function tieni({ detail }) {
  if (inViaggio !== null && detail.target?.id === "ordine") sottoLeDita = nuovo()?.value ?? "";
}

/** What was being typed goes on in the new field; what was refused or did not arrive comes back. */
function arriva({ detail }) {
  if (inViaggio === null || !delNuovo(detail.requestConfig?.elt)) return;
  const digitato = sottoLeDita || nuovo().value;
  sottoLeDita = "";
  if (detail.successful) {
    nuovo().value = digitato;
    return;
  }
  if (digitato && digitato !== inViaggio) inCoda.push(digitato);
  nuovo().value = inViaggio;
  inViaggio = null;
}

/** The agenda is in its place, the new form works: the next item leaves. */
function posata({ detail }) {
  if (inViaggio === null || !delNuovo(detail.requestConfig?.elt)) return;
  inViaggio = null;
  if (!inCoda.length) return;
  const digitato = nuovo().value;
  nuovo().value = inCoda.shift();
  nuovo().form.requestSubmit();
  nuovo().value = digitato;
}

document.addEventListener("submit", aspetta, true);
document.addEventListener("htmx:beforeRequest", parte);
document.addEventListener("htmx:beforeSwap", tieni);
document.addEventListener("htmx:afterRequest", arriva);
document.addEventListener("htmx:afterSettle", posata);
document.addEventListener("click", imposta);
document.addEventListener("keydown", muovi);
document.addEventListener("dragstart", prendi);
document.addEventListener("dragover", sopra);
document.addEventListener("drop", lascia);
document.addEventListener("dragend", finito);
document.addEventListener("htmx:afterSettle", segnaErrori);
