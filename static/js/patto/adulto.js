// The sentences of the page read aloud by the voice of the device; without a voice for the language
// the button stays hidden.

const tasto = document.querySelector("[data-ascolta]");
const pagina = document.querySelector("[data-lingua]");
const voci = globalThis.speechSynthesis;
const scritta = tasto?.querySelector("span:last-child");
const ascolta = scritta?.textContent;
let turno = 0;

function voce() {
  return voci.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(pagina.dataset.lingua));
}

function mostra() {
  tasto.hidden = !voce();
}

function segna(parla) {
  tasto.setAttribute("aria-pressed", parla);
  scritta.textContent = parla ? tasto.dataset.ferma : ascolta;
}

/** The sentence of an element: the one written for the ear, else what is on the screen. */
function detta(elemento) {
  return elemento.dataset.detto || elemento.textContent.trim();
}

function leggi() {
  turno += 1;
  const questo = turno;
  const frasi = [...document.querySelectorAll("[data-detto]")].map(detta);
  segna(true);
  frasi.forEach((testo, indice) => {
    const frase = new SpeechSynthesisUtterance(testo);
    frase.voice = voce();
    frase.lang = frase.voice.lang;
    frase.onend = () => { if (indice === frasi.length - 1 && questo === turno) segna(false); };
    voci.speak(frase);
  });
}

function ferma() {
  turno += 1;
  voci.cancel();
  segna(false);
}

if (tasto && voci) {
  mostra();
  voci.addEventListener?.("voiceschanged", mostra);
  tasto.addEventListener("click", () => (tasto.getAttribute("aria-pressed") === "true" ? ferma() : leggi()));
  addEventListener("pagehide", () => voci.cancel());
}
