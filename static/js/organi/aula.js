// The room of a sitting: roll call by the first letters, notes saved while typed, nothing lost.

import { regola } from "../griglia/orologio.js";
import { ascoltaAppello } from "./appello.js";
import { tieniAppunti } from "./appunti.js";
import { mostraAttesa } from "./barre.js";
import { Coda } from "./coda.js";
import { custodisci } from "./custodia.js";

const aula = document.getElementById("aula");
regola(Number(aula.dataset.adesso));

const coda = new Coda(`aula-${aula.dataset.aula}-${aula.dataset.persona}`);
const cercaAppunti = tieniAppunti(coda);
mostraAttesa(coda);
ascoltaAppello(coda, aula.dataset.movimento);
custodisci();

document.addEventListener("htmx:oobAfterSwap", () => cercaAppunti());
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
coda.riprova();
