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

/** What has arrived is no longer a change: only what was typed after it. */
function registrati(modulo, inviati) {
  for (const nome of new Set(inviati.keys())) {
    const campi = modulo.querySelectorAll(`[name="${nome}"]:not([type=hidden])`);
    inviati.getAll(nome).forEach((valore, i) => {
      if (campi[i]?.tagName === "SELECT") for (const o of campi[i].options) o.defaultSelected = o.value === valore;
      else if (campi[i]?.tagName === "TEXTAREA") campi[i].defaultValue = valore;
    });
  }
  for (const spunta of modulo.querySelectorAll("[type=checkbox]")) spunta.defaultChecked = inviati.has(spunta.name);
}

export function custodisci() {
  document.addEventListener("htmx:oobBeforeSwap", (evento) => {
    const { target: vecchia, fragment } = evento.detail;
    if (!tenuta(vecchia)) return;
    const nuova = fragment.querySelector?.(`#${vecchia.id}`) ?? fragment.firstElementChild;
    const stesso = nuova?.dataset.punto === vecchia.dataset.punto && Boolean(nuova.children.length) === Boolean(vecchia.children.length);
    if (stesso && !vecchia.hasAttribute("data-inviato") && inUso(vecchia)) evento.detail.shouldSwap = false;
    vecchia.removeAttribute("data-inviato");
    // A drawer that is open stays open when its region is read again.
    for (const { id } of vecchia.querySelectorAll("details[id][open]")) nuova?.querySelector(`#${id}`)?.setAttribute("open", "");
  });
  // What was just sent from a region is no longer being written; one that the answer itself has
  // brought up to date, or that only asked something, may already hold something new.
  document.addEventListener("htmx:afterRequest", ({ detail: { elt, target, successful, requestConfig } }) => {
    const dove = elt.closest?.("[data-tieni]");
    if (!dove || !successful || requestConfig.verb === "get" || target === dove || dove.id === "aula-appunti") return;
    // A text saved while it is typed is still being written.
    if (requestConfig.verb === "patch") registrati(elt, requestConfig.formData);
    else dove.setAttribute("data-inviato", "");
  });
}
