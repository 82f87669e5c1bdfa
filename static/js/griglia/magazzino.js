// What waits to be sent survives a reload: in this browser, by user and entry, levels only.
// Names and reasons never get here.

export class Magazzino {
  constructor(chiave) { this.chiave = chiave; }

  leggi() {
    try {
      return JSON.parse(localStorage.getItem(this.chiave)) ?? {};
    } catch {
      return {};
    }
  }

  /** Change the own entries only: another window of the same person has its own. */
  cambia(chiave, voce) {
    const tutto = this.leggi();
    if (voce) tutto[chiave] = voce;
    else delete tutto[chiave];
    try {
      if (Object.keys(tutto).length) localStorage.setItem(this.chiave, JSON.stringify(tutto));
      else localStorage.removeItem(this.chiave);
    } catch {
      // Full or forbidden: the level waits in the page, which warns before it is left.
    }
  }
}
