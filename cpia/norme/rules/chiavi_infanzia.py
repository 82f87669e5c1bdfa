"""Known parameters of the enrolments at the scuola dell’infanzia: places and early children."""

from typing import Final

from cpia.norme.enums import Origine, TipoParametro
from cpia.norme.rules.chiave import Chiave

DPR_81: Final = "D.P.R. 81/2009, art. 9"
DPR_89: Final = "D.P.R. 89/2009, art. 2"
MODELLO: Final = (
    "prassi d’istituto, sul modello dell’IC di Porto Venere: Regolamento d’istituto, «Iscrizioni», "
    "art. 3"
)
BAMBINI_MASSIMI: Final = 40

POSTI: Final = (
    Chiave(
        "selezioni.infanzia.soglia_lista", TipoParametro.INTERO,
        "Domande per sezione oltre le quali si forma la lista di attesa", "26",
        f"{DPR_81} c. 2: di norma al più 26 bambini per sezione", Origine.LEGGE,
        minimo=1, massimo=BAMBINI_MASSIMI, segue="selezioni.infanzia.posti",
    ),
    Chiave(
        "selezioni.infanzia.posti", TipoParametro.INTERO,
        "Bambini ammessi a frequentare una sezione, in ordine di graduatoria", "26",
        f"{DPR_81} c. 2: di norma al più 26 bambini per sezione", Origine.LEGGE,
        minimo=1, massimo=BAMBINI_MASSIMI,
    ),
    Chiave(
        "selezioni.infanzia.posti_estremi", TipoParametro.INTERO,
        "Bambini di una sezione in casi particolari: oltre, si resta in lista di attesa", "29",
        f"{DPR_81} c. 3: le eccedenze si ripartiscono senza superare 29 bambini per sezione",
        Origine.LEGGE, minimo=1, massimo=BAMBINI_MASSIMI,
    ),
)  # fmt: skip

ANTICIPI: Final = (
    Chiave(
        "selezioni.infanzia.nati_entro", TipoParametro.GIORNO_MESE,
        "Giorno entro cui compie tre anni chi si iscrive alla scuola dell’infanzia", "31/12",
        f"{DPR_89} c. 1", Origine.LEGGE,
    ),
    Chiave(
        "selezioni.infanzia.anticipo_nati_entro", TipoParametro.GIORNO_MESE,
        "Giorno entro cui compie tre anni chi si iscrive in anticipo", "30/04",
        f"{DPR_89} c. 2", Origine.LEGGE,
    ),
    Chiave(
        "selezioni.infanzia.anticipi_al", TipoParametro.GIORNO_MESE,
        "Giorno in cui si contano gli iscritti per ammettere gli anticipi", "30/08",
        f"{MODELLO} lett. b",
    ),
    Chiave(
        "selezioni.infanzia.anticipi_iscritti", TipoParametro.ELENCO,
        "Iscritti della sezione da cui comincia ogni fascia degli anticipi", "15, 20, 26",
        f"{MODELLO} lett. b; sotto 15 iscritti il regolamento tace",
        minimo=0, massimo=BAMBINI_MASSIMI, crescente=True,
    ),
    Chiave(
        "selezioni.infanzia.anticipi_ammessi", TipoParametro.ELENCO,
        "Bambini in anticipo ammessi in ognuna di quelle fasce", "3, 2, 0",
        f"{MODELLO} lett. b", minimo=0, massimo=BAMBINI_MASSIMI,
    ),
    Chiave(
        "selezioni.infanzia.anticipi_con_attesa", TipoParametro.BOOLEANO,
        "Si ammettono anticipi anche se altri bambini sono in lista di attesa", "no",
        f"{DPR_89} c. 2: solo esaurite le liste di attesa", Origine.LEGGE,
    ),
    Chiave(
        "selezioni.infanzia.anticipi_frequentanti", TipoParametro.INTERO,
        "Frequentanti di una sezione che ha bambini in anticipo, al più", "25",
        f"{MODELLO} lett. e", minimo=1, massimo=BAMBINI_MASSIMI,
    ),
)  # fmt: skip

ELENCO: Final = (
    Chiave(
        "selezioni.infanzia.osservazioni", TipoParametro.INTERO,
        "Giorni che le famiglie hanno per scrivere osservazioni sull’elenco provvisorio", "5",
        "prassi d’istituto, da verificare: la L. 241/1990, art. 10 lett. b, non dà un termine",
        minimo=1, massimo=60,
    ),
)  # fmt: skip

INFANZIA: Final = (*POSTI, *ANTICIPI, *ELENCO)
