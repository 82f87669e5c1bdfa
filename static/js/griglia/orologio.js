// The hour of the portal, in Italy: the clock of the computer may be wrong or elsewhere.

let scarto = 0;

/** adesso: the instant of the server when it made the page, in seconds. */
export function regola(adesso) { scarto = adesso * 1000 - Date.now(); }

/** ``10.42`` */
export function ora() {
  const momento = new Date(Date.now() + scarto);
  return momento.toLocaleTimeString("it-IT", { timeZone: "Europe/Rome", hour: "numeric", minute: "2-digit" }).replace(":", ".");
}
