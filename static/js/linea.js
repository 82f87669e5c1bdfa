// What is typed is never lost: CSRF header, line lost, session over.
//
// Autosaves (PUT, PATCH) that do not arrive wait here, one for each element and address, and go by
// themselves when the line is back or after a new login. Other requests are not repeated, because
// nobody knows whether they arrived. The element that waits carries data-invio="nel-browser",
// one on its way data-invio="in-invio", one refused data-invio="non-riuscito".

const RIPROVA_OGNI = 10_000;
const SERVER_ASSENTE = new Set([502, 503, 504]);
const SALVATAGGI = new Set(["put", "patch"]);
const inAttesa = new Map();
const barre = {
  linea: document.getElementById("linea-assente"),
  esito: document.getElementById("esito-ignoto"),
  sessione: document.getElementById("sessione-scaduta"),
  errore: document.getElementById("non-riuscito"),
};
const MOTIVI = {
  403: "Non spetta al ruolo che hai oggi, o la pagina era aperta da troppo tempo: ricaricala.",
  404: "Quello che cerchi non c’è, o non c’è più.",
  413: "Il file è troppo grande.",
  429: "Troppi tentativi: aspetta qualche minuto.",
};
const accesso = document.querySelector('meta[name="accesso"]')?.content;

function gettone() {
  const biscotto = /(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]+)/.exec(document.cookie);
  return biscotto?.[1] ?? document.querySelector('meta[name="csrf"]')?.content;
}

const annuncia = (testo) => document.dispatchEvent(new CustomEvent("annuncia", { detail: testo }));
const chiave = ({ verb, path, elt }) => `${verb} ${path} ${elt.id || elt.name || ""}`;

function mostra(barra) {
  if (!barra?.hidden) return;
  barra.hidden = false;
  annuncia(barra.textContent.replace(/\s+/g, " ").trim());
}

function conta() {
  const quante = inAttesa.size;
  const testo = quante === 1 ? "1 modifica parte da sola." : `${quante} modifiche partono da sole.`;
  barre.linea.querySelector("[data-modifiche]").textContent = quante
    ? `Si può continuare: ${testo}`
    : "Si può continuare: le modifiche restano qui e partono da sole.";
}

function trattieni(richiesta) {
  inAttesa.set(chiave(richiesta), richiesta);
  richiesta.elt.dataset.invio = "nel-browser";
  conta();
}

function lineaPersa(evento) {
  const richiesta = evento.detail.requestConfig;
  const salvataggio = SALVATAGGI.has(richiesta.verb);
  if (salvataggio) trattieni(richiesta);
  if (!salvataggio && richiesta.verb !== "get") return mostra(barre.esito);
  if (barre.linea.hidden) {
    const ora = new Date();
    const minuti = String(ora.getMinutes()).padStart(2, "0");
    barre.linea.querySelector("[data-da]").textContent = ` dalle ${ora.getHours()}.${minuti}`;
  }
  mostra(barre.linea);
}

const aAccesso = (xhr) =>
  xhr.status === 401 || (accesso && xhr.responseURL && new URL(xhr.responseURL).pathname === accesso);

/** An error is always shown: the text typed stays in its field and can be sent again. */
function rifiutata(evento) {
  const { xhr, requestConfig } = evento.detail;
  if (aAccesso(xhr)) return;
  if (SERVER_ASSENTE.has(xhr.status)) return lineaPersa(evento);
  barre.errore.querySelector("[data-motivo]").textContent =
    MOTIVI[xhr.status] ?? "Si è guastato qualcosa: questa operazione non è stata registrata. Riprova.";
  barre.errore.hidden = true;
  mostra(barre.errore);
  requestConfig.elt.dataset.invio = "non-riuscito";
}

/** An answer that is the login page must not be swapped in: the text stays where it is. */
function primaDelloScambio(evento) {
  const { xhr, requestConfig } = evento.detail;
  if (!aAccesso(xhr)) return;
  evento.preventDefault();
  if (requestConfig.verb !== "get") trattieni(requestConfig);
  barre.sessione.querySelector("a").href = accesso;
  mostra(barre.sessione);
}

function arrivata(evento) {
  const { xhr, requestConfig } = evento.detail;
  if (!xhr.status || aAccesso(xhr) || SERVER_ASSENTE.has(xhr.status)) return;
  inAttesa.delete(chiave(requestConfig));
  barre.sessione.hidden = true;
  if (xhr.status < 400) {
    delete requestConfig.elt.dataset.invio;
    barre.errore.hidden = true;
  }
  if (inAttesa.size) return conta();
  if (!barre.linea.hidden) annuncia("La linea è tornata: tutto è stato inviato.");
  barre.linea.hidden = true;
}

function rimanda() {
  for (const { verb, path, parameters, elt, target } of [...inAttesa.values()]) {
    if (elt.isConnected) window.htmx.ajax(verb, path, { source: elt, target, values: parameters });
  }
}

document.addEventListener("htmx:configRequest", (evento) => {
  if (evento.detail.verb !== "get") evento.detail.headers["X-CSRFToken"] = gettone();
});
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (SALVATAGGI.has(detail.requestConfig.verb)) detail.requestConfig.elt.dataset.invio = "in-invio";
});
document.addEventListener("htmx:sendError", lineaPersa);
document.addEventListener("htmx:timeout", lineaPersa);
document.addEventListener("htmx:responseError", rifiutata);
document.addEventListener("htmx:beforeSwap", primaDelloScambio);
document.addEventListener("htmx:afterRequest", arrivata);
document.addEventListener("click", (evento) => { if (evento.target.closest?.("[data-invia]")) rimanda(); });
window.addEventListener("online", rimanda);
setInterval(() => { if (inAttesa.size && barre.sessione.hidden) rimanda(); }, RIPROVA_OGNI);
window.addEventListener("beforeunload", (evento) => { if (inAttesa.size) evento.preventDefault(); });
