// The register of a lesson by keyboard, and lists in which many are chosen at once.

const leggi = (testo) => (testo.trim() === "" ? 0 : Number(testo.trim().replace(",", ".")));
const scrivi = (ore) => String(ore).replace(".", ",");
const quanti = (numero, uno, molti) => `${numero} ${numero === 1 ? uno : molti}`;
const tabella = () => document.querySelector("[data-appello]");
const delleOre = () => [...(tabella()?.querySelectorAll("[data-ore]:not([readonly])") ?? [])];
const piene = () => leggi(document.getElementById("id_ore")?.value ?? "");
let prima = piene();

/** What the hours of a row say, in words: the colour of nothing is needed to read them. */
function dice(campo) {
  const ore = leggi(campo.value);
  const tutte = piene();
  if (Number.isNaN(ore)) return ["", "ore da correggere"];
  if (ore === 0) return ["assente", "assente"];
  return ore === tutte ? ["presente", "presente"] : ["in-parte", `${scrivi(ore)} ore su ${scrivi(tutte)}`];
}

function racconta() {
  const conti = { presente: 0, assente: 0, "in-parte": 0 };
  for (const campo of delleOre()) {
    const riga = campo.closest("[data-riga]");
    const [stato, parole] = dice(campo);
    riga.dataset.stato = stato;
    if (stato) conti[stato] += 1;
    const dove = riga.querySelector("[data-stato]");
    if (dove) dove.textContent = parole;
    riga.querySelector(".appello-bottoni")?.removeAttribute("hidden");
  }
  const conto = document.getElementById("appello-conto");
  if (conto && tabella()) {
    const parte = conti["in-parte"] ? `, ${conti["in-parte"]} in parte` : "";
    const presenti = quanti(conti.presente, "presente", "presenti");
    conto.textContent = `${presenti}, ${quanti(conti.assente, "assente", "assenti")}${parte}`;
  }
}

function metti(campo, ore) {
  campo.value = scrivi(ore);
  racconta();
}

function vai(campo, passo) {
  const tutti = delleOre();
  const dopo = tutti[tutti.indexOf(campo) + passo];
  if (dopo) {
    dopo.focus();
    dopo.select();
  } else if (passo > 0) {
    document.querySelector("[data-registra]")?.focus();
  }
}

const COMANDI = {
  p: (campo) => { metti(campo, piene()); vai(campo, 1); },
  a: (campo) => { metti(campo, 0); vai(campo, 1); },
  enter: (campo) => vai(campo, 1),
  arrowdown: (campo) => vai(campo, 1),
  arrowup: (campo) => vai(campo, -1),
};

document.addEventListener("keydown", (evento) => {
  const campo = evento.target.closest?.("[data-ore]:not([readonly])");
  const comando = COMANDI[evento.key.toLowerCase()];
  if (!campo || !comando || evento.ctrlKey || evento.metaKey || evento.altKey) return;
  evento.preventDefault();
  comando(campo);
});

document.addEventListener("click", (evento) => {
  const riga = evento.target.closest?.("[data-riga]");
  const campo = riga?.querySelector("[data-ore]:not([readonly])");
  if (campo && evento.target.closest("[data-presente]")) metti(campo, piene());
  if (campo && evento.target.closest("[data-assente]")) metti(campo, 0);
  const tutti = evento.target.closest?.("[data-scegli-tutti]");
  if (tutti) scegliTutti(tutti);
});

document.addEventListener("input", (evento) => {
  if (evento.target.id === "id_ore") seguonoLaLezione();
  if (evento.target.matches?.("[data-ore]")) racconta();
});

/** Who was there for all of it is there for all of it, also when the lesson is longer. */
function seguonoLaLezione() {
  const adesso = piene();
  if (!adesso) return;
  for (const campo of delleOre()) {
    if (leggi(campo.value) === prima) campo.value = scrivi(adesso);
  }
  prima = adesso;
  racconta();
}

function scegliTutti(bottone) {
  const dove = bottone.closest("[data-scelte]") ?? bottone.form.querySelector("[data-scelte]");
  const caselle = [...dove.querySelectorAll('input[type="checkbox"]')];
  const accende = caselle.some((casella) => !casella.checked);
  for (const casella of caselle) casella.checked = accende;
}

/** The rows are read again when unit or day change: what was typed meanwhile is not lost, and
 * what was selected still is, so that the next key takes its place. */
let scritte = null;

document.addEventListener("htmx:beforeSwap", (evento) => {
  if (evento.detail.target?.id !== "appello") return;
  const attivo = document.activeElement?.closest?.("[data-ore]");
  scritte = {
    attivo: attivo?.name,
    scelto: [attivo?.selectionStart ?? 0, attivo?.selectionEnd ?? 0],
    ore: new Map(delleOre().map((campo) => [campo.name, campo.value])),
  };
});

document.addEventListener("htmx:afterSwap", () => {
  if (!scritte) return;
  const { attivo, scelto, ore } = scritte;
  scritte = null;
  for (const campo of delleOre()) {
    if (ore.has(campo.name)) campo.value = ore.get(campo.name);
    if (campo.name !== attivo) continue;
    campo.focus();
    campo.setSelectionRange(...scelto);
  }
  racconta();
});

for (const bottone of document.querySelectorAll("[data-scegli-tutti]")) bottone.hidden = false;
racconta();
