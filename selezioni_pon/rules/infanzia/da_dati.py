"""The rules of a school for its enrolments read from data, strictly.

Raises ValueError, in Italian and with the place, for what is unknown, missing or badly written.
"""

from collections.abc import Mapping
from dataclasses import fields

from cpia.norme.rules.motivi import Valore
from selezioni_pon.enums import ConteggioAnticipi, GruppoPrecedenza
from selezioni_pon.rules.infanzia.modello import (
    FontiOrdine,
    GruppoPrioritario,
    LimitiDisabilita,
    RegoleAnticipi,
    RegoleFrequenza,
    RegoleInfanzia,
)
from selezioni_pon.rules.infanzia.parametri import NumeriAnticipi, ParametriInfanzia
from selezioni_pon.rules.scritte import Scritte

PARTI = ("ordine", "precedenze", "disabilita", "anticipi", "frequenza", "rilievi")
DI_ORDINE = tuple(campo.name for campo in fields(FontiOrdine))


def infanzia_da(
    dati: Mapping[str, object], dove: str, parametri: ParametriInfanzia
) -> RegoleInfanzia:
    """The rules that the data and the parameters in force describe."""
    scritte = Scritte.lette(dati, dove)
    scritte.solo("fonte", *PARTI)
    return RegoleInfanzia(
        fonte=scritte.atto,
        eta=parametri.eta,
        ordine=_ordine(scritte.parte("ordine")),
        precedenze=tuple(_gruppo(uno) for uno in scritte.parti("precedenze")),
        posti=parametri.posti,
        disabilita=_disabilita(scritte.parte("disabilita")),
        anticipi=_anticipi(scritte.parte("anticipi"), parametri.anticipi),
        frequenza=_frequenza(scritte.parte("frequenza")),
        rilievi=scritte.rilievi(),
    )


def _ordine(scritte: Scritte) -> FontiOrdine:
    scritte.solo(*DI_ORDINE)
    return FontiOrdine(*(scritte.fonte(chiave) for chiave in DI_ORDINE))


def _gruppo(scritte: Scritte) -> GruppoPrioritario:
    scritte.solo("gruppo", "testo", "fonte")
    tabella = scritte.tabella
    gruppo = tabella.scelta("gruppo", GruppoPrecedenza)
    return GruppoPrioritario(gruppo, tabella.pieno("testo"), scritte.fonte())


def _disabilita(scritte: Scritte) -> LimitiDisabilita:
    scritte.solo(*(campo.name for campo in fields(LimitiDisabilita)))
    tabella = scritte.tabella
    return LimitiDisabilita(
        posti_con_grave=tabella.contato("posti_con_grave"),
        posti_con_non_grave=tabella.contato("posti_con_non_grave"),
        gravi_per_sezione=tabella.contato("gravi_per_sezione"),
        non_gravi_per_sezione=tabella.contato("non_gravi_per_sezione"),
        fonte=scritte.fonte(),
    )


def _anticipi(scritte: Scritte, numeri: NumeriAnticipi) -> RegoleAnticipi:
    scritte.solo("condizioni", "ordine", "dopo", "sotto", "conteggio", "fonte_conteggio")
    conteggio = scritte.tabella.scelta("conteggio", ConteggioAnticipi)
    return RegoleAnticipi(
        numeri,
        Valore(conteggio, scritte.fonte("fonte_conteggio")),
        condizioni=scritte.fonte("condizioni"),
        ordine=scritte.fonte("ordine"),
        dopo=scritte.fonte("dopo"),
        sotto=scritte.fonte("sotto"),
    )


def _frequenza(scritte: Scritte) -> RegoleFrequenza:
    scritte.solo("fonte_primo", "secondo_dal", "fonte_secondo", "fonte_autonomia")
    return RegoleFrequenza(
        scritte.fonte("fonte_primo"),
        Valore(scritte.giorno("secondo_dal"), scritte.fonte("fonte_secondo")),
        scritte.fonte("fonte_autonomia"),
    )
