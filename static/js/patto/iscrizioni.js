// The form of an application, one step at a time. Without this script it is one long page; with
// it, what depends on an answer is shown only when it is needed. Nothing is ever taken away.

const CAMPO_MINORE = "minore";
const vai = new WeakMap();

function prepara(form) {
  if (form.dataset.pronto) return;
  form.dataset.pronto = "si";
  form.classList.add("a-passi");
  const passi = [...form.querySelectorAll("[data-passo]")];
  const conta = form.querySelector("[data-conta]");
  let attuale = passi[0];

  const serve = (passo) => passo.dataset.passo !== CAMPO_MINORE || minorenne(form);
  const percorso = () => passi.filter(serve);

  function mostra(passo, { fuoco = true } = {}) {
    attuale = passo;
    const via = percorso();
    const posto = via.indexOf(passo);
    for (const altro of passi) altro.hidden = altro !== passo;
    passo.querySelector("[data-indietro]").hidden = posto === 0;
    passo.querySelector("[data-avanti]").hidden = posto === via.length - 1;
    conta.hidden = false;
    conta.textContent = `Passo ${posto + 1} di ${via.length}`;
    if (!fuoco) return;
    passo.querySelector("h2").focus({ preventScroll: true });
    form.scrollIntoView({ block: "start" });
  }

  function avanti() {
    const campo = [...attuale.querySelectorAll("input, select, textarea")]
      .find((uno) => !uno.closest("[hidden]") && !uno.checkValidity());
    if (campo) { campo.reportValidity(); return; }
    const via = percorso();
    mostra(via[via.indexOf(attuale) + 1]);
  }

  form.addEventListener("click", (evento) => {
    if (evento.target.closest("[data-avanti]")) avanti();
    if (evento.target.closest("[data-indietro]")) {
      const via = percorso();
      mostra(via[via.indexOf(attuale) - 1]);
    }
  });
  form.addEventListener("keydown", (evento) => {
    const scrive = evento.target.matches("input:not([type=submit])");
    if (evento.key !== "Enter" || !scrive || attuale === percorso().at(-1)) return;
    evento.preventDefault();
    avanti();
  });
  form.addEventListener("change", () => { condizioni(form); guardaFile(form); });
  guardaFile(form);
  vai.set(form, mostra);
  condizioni(form);
  const primoErrore = passi.find((passo) => passo.querySelector(".is-invalid, .invalid-feedback"));
  mostra(primoErrore ?? passi[0], { fuoco: false });
}

function minorenne(form) {
  const scritta = form.elements.data_nascita?.value;
  if (!scritta) return false;
  const compie = new Date(scritta);
  compie.setFullYear(compie.getFullYear() + 18);
  return compie > new Date(form.dataset.oggi ?? Date.now());
}

function condizioni(form) {
  for (const riga of form.querySelectorAll("[data-se]")) {
    const valore = form.elements[riga.dataset.se]?.value ?? "";
    riga.hidden = !riga.dataset.vale.split(" ").includes(valore);
  }
}

/** Files kept in the browser need not be chosen again; too many bytes would not even arrive. */
function guardaFile(form) {
  for (const nota of form.querySelectorAll("[data-di-nuovo]")) {
    nota.hidden = document.getElementById(nota.dataset.diNuovo).files.length > 0;
  }
  const avviso = form.querySelector("[data-troppi-byte]");
  if (avviso) avviso.hidden = !troppi(form);
}

function troppi(form) {
  const massimo = form.querySelector("[data-troppi-byte]")?.dataset.troppiByte ?? Infinity;
  const file = [...form.querySelectorAll("input[type=file]")].flatMap((uno) => [...uno.files]);
  return file.reduce((somma, uno) => somma + uno.size, 0) > massimo;
}

/** What the proxy would refuse with everything typed is stopped here, where nothing is lost. */
function ferma(evento) {
  const form = evento.target.closest("form[data-passi]");
  if (!form || !troppi(form)) return;
  evento.preventDefault();
  evento.stopImmediatePropagation();
  guardaFile(form);
  form.querySelector("[data-troppi-byte]").scrollIntoView({ block: "center" });
}

/** A link of the summary of the errors opens the step of its field. */
function alCampo(evento) {
  const verso = evento.target.closest?.("#contenuto .riquadro-errore a[href^='#']");
  const campo = verso && document.getElementById(verso.hash.slice(1));
  const form = campo?.closest("form[data-passi]");
  if (!form) return;
  evento.preventDefault();
  vai.get(form)(campo.closest("[data-passo]"), { fuoco: false });
  campo.focus();
}

function cerca() {
  for (const form of document.querySelectorAll("form[data-passi]")) prepara(form);
}

document.addEventListener("click", alCampo);
document.addEventListener("submit", ferma, true);
document.addEventListener("htmx:afterSettle", cerca);
cerca();
