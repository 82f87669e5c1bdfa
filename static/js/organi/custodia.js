// A region with data-tieni is not read again while somebody writes in it: the note on top of it says
// that something has changed, and the region comes up to date when what was written has been sent.

const tenuta = (dove) => dove.hasAttribute?.("data-tieni");
const cambiato = (campo) =>
  campo.type === "hidden" || campo.type === "submit" ? false
    : campo.type === "checkbox" || campo.type === "radio" ? campo.checked !== campo.defaultChecked
      : campo.tagName === "SELECT" ? [...campo.options].some((o) => o.selected !== o.defaultSelected) && campo.value !== ""
        : campo.value !== campo.defaultValue;

function inUso(dove) {
  if (dove.id === "aula-appunti") return true;
  if (dove.contains(document.activeElement) && document.activeElement.matches("input:not([type=submit]), textarea, select")) return true;
  // data-scritto: a form that came back refused, with what was typed in it.
  if (dove.querySelector("[data-scritto]")) return true;
  return [...dove.querySelectorAll("input, textarea, select")].some(cambiato);
}

export function custodisci() {
  document.addEventListener("htmx:oobBeforeSwap", (evento) => {
    const { target: vecchia, fragment } = evento.detail;
    if (!tenuta(vecchia)) return;
    const nuova = fragment.querySelector?.(`#${vecchia.id}`) ?? fragment.firstElementChild;
    const stesso = nuova?.dataset.punto === vecchia.dataset.punto && Boolean(nuova.children.length) === Boolean(vecchia.children.length);
    if (stesso && !vecchia.hasAttribute("data-inviato") && inUso(vecchia)) evento.detail.shouldSwap = false;
    vecchia.removeAttribute("data-inviato");
  });
  // What was just sent from a region is no longer being written; one that the answer itself has
  // brought up to date, or that only asked something, may already hold something new.
  document.addEventListener("htmx:afterRequest", ({ detail: { elt, target, successful, requestConfig } }) => {
    const dove = elt.closest?.("[data-tieni]");
    if (requestConfig.verb === "get" || target === dove) return;
    if (dove && successful && dove.id !== "aula-appunti") dove.setAttribute("data-inviato", "");
  });
}
