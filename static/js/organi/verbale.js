// The minutes: every text is saved while it is typed, and nothing is lost if the line drops.

import { regola } from "../griglia/orologio.js";
import { tieniAppunti } from "./appunti.js";
import { mostraAttesa } from "./barre.js";
import { Coda } from "./coda.js";

const scrittura = document.getElementById("scrittura");
regola(Number(scrittura.dataset.adesso));

const coda = new Coda(`verbale-${scrittura.dataset.verbale}-${scrittura.dataset.persona}`);
tieniAppunti(coda);
mostraAttesa(coda);
coda.riprova();
