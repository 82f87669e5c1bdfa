// Shared behaviour of every page: menu, drawer of the reasons, dialogs, focus, announcements.

const cassetto = document.getElementById("cassetto");
const dialogo = document.getElementById("dialogo");
const annunci = document.getElementById("annunci");
const RESTA = 6_000;
let primaDelCassetto = null;
let primaDelDialogo = null;

/** Say a text to screen readers. From other scripts: dispatch "annuncia" with the text as detail;
 *  from the server: header HX-Trigger {"annuncia": "…"}. */
function annuncia(testo) {
  annunci.textContent = "";
  requestAnimationFrame(() => { annunci.textContent = testo; });
}

function rendiFuoco(elemento) {
  if (elemento?.isConnected) elemento.focus();
  else document.getElementById("contenuto")?.focus();
}

function apriCassetto() {
  cassetto.hidden = false;
  cassetto.scrollTop = 0;
  (cassetto.querySelector("h2[tabindex]") ?? cassetto).focus();
}

function chiudiCassetto() {
  cassetto.hidden = true;
  cassetto.replaceChildren();
  rendiFuoco(primaDelCassetto);
}

function apriDialogo() {
  if (!dialogo.open) dialogo.showModal();
  dialogo.querySelector("[data-ritorno]")?.focus();
}

/** Empty text closes the dialog: a server that has done the act answers with nothing. */
function scambiato(evento) {
  const { target: dove, elt: nuovo } = evento.detail;
  nuovo.querySelector("#errori")?.focus();
  for (const riga of [nuovo, ...nuovo.querySelectorAll("[data-esce]")]) {
    if (riga.matches("[data-esce]")) faiUscire(riga);
  }
  if (dove === cassetto) apriCassetto();
  if (dove !== dialogo) return;
  if (dialogo.textContent.trim()) apriDialogo();
  else dialogo.close();
}

/** A row replaced by its result leaves the list, but never under the hands of who is using it. */
function faiUscire(riga) {
  setTimeout(() => {
    if (riga.matches(":hover, :focus-within")) faiUscire(riga);
    else riga.remove();
  }, RESTA);
}

function alClic(evento) {
  const su = (selettore) => evento.target.closest?.(selettore);
  const tasto = su("[data-apre-menu]");
  if (tasto) commutaMenu(tasto);
  if (su("[data-chiudi-cassetto]")) chiudiCassetto();
  if (su("dialog") && su("[data-chiudi]")) su("dialog").close();
  if (su("#dialogo [data-ritorno]")) { evento.preventDefault(); dialogo.close(); }
  if (su('[aria-disabled="true"]')) evento.preventDefault();
  chiudiTendine(evento.target);
}

function commutaMenu(tasto) {
  const aperto = document.getElementById(tasto.getAttribute("aria-controls")).classList.toggle("aperto");
  tasto.setAttribute("aria-expanded", aperto);
}

function chiudiTendine(salvo) {
  for (const tendina of document.querySelectorAll("details.tendina[open]")) {
    if (!tendina.contains(salvo)) tendina.open = false;
  }
}

function allEsc(evento) {
  if (evento.key !== "Escape" || document.querySelector("dialog[open]")) return;
  const tendina = document.querySelector("details.tendina[open]");
  if (tendina) {
    tendina.open = false;
    tendina.querySelector("summary").focus();
  } else if (cassetto && !cassetto.hidden) {
    chiudiCassetto();
  }
}

/** Bootstrap Italia draws the focus ring unless told that the focus came from the mouse. */
function segnaFuoco(evento) {
  if (!(evento.target instanceof Element)) return;
  evento.target.toggleAttribute("data-focus-mouse", false);
  if (!evento.target.matches(":focus-visible")) evento.target.setAttribute("data-focus-mouse", "true");
}

function primaDellaRichiesta(evento) {
  const { target, elt } = evento.detail;
  if (target === cassetto && !cassetto.contains(elt)) primaDelCassetto = elt;
  if (target === dialogo && !dialogo.contains(elt)) primaDelDialogo = elt;
}

/** On a telephone the tabs run sideways: the one where one is must be in sight. */
function mostraScheda() {
  for (const schede of document.querySelectorAll(".schede")) {
    const qui = schede.querySelector("[aria-current]");
    if (qui) schede.scrollLeft = qui.offsetLeft - (schede.clientWidth - qui.offsetWidth) / 2;
  }
}

document.addEventListener("annuncia", (evento) => annuncia(evento.detail?.value ?? evento.detail));
document.addEventListener("click", alClic);
document.addEventListener("keydown", allEsc);
document.addEventListener("focusin", segnaFuoco);
document.addEventListener("htmx:beforeRequest", primaDellaRichiesta);
document.addEventListener("htmx:afterSettle", scambiato);
dialogo?.addEventListener("close", () => { dialogo.replaceChildren(); rendiFuoco(primaDelDialogo); });
addEventListener("resize", mostraScheda);
mostraScheda();
document.getElementById("errori")?.focus();
