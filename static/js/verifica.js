// The file of who verifies is hashed here, in the browser, and sent to nobody.

const confronto = document.querySelector("[data-confronto]");
const esiti = [...(confronto?.querySelectorAll("[data-esito]") ?? [])];
const riquadro = confronto?.querySelector("[data-lascia]");

async function impronta(file) {
  const byte = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(byte)].map((uno) => uno.toString(16).padStart(2, "0")).join("");
}

let ultimo = null; // a large file, done late, must not answer for the one chosen after it

async function confronta(file) {
  if (!file) return;
  ultimo = file;
  mostra(null);
  const esito = await giudica(file);
  if (ultimo === file) mostra(esito);
}

async function giudica(file) {
  try {
    const originali = confronto.dataset.confronto.split(" ");
    return originali.includes(await impronta(file)) ? "uguale" : "diverso";
  } catch {
    return "impossibile"; // no crypto.subtle outside https, or a file that cannot be read
  }
}

function mostra(esito) {
  for (const uno of esiti) uno.hidden = uno.dataset.esito !== esito;
}

function trascinato(evento) {
  evento.preventDefault();
  riquadro.toggleAttribute("data-sopra", evento.type === "dragover");
  if (evento.type === "drop") confronta(evento.dataTransfer.files[0]);
}

confronto?.querySelector("input[type=file]").addEventListener("change", ({ target }) => confronta(target.files[0]));
for (const nome of ["dragover", "dragleave", "drop"]) riquadro?.addEventListener(nome, trascinato);
