"""A grid read from its data: what is unknown, missing or out of place is refused.

The data are those of a file of the programme, or of a grid that a school writes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from cpia.scuola.parole import elenco
from selezioni_pon.enums import FasciaContesa
from selezioni_pon.rules.griglia.modello import Griglia, Lettura, Sezione
from selezioni_pon.rules.griglia.tabella import Tabella
from selezioni_pon.rules.griglia.voce_da_dati import voce_da

DI_GRIGLIA: Final = frozenset({"titolo", "fonte", "avvertenze", "contesa"})
DI_SEZIONE: Final = frozenset(
    {"sigla", "titolo", "numero", "tetto", "voci", "altre_letture", "perche_questa"}
)


def griglia_da(dati: Mapping[str, object], slug: str, base: Griglia | None) -> Griglia:
    """The grid that the data describe.

    ``base`` gives the sections where the data say ``come``: then title, source and notes are their
    own. Raises ValueError, in Italian and with the place, for data that make no grid.
    """
    tabella = Tabella(dati, slug)
    voluta = "sezioni" if base is None else "come"
    tabella.solo(DI_GRIGLIA | {voluta}, frozenset({"titolo", "fonte", voluta}))
    letta = Griglia(
        slug=slug,
        titolo=tabella.pieno("titolo"),
        fonte=tabella.pieno("fonte"),
        profilo=slug.rpartition("/")[2],
        sezioni=_sezioni(tabella) if base is None else base.sezioni,
        contesa=tabella.scelta(
            "contesa", FasciaContesa, base.contesa if base else FasciaContesa.PIU_FAVOREVOLE
        ),
        avvertenze=tabella.testi("avvertenze"),
    )
    for guasto in chain(_doppi(letta), _rimandi_persi(letta)):
        tabella.errore("sezioni", guasto)
    return letta


def _sezioni(tabella: Tabella) -> tuple[Sezione, ...]:
    sezioni = tuple(_sezione(una) for una in tabella.tabelle("sezioni"))
    return sezioni or tabella.errore("sezioni", "serve almeno una sezione")


def _sezione(tabella: Tabella) -> Sezione:
    tabella.solo(DI_SEZIONE, frozenset({"sigla", "titolo", "voci"}))
    voci = tuple(voce_da(una) for una in tabella.tabelle("voci"))
    letta = Sezione(
        sigla=tabella.pieno("sigla"),
        titolo=tabella.pieno("titolo"),
        numero=tabella.testo("numero"),
        tetto=tabella.cifra("tetto"),
        voci=voci or tabella.errore("voci", "serve almeno una voce"),
        altre_letture=tuple(_lettura(una) for una in tabella.tabelle("altre_letture")),
        perche_questa=tabella.testo("perche_questa"),
    )
    if letta.altre_letture and not letta.perche_questa:
        tabella.errore("perche_questa", "serve il motivo della lettura scelta")
    return letta


def _lettura(tabella: Tabella) -> Lettura:
    tabella.solo(frozenset({"tetto", "fonte"}))
    return Lettura(tabella.punti("tetto"), tabella.pieno("fonte"))


def _doppi(griglia: Griglia) -> Iterator[str]:
    """The names that two items, or two sections, have."""
    nomi = Counter(nome for voce in griglia.voci for nome in voce.nomi)
    sigle = Counter(sezione.sigla for sezione in griglia.sezioni)
    for cosa, volte in (("due voci si chiamano", nomi), ("due sezioni si chiamano", sigle)):
        doppi = [nome for nome, quante in volte.items() if quante > 1]
        if doppi:
            yield f"{cosa} {elenco(doppi)}"


def _rimandi_persi(griglia: Griglia) -> Iterator[str]:
    """The items that another one names and that are not there, or are itself."""
    numeri = {voce.numero for voce in griglia.voci}
    for voce in griglia.voci:
        nominate = {*voce.assorbita_da, *voce.mai_con, *voce.richiede}
        persi = sorted(nominate - (numeri - {voce.numero}))
        if persi:
            yield f"la voce {voce.numero} rimanda a {elenco(persi)}: non c’è un’altra voce così"
