// The results under the field of the bar: they open while one types, arrows walk through them,
// Esc closes them and leaves what was typed. Without scripts the field leads to the page.

const modulo = document.querySelector("[data-cerca-subito]");
const campo = modulo?.querySelector("input");
const trovati = modulo?.querySelector(".cerca-subito");
const LETTERE_MINIME = 2;

const legami = () => [...trovati.querySelectorAll("a[href]")];

function chiudi() {
  trovati.hidden = true;
}

function mostra() {
  trovati.hidden = !trovati.textContent.trim() || campo.value.trim().length < LETTERE_MINIME;
}

function cammina(passo) {
  const fermate = [campo, ...legami()];
  const dove = fermate.indexOf(document.activeElement) + passo;
  fermate[Math.min(Math.max(dove, 0), fermate.length - 1)]?.focus();
}

function alTasto(evento) {
  if (evento.key === "Escape" && !trovati.hidden) {
    evento.preventDefault();
    evento.stopPropagation();
    chiudi();
    campo.focus();
  } else if (evento.key === "ArrowDown" || evento.key === "ArrowUp") {
    evento.preventDefault();
    if (trovati.hidden) mostra();
    else cammina(evento.key === "ArrowDown" ? 1 : -1);
  }
}

/** Too few letters are not worth a request. */
function primaDiChiedere(evento) {
  if (evento.target !== campo || campo.value.trim().length >= LETTERE_MINIME) return;
  evento.preventDefault();
  chiudi();
}

if (modulo) {
  modulo.addEventListener("keydown", alTasto);
  modulo.addEventListener("htmx:confirm", primaDiChiedere);
  modulo.addEventListener("htmx:afterSwap", mostra);
  modulo.addEventListener("focusout", (evento) => { if (!modulo.contains(evento.relatedTarget)) chiudi(); });
  campo.addEventListener("click", mostra);
}
