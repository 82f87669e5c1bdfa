// The welcome: choosing many at once; of two answers to one question, which to keep.
//
// Without this file boxes are ticked one by one, and answers are sent with their button.

const annuncia = (testo) => document.dispatchEvent(new CustomEvent("annuncia", { detail: testo }));

function conta(insieme) {
  const quanti = insieme.querySelectorAll("input:checked").length;
  insieme.querySelector("[data-quanti]").textContent = quanti === 1 ? "1 persona scelta" : `${quanti} persone scelte`;
}

function segna(insieme, scelti) {
  for (const casella of insieme.querySelectorAll("input[type=checkbox]")) casella.checked = scelti;
  conta(insieme);
}

function preparaScelta(insieme) {
  if (!insieme.querySelector("[data-quanti]")) return;
  for (const tasto of insieme.querySelectorAll("[data-tutti], [data-nessuno]")) tasto.hidden = false;
  insieme.addEventListener("change", () => conta(insieme));
  insieme.querySelector("[data-tutti]").addEventListener("click", () => segna(insieme, true));
  insieme.querySelector("[data-nessuno]").addEventListener("click", () => segna(insieme, false));
  conta(insieme);
}

/** The answer of the other one comes into the field; nothing has to be sent. */
function prendi(modulo, { testo, versione }) {
  const campo = modulo.querySelector("textarea[name=risposta]");
  if (campo) campo.value = testo;
  else for (const voce of modulo.querySelectorAll("[name=risposta]")) voce.checked = voce.value === testo;
  modulo.elements.versione.value = versione;
  modulo.querySelector(".patto-esito").replaceChildren();
  (campo ?? modulo.querySelector("[name=risposta]")).focus();
  annuncia("Ripresa la risposta registrata.");
}

/** The own answer goes over the other, whose version is now known. */
function tieni(modulo, versione) {
  modulo.elements.versione.value = versione;
  modulo.dispatchEvent(new CustomEvent("tieni", { bubbles: true }));
}

document.addEventListener("click", (evento) => {
  const tasto = evento.target.closest?.("[data-tieni]");
  if (!tasto) return;
  evento.preventDefault();
  if (tasto.dataset.tieni === "altrui") prendi(tasto.form, tasto.dataset);
  else tieni(tasto.form, tasto.value);
});
for (const insieme of document.querySelectorAll("[data-scelta-corsisti]")) preparaScelta(insieme);
for (const tasto of document.querySelectorAll(".patto-domanda [data-senza-script]")) tasto.hidden = true;
