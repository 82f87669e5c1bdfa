// The roll call: the first letters find the member, Invio brings in or out, a click does the same.

import { ora } from "../griglia/orologio.js";

const spiana = (testo) => testo.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
const annuncia = (testo) => document.dispatchEvent(new CustomEvent("annuncia", { detail: testo }));

export function ascoltaAppello(coda, url) {
  const cerca = document.getElementById("chi");
  const trovato = document.getElementById("appello-trovato");
  const modulo = document.getElementById("appello");
  const righe = () => [...modulo.querySelectorAll("[data-riga]")];

  function filtra() {
    const lettere = spiana(cerca.value.trim());
    const tutte = righe();
    for (const riga of tutte) {
      riga.hidden = Boolean(lettere) && !` ${riga.dataset.nome}`.includes(` ${lettere}`);
      riga.classList.remove("primo");
    }
    for (const gruppo of modulo.querySelectorAll("[data-gruppo]")) {
      gruppo.hidden = !gruppo.querySelector("[data-riga]:not([hidden])");
    }
    const prima = lettere && tutte.find((riga) => !riga.hidden);
    if (prima) prima.classList.add("primo");
    trovato.textContent = !lettere ? "" : prima ? `Invio: ${dice(prima)}` : `Nessuno comincia con «${cerca.value.trim()}».`;
  }

  const dice = (riga) => riga.querySelector(".muovi").textContent.replace(/\s+/g, " ").trim();

  function muovi(riga) {
    const bottone = riga.querySelector(".muovi");
    const alle = document.getElementById("alle");
    const dati = { [bottone.name]: bottone.value, alle: alle?.value.trim() || (alle ? ora() : "") };
    if (document.getElementById("a_distanza")?.checked) dati.a_distanza = "si";
    riga.dataset.invio = "in-invio";
    bottone.disabled = true;
    coda.metti({ url, dati, riga: riga.dataset.riga });
    if (alle) alle.value = "";
  }

  cerca.form.addEventListener("submit", (evento) => {
    evento.preventDefault();
    const prima = modulo.querySelector(".primo");
    if (!prima || prima.querySelector(".muovi").disabled) return;
    muovi(prima);
    cerca.value = "";
    filtra();
  });
  cerca.addEventListener("input", filtra);
  cerca.addEventListener("keydown", (evento) => {
    if (evento.key !== "Escape" || !cerca.value) return;
    cerca.value = "";
    filtra();
  });
  modulo.addEventListener("click", (evento) => {
    const bottone = evento.target.closest(".muovi");
    if (!bottone) return;
    evento.preventDefault();
    muovi(bottone.closest("[data-riga]"));
  });
  modulo.addEventListener("submit", (evento) => {
    // Only the hour was written: nobody was named yet.
    if (!evento.submitter?.hasAttribute("formaction")) evento.preventDefault();
  });

  /** What has not arrived is shown in its row, also after the list was read again. */
  function segna() {
    for (const riga of righe()) {
      const aspetta = coda.voci.some((voce) => voce.riga === riga.dataset.riga);
      if (aspetta) riga.dataset.invio = coda.linea === "presente" ? "in-invio" : "nel-browser";
      else delete riga.dataset.invio;
      riga.querySelector(".muovi").disabled = aspetta;
    }
  }

  coda.addEventListener("stato", segna);
  coda.addEventListener("arrivata", ({ detail: { voce, stato, detto } }) => {
    if (!voce.riga) return;
    const avviso = document.getElementById("aula-avviso");
    avviso.replaceChildren();
    if (stato >= 400) avviso.append(rifiuto(detto.rifiuto ?? ["Non riuscito: ricarica la pagina."]));
    else annuncia(detto.testo);
    document.body.dispatchEvent(new CustomEvent("seduta-cambiata"));
  });
  document.addEventListener("htmx:oobAfterSwap", ({ target }) => {
    if (!target.querySelector?.("[data-riga]") && target.id !== "aula-elenco") return;
    filtra();
    segna();
  });
  segna();
}

function rifiuto(testi) {
  const riquadro = document.createElement("div");
  riquadro.className = "riquadro riquadro-errore mb-3";
  riquadro.setAttribute("role", "alert");
  const dentro = document.createElement("div");
  for (const testo of testi) dentro.append(Object.assign(document.createElement("p"), { textContent: testo }));
  riquadro.append(dentro);
  return riquadro;
}
