// What the secretary does waits here, in the order in which it was done, until it has arrived.
// It survives a reload in this browser; ids, hours and the notes, no names.

const RIPROVA_OGNI = 5_000;
const ATTESA_MASSIMA = 20_000;

function gettone() {
  const biscotto = /(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]+)/.exec(document.cookie);
  return biscotto?.[1] ?? document.querySelector('meta[name="csrf"]')?.content;
}

// 403: the cookies are of nobody any more, or of somebody else. What waits is kept for who signs in.
const daRientrare = (risposta) => risposta.type === "opaqueredirect" || [401, 403].includes(risposta.status);

export class Coda extends EventTarget {
  constructor(chiave) {
    super();
    Object.assign(this, { chiave, voci: [], inVolo: null, linea: "presente", conservata: true });
    try { this.voci = JSON.parse(localStorage.getItem(chiave)) ?? []; } catch { this.voci = []; }
    window.addEventListener("online", () => this.riprova());
    setInterval(() => { if (this.linea !== "presente") this.riprova(); }, RIPROVA_OGNI);
  }

  get vuota() { return this.voci.length === 0; }

  /** One entry for each ``quale`` that replaces the one before it; without it, one after the other.
   * ``poi``: it is kept now and sent when somebody asks. */
  metti(voce, { poi = false } = {}) {
    const posto = voce.quale ? this.voci.findIndex(({ quale }, i) => quale === voce.quale && !(i === 0 && this.inVolo)) : -1;
    if (posto >= 0) this.voci[posto] = { ...this.voci[posto], ...voce };
    else this.voci.push(voce);
    this.conserva();
    this.avvisa();
    if (!poi) queueMicrotask(() => this.invia());
  }

  conserva() {
    try {
      if (this.voci.length) localStorage.setItem(this.chiave, JSON.stringify(this.voci));
      else localStorage.removeItem(this.chiave);
      this.conservata = true;
    } catch {
      this.conservata = false;
    }
  }

  riprova() { return this.invia({ comunque: true }); }

  async invia({ comunque = false } = {}) {
    if (this.inVolo || !this.voci.length || (this.linea !== "presente" && !comunque)) return this.inVolo;
    this.inVolo = this.spedisci(this.voci[0]);
    const arrivata = await this.inVolo;
    this.inVolo = null;
    this.avvisa();
    return arrivata ? this.invia() : undefined;
  }

  async spedisci(voce) {
    try {
      const risposta = await fetch(voce.url, {
        method: "POST",
        headers: { "X-CSRFToken": gettone(), Accept: "application/json" },
        body: new URLSearchParams(voce.dati),
        redirect: "manual",
        credentials: "same-origin",
        signal: AbortSignal.timeout(ATTESA_MASSIMA),
      });
      if (daRientrare(risposta)) return this.ferma("sessione");
      if (risposta.status >= 500) return this.ferma("assente");
      const detto = risposta.headers.get("Content-Type")?.includes("json") ? await risposta.json() : {};
      return this.arrivata(voce, risposta.status, detto);
    } catch {
      return this.ferma("assente");
    }
  }

  ferma(linea) {
    this.linea = linea;
    return false;
  }

  arrivata(voce, stato, detto) {
    this.linea = "presente";
    this.voci.splice(this.voci.indexOf(voce), 1);
    this.conserva();
    this.dispatchEvent(new CustomEvent("arrivata", { detail: { voce, stato, detto } }));
    return true;
  }

  avvisa() { this.dispatchEvent(new Event("stato")); }

  /** Once all that can go has gone: true when nothing is left behind. */
  async svuota() {
    await this.inVolo;
    await this.invia({ comunque: true });
    return this.vuota;
  }
}
