"""Known parameters of a ranking: ties, what is published, complaint, outcome of the work."""

from collections.abc import Mapping
from typing import Final

from cpia.norme.enums import Origine, TipoParametro
from cpia.norme.rules.chiave import Chiave

MODELLO: Final = (
    "prassi d’istituto, sul modello dell’IC di Porto Venere: Regolamento per il conferimento di "
    "incarichi"
)
PRASSI: Final = "prassi d’istituto: nessuna norma lo fissa"
ART_14_7: Final = "D.P.R. 275/1999, art. 14 c. 7"
ANNI_MASSIMI: Final = 10
# How two who have as many points are told apart, in the order in which a school writes them.
PARITA: Final[Mapping[str, str]] = {
    "minor_offerta": "l’offerta economica più bassa",
    "esperienza_specifica": "più punti per l’esperienza specifica",
    "anzianita_istituto": "chi serve da più tempo nell’istituto",
    "piu_giovane": "il più giovane",
    "piu_anziano": "il più anziano d’età",
    "voto_collegio": "il voto segreto del Collegio dei docenti",
    "sorteggio": "il sorteggio, a verbale",
    "nessuno": "nessun’altra regola",
}


def _parita(posto: int, detto: str, predefinito: str, fonte: str) -> Chiave:
    return Chiave(
        f"selezioni.parita_{posto}", TipoParametro.SCELTA,
        f"A parità di punti, {detto}", predefinito, fonte, scelte=PARITA,
    )  # fmt: skip


ORDINE: Final = (
    _parita(1, "la prima regola", "minor_offerta", f"{MODELLO}, art. 4 c. 7"),
    _parita(2, "la seconda regola", "anzianita_istituto", PRASSI),
    _parita(
        3, "la terza regola", "piu_giovane",
        "prassi d’istituto, da verificare, per analogia con la L. 191/1998, art. 2 c. 9: è "
        "preferito il candidato più giovane di età",
    ),
    _parita(4, "la quarta regola", "sorteggio", PRASSI),
    Chiave(
        "selezioni.pubblicazione", TipoParametro.SCELTA,
        "Che cosa si pubblica della graduatoria", "nomi", f"{MODELLO}, art. 4 c. 11",
        scelte={"nomi": "i soli nomi, in ordine", "nomi_e_punti": "i nomi con i punti"},
    ),
    Chiave(
        "selezioni.reclamo_giorni", TipoParametro.INTERO,
        "Giorni per reclamare contro la graduatoria provvisoria, quando l’avviso non dice altro",
        "15", ART_14_7, Origine.LEGGE, minimo=1,
        in_contrasto_con="gli avvisi delle scuole scrivono anche 5 o 7 giorni.",
    ),
    Chiave(
        "selezioni.reclamo_scelte", TipoParametro.ELENCO,
        "Termini di reclamo, in giorni, fra cui un avviso può scegliere", "5, 7, 15",
        "prassi d’istituto, da verificare: gli avvisi delle scuole li usano tutti e tre",
        minimo=1, crescente=True,
    ),
    Chiave(
        "selezioni.reclamo_decisione", TipoParametro.INTERO,
        "Giorni entro cui si decide un reclamo", "30", ART_14_7, Origine.LEGGE, minimo=1,
    ),
)  # fmt: skip

ESITO: Final = (
    Chiave(
        "selezioni.risposta_giorni", TipoParametro.INTERO,
        "Giorni per rispondere alla proposta di un incarico", "5", PRASSI, minimo=1,
    ),
    Chiave(
        "selezioni.integrazione_giorni", TipoParametro.INTERO,
        "Giorni che si possono dare per integrare un risultato, al più", "30",
        f"{MODELLO}, art. 8 cc. 2-3", minimo=1,
    ),
    Chiave(
        "selezioni.albo_esperti_anni", TipoParametro.INTERO,
        "Anni scolastici per cui vale un’iscrizione all’albo degli esperti", "1",
        "prassi d’istituto: il regolamento dell’IC di Porto Venere, art. 1 c. 1, lega l’albo alla "
        "programmazione annuale e non dice quanto vale un’iscrizione",
        minimo=1, massimo=ANNI_MASSIMI,
    ),
)  # fmt: skip

GRADUATORIE: Final = (*ORDINE, *ESITO)
