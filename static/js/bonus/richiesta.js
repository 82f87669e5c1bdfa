// An activity of the grid: kept while one writes; of two texts, which to keep.
//
// Without this file the activity is kept with its button.

/** What was typed goes over what is kept now, whose version is known. */
function tieni(modulo, versione) {
  modulo.elements.versione.value = versione;
  modulo.dispatchEvent(new CustomEvent("tieni", { bubbles: true }));
}

document.addEventListener("click", (evento) => {
  const tasto = evento.target.closest?.("[data-tieni]");
  const modulo = tasto?.closest("form[data-attivita]");
  if (!modulo) return;
  evento.preventDefault();
  tieni(modulo, tasto.value);
});
