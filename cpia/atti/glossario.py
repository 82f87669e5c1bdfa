"""The words that the register has for what leaves the office."""

AZIONI = {
    "protocolla": "ha registrato al protocollo",
    "prepara documento": "ha preparato il documento",
    "sostituisce documento": "ha sostituito il documento con uno nuovo",
    "annulla documento": "ha annullato il documento",
    "legge documento": "ha letto il documento",
    "prepara pubblicazione": "ha preparato la pubblicazione all’albo",
    "corregge pubblicazione": "ha corretto la bozza della pubblicazione",
    "elimina bozza": "ha eliminato la bozza della pubblicazione",
    "aggiunge file": "ha aggiunto un file alla pubblicazione",
    "toglie file": "ha tolto un file dalla pubblicazione",
    "pubblica all’albo": "ha pubblicato all’albo",
    "annulla pubblicazione": "ha annullato la pubblicazione",
    "sostituisce pubblicazione": "ha sostituito la pubblicazione con una nuova",
    "attesta pubblicazione": "ha rilasciato l’attestazione di pubblicazione",
    "toglie dati personali": "ha tolto i dati personali a pubblicazione finita",
    "segna dati personali": "ha segnato che l’atto contiene dati personali",
    "legge file": "ha letto un file agli atti",
}
CAMPI = {
    "numero": "numero",
    "anno": "anno",
    "protocollo": "protocollo",
    "documento": "documento",
    "sostituito_da": "sostituito dal documento",
    "sostituita_da": "sostituita da",
    "motivo": "motivo",
    "impronta": "impronta del file",
    "pubblico": "visibile al pubblico",
    "file_rimossi": "impronte dei file tolti",
    "versione": "",
}
