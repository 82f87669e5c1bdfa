"""The words that the register has for the regulations; the portal lends them."""

AZIONI = {
    "prepara regolamento": "ha preparato la bozza del regolamento",
    "prepara versione del regolamento": "ha preparato una nuova versione del regolamento",
    "scrivi regola in bozza": "ha scritto una regola nella bozza",
    "togli regola in bozza": "ha tolto una regola dalla bozza",
    "scarta bozza di regolamento": "ha scartato la bozza del regolamento",
    "adotta regolamento": "ha registrato l’adozione del regolamento",
    "ritira adozione del regolamento": "ha riportato il regolamento in bozza prima che cominciasse",
    "riapri regolamento": "ha riaperto il regolamento, che nessun altro sostituisce più",
    "cessa regolamento": "ha registrato la fine del regolamento, sostituito da un altro",
}
CAMPI = {
    "titolo": "titolo",
    "chiave": "regola",
    "era": "era",
    "era_articolo": "all’articolo",
    "era_testo": "con le parole",
    "valore": "valore",
    "atto": "atto",
    "dal": "in vigore dal",
    "al": "fino al",
    "finiva": "finiva il",
    "regole": "regole",
    "sostituisce": "versione sostituita",
}
