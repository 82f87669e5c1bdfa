"""What the office ascertained of somebody, as the judgement takes it."""

from fractions import Fraction

from bonus_merito.models import Procedura, Requisiti
from bonus_merito.rules.esclusioni import (
    Giorni,
    Posizione,
    percento_di_assenza,
    sanzione_che_conta,
)
from bonus_merito.rules.regole import RegoleEsclusione
from cpia.norme.rules import AnnoScolastico

# Whom the office has not looked at yet is judged as in order: the decree waits for it.
IN_REGOLA = Posizione(di_ruolo=True, sanzioni=False, assenza=Fraction(0))


def posizione_di(
    requisiti: Requisiti | None, procedura: Procedura, regole: RegoleEsclusione
) -> Posizione:
    """Tenure, sanctions that count, per cent of absence; ``procedura`` has its fund and year."""
    if requisiti is None:
        return IN_REGOLA
    inizio = AnnoScolastico(procedura.fondo.anno_scolastico.inizio).dal
    giorno = requisiti.sanzione_il
    return Posizione(
        di_ruolo=requisiti.di_ruolo,
        sanzioni=giorno is not None
        and sanzione_che_conta(giorno, inizio, regole.anni_sanzioni.valore),
        assenza=percento_di_assenza(
            Giorni(requisiti.giorni_lavorativi, requisiti.assenze, requisiti.congedi),
            congedi_esclusi=regole.congedi_esclusi.valore,
        ),
    )
