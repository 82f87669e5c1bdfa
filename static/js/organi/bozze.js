// A text that is typed and not sent yet stays in this browser: data-bozza names it.
// It is taken away when its form arrives, or when the field is emptied.

const DI_CHI = document.querySelector("[data-persona]")?.dataset.persona ?? "";
const chiave = (campo) => `bozza-${DI_CHI}-${location.pathname}-${campo.dataset.bozza}`;

function conserva(campo) {
  try {
    if (campo.value) localStorage.setItem(chiave(campo), campo.value);
    else localStorage.removeItem(chiave(campo));
  } catch {
    // Full or forbidden: the text is still in the page.
  }
}

function riprendi(dove) {
  for (const campo of dove.querySelectorAll("[data-bozza]")) {
    const testo = localStorage.getItem(chiave(campo));
    if (testo && !campo.value) {
      campo.value = testo;
      const cassettino = campo.closest("details");
      if (cassettino) cassettino.open = true;
    }
  }
}

function arrivata({ target: modulo, detail }) {
  if (!detail.successful || !(modulo instanceof HTMLFormElement)) return;
  for (const campo of modulo.querySelectorAll("[data-bozza]")) {
    localStorage.removeItem(chiave(campo));
    campo.value = "";
  }
}

document.addEventListener("input", ({ target }) => { if (target.matches?.("[data-bozza]")) conserva(target); });
document.addEventListener("htmx:afterRequest", arrivata);
document.addEventListener("htmx:oobAfterSwap", ({ target }) => riprendi(target));
document.addEventListener("submit", ({ target }) => {
  if (target.hasAttribute("hx-post")) return;
  for (const campo of target.querySelectorAll("[data-bozza]")) localStorage.removeItem(chiave(campo));
});
riprendi(document);
