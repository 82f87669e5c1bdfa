"""The frozen words of what everybody may read: never an amount by name, never a ranking.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, art. 9; CPIA Napoli Provincia 2, Regolamento
della commissione per la valutazione, arts. 7 c. 6 and 10 c. 5; D.Lgs. 33/2013, art. 20.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.template.loader import render_to_string

from bonus_merito.documents.parole_atti import (
    Emissione,
    bonus_di,
    criteri_detti,
    luogo_e_data,
    protocollo_detto,
)
from bonus_merito.models import Assegnazione, Procedura
from bonus_merito.queries.pubblicabile import (
    Contenuto,
    DatoPubblico,
    GruppoPubblico,
    Premio,
    contenuto_di,
)
from bonus_merito.queries.quadro import fondo_di
from bonus_merito.queries.regole import regole_di
from bonus_merito.queries.termini import pubblicazione_scelta
from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica

TIPO = "prospetto_bonus"
MODELLO = "prospetto-bonus/1"


@dataclass(frozen=True)
class ContestoProspetto(Congelato):
    """What is put on the albo: the list in its groups, or the data; never both."""

    istituto: Intestazione
    titolo: str
    sottotitolo: str
    criteri: str
    gruppi: tuple[GruppoPubblico, ...]
    dati: tuple[DatoPubblico, ...]
    fasce: tuple[DatoPubblico, ...]
    fonte: str
    reclamo: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        return luogo_e_data(self.luogo, self.emesso)


def contenuto(procedura: Procedura, esiti: Sequence[Assegnazione]) -> Contenuto:
    """In the form of the regulation of the school. ``esiti`` with their persons; one query."""
    premi = [
        Premio(esito.richiesta, esito.fascia, round(Fraction(esito.importo) * 100))
        for esito in esiti
    ]
    return contenuto_di(
        procedura, premi, fondo=fondo_di(procedura), fasce=regole_di(procedura).fasce
    )


def contesto_prospetto(
    procedura: Procedura, esiti: Sequence[Assegnazione], emissione: Emissione, *, reclamo: str
) -> ContestoProspetto:
    """What the regulation of the school lets everybody read. ``esiti`` with their persons."""
    detto = contenuto(procedura, esiti)
    return ContestoProspetto(
        istituto=emissione.intestazione,
        titolo=bonus_di(procedura),
        sottotitolo="Beneficiari, in ordine alfabetico" if detto.gruppi else "Dati aggregati",
        criteri=criteri_detti(procedura),
        gruppi=detto.gruppi,
        dati=detto.dati,
        fasce=detto.fasce,
        fonte=pubblicazione_scelta(procedura).fonte,
        reclamo=reclamo,
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=protocollo_detto(emissione.protocollo),
    )


def html_prospetto(contesto: ContestoProspetto) -> str:
    """The page for everybody, to be printed with ``FOGLIO``."""
    return render_to_string("bonus/pdf/prospetto.html", {"prospetto": contesto})
