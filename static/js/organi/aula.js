// The room of a sitting: roll call by the first letters, notes saved while typed, nothing lost.

import { regola } from "../griglia/orologio.js";
import { ascoltaAppello } from "./appello.js";
import { Appunti } from "./appunti.js";
import { Coda } from "./coda.js";
import { custodisci } from "./custodia.js";

const aula = document.getElementById("aula");
regola(Number(aula.dataset.adesso));

const coda = new Coda(`aula-${aula.dataset.aula}-${aula.dataset.persona}`);
const appunti = new Appunti(coda);
ascoltaAppello(coda, aula.dataset.movimento);
custodisci();

document.addEventListener("htmx:oobAfterSwap", () => appunti.trova());
// A dialog that ends the sitting waits for what is still to be sent.
document.addEventListener("click", async (evento) => {
  const legame = evento.target.closest?.("[data-dopo-invio]");
  if (!legame || coda.vuota) return;
  evento.preventDefault();
  evento.stopImmediatePropagation();
  if (await coda.svuota()) legame.click();
}, { capture: true });
document.addEventListener("keydown", (evento) => {
  if (evento.ctrlKey || evento.metaKey || evento.altKey || evento.defaultPrevented) return;
  if (evento.target.closest?.("input, textarea, select, dialog[open]") || document.querySelector("dialog[open]")) return;
  const dove = { a: "chi", d: "discussione" }[evento.key.toLowerCase()];
  const interruttore = document.querySelector("#tasti [data-lettere]");
  const campo = dove && document.getElementById(dove);
  if (!campo || (interruttore && !interruttore.checked)) return;
  evento.preventDefault();
  campo.focus();
});
window.addEventListener("beforeunload", (evento) => { if (!coda.vuota && !coda.conservata) evento.preventDefault(); });
coda.riprova();
