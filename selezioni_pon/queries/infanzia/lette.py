"""The rows of a list of enrolments as the rules take them."""

from collections.abc import Iterable

from selezioni_pon.enums import GruppoPrecedenza, StatoPosto
from selezioni_pon.models import (
    DomandaInfanzia,
    ElencoInfanzia,
    SezioneInfanzia,
    VersioneInfanzia,
)
from selezioni_pon.rules.fila import Assegnazione, Riga
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.griglia.punteggio import Punteggio, valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.infanzia.modello import Bambino
from selezioni_pon.rules.infanzia.posti import Sezione


def scritta(versione: VersioneInfanzia) -> Assegnazione:
    """What a version gave, as it was written. One query."""
    righe = versione.righe.order_by("ordine")
    lette = tuple(
        Riga(str(una.domanda_id), StatoPosto(una.stato), una.posizione, una.in_attesa, ())
        for una in righe
    )
    return Assegnazione(lette, versione.posti, 0, 0, ())


def sezioni_lette(sezioni: Iterable[SezioneInfanzia]) -> list[Sezione]:
    """The sections as the rules take them."""
    return [Sezione(una.nome, una.gravi, una.non_gravi) for una in sezioni]


def domande_di(elenco: ElencoInfanzia) -> dict[str, DomandaInfanzia]:
    """The applications by their id as text, with child and titles. Two queries."""
    righe = (
        elenco.domande.select_related("bambino", "protocollo")
        .prefetch_related("titoli")
        .order_by("numero")
    )
    return {str(una.pk): una for una in righe}


def punteggio_di(griglia: Griglia, domanda: DomandaInfanzia) -> Punteggio:
    """What the titles that count give. No query."""
    contano = [uno.voce for uno in domanda.titoli.all() if not uno.non_conta]
    return valuta(griglia, [Titolo(voce) for voce in contano])


def bambino_di(chi: str, domanda: DomandaInfanzia, punteggio: Punteggio) -> Bambino:
    """An application as the rules take it. Raises ValueError without the day of birth."""
    bambino, gruppo = domanda.bambino, domanda.precedenza
    if bambino.data_nascita is None:
        raise ValueError("una domanda si registra con il giorno di nascita")
    return Bambino(
        chi,
        bambino.data_nascita,
        punteggio.totale,
        domanda.presentata_il,
        nome=str(bambino),
        precedenza=GruppoPrecedenza(gruppo) if gruppo else None,
        residente=domanda.residente,
    )
