"""The words that the register has for circulars, notices and calendars."""

AZIONI = {
    "prepara circolare": "ha preparato la circolare",
    "modifica circolare": "ha modificato la circolare",
    "allega file a circolare": "ha allegato un file alla circolare",
    "toglie file da circolare": "ha tolto un file dalla circolare",
    "pubblica circolare": "ha pubblicato la circolare",
    "annulla circolare": "ha annullato la circolare",
    "elimina bozza di circolare": "ha eliminato la bozza della circolare",
    "prende visione di circolare": "ha preso visione della circolare",
    "risponde a circolare": "ha risposto alla circolare",
    "ritira il riscontro a circolare": "ha ritirato la presa visione o la risposta",
    "sollecita circolare": "ha sollecitato chi non ha ancora risposto",
    "sollecita": "ha sollecitato chi è in ritardo",
    "ritira solleciti": "ha ritirato i solleciti non ancora partiti",
    "ritira sollecito": "ha ritirato il sollecito non ancora partito",
    "sceglie come ricevere gli avvisi": "ha scelto come ricevere gli avvisi",
    "crea calendario privato": "ha creato l’indirizzo del calendario privato",
    "revoca calendario privato": "ha revocato l’indirizzo del calendario privato",
}
CAMPI = {
    "oggetto": "oggetto",
    "risposta": "risposta",
    "destinatari": "destinatari",
    "posta": "e-mail",
    "ora": "ora del riepilogo",
    "ricevuta": "",
}
