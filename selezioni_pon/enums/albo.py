"""Choices of the register of experts."""

from cpia.norme.enums import Voce


class StatoIscrizione(Voce):
    """What was decided of an entry; whether it is over, the day says."""

    CHIESTA = "chiesta", "da decidere"
    ISCRITTA = "iscritta", "nell’albo"
    RIFIUTATA = "rifiutata", "rifiutata"
    RITIRATA = "ritirata", "ritirata"
    CANCELLATA = "cancellata", "cancellata"


class SituazioneAlbo(Voce):
    """Where an entry stands on a day."""

    DA_DECIDERE = "da_decidere", "da decidere"
    VALIDA = "valida", "nell’albo"
    FUTURA = "futura", "rinnovata, non ancora cominciata"
    SCADUTA = "scaduta", "scaduta"
    RIFIUTATA = "rifiutata", "rifiutata"
    RITIRATA = "ritirata", "ritirata"
    CANCELLATA = "cancellata", "cancellata"
