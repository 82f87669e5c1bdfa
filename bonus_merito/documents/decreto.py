"""The frozen words of the decree of assignment: only those who have the bonus are named.

Source: L. 107/2015, art. 1 cc. 127-128; L. 241/1990, art. 3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from bonus_merito.documents.parole_atti import (
    Emissione,
    bonus_di,
    lordo_detto,
    luogo_e_data,
    protocollo_detto,
)
from bonus_merito.documents.premesse import premesse
from bonus_merito.enums import Categoria
from bonus_merito.queries.esiti import motivazione_di
from bonus_merito.queries.quadro import QuadroDiProcedura, Riga
from bonus_merito.rules.misure import a_testa, in_euro
from bonus_merito.rules.spiegazione import perche_centesimi, perche_limiti, perche_riparto
from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import decimale, plurale

TIPO = "decreto_bonus"
MODELLO = "decreto-bonus/1"


@dataclass(frozen=True)
class Beneficiario(Congelato):
    """Who has the bonus: how much, by which percentage and band, for which reasons."""

    nome: str
    percentuale: str
    fascia: str
    importo: str
    attivita: tuple[str, ...]
    motivazione: str


@dataclass(frozen=True)
class FasciaDelDecreto(Congelato):
    """A band: how many are in it and what they are paid, in words."""

    fascia: str
    quanti: int
    a_testa: str
    totale: str


@dataclass(frozen=True)
class Ragione(Congelato):
    """A step of the judgement with who says it."""

    testo: str
    fonte: str


@dataclass(frozen=True)
class ContestoDecreto(Congelato):
    """The decree as it is printed."""

    istituto: Intestazione
    titolo: str
    premesse: tuple[str, ...]
    fondo: str
    totale: str
    lordo: str
    metodo: str
    motivo_metodo: str
    motivo_minimo: str
    fonte_minimo: str
    beneficiari: tuple[Beneficiario, ...]
    fasce: tuple[FasciaDelDecreto, ...]
    ragioni: tuple[Ragione, ...]
    parita: tuple[str, ...]
    reclamo: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        return luogo_e_data(self.luogo, self.emesso)


def contesto_decreto(
    quadro: QuadroDiProcedura, emissione: Emissione, *, reclamo: str
) -> ContestoDecreto:
    """The words of the decree on the day on which it is issued. One query."""
    procedura, giudizio = quadro.procedura, quadro.quadro
    return ContestoDecreto(
        istituto=emissione.intestazione,
        titolo=f"Decreto di assegnazione. {bonus_di(procedura)}",
        premesse=tuple(premesse(quadro)),
        fondo=in_euro(giudizio.fondo),
        totale=in_euro(giudizio.riparto.totale),
        lordo=lordo_detto(procedura),
        metodo=quadro.regole.riparto.metodo.valore.etichetta,
        motivo_metodo=procedura.motivo_metodo,
        motivo_minimo=procedura.motivo_minimo,
        fonte_minimo=quadro.regole.minimo.fonte if procedura.motivo_minimo else "",
        beneficiari=tuple(_beneficiario(riga, quadro) for riga in quadro.beneficiari),
        fasce=tuple(_fasce(quadro)),
        ragioni=tuple(Ragione(m.testo, m.fonte) for m in _ragioni(quadro)),
        parita=tuple(_parita(quadro)),
        reclamo=reclamo,
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=protocollo_detto(emissione.protocollo),
    )


def _beneficiario(riga: Riga, quadro: QuadroDiProcedura) -> Beneficiario:
    if riga.esito is None or riga.esito.fascia is None:
        raise ValueError("un beneficiario ha una fascia")
    return Beneficiario(
        nome=riga.nome,
        percentuale=decimale(riga.esito.percentuale),
        fascia=quadro.regole.fasce.intervallo(riga.esito.fascia),
        importo=in_euro(riga.esito.importo or 0),
        attivita=tuple(una.titolo for una in riga.attivita if una.confermata),
        motivazione=motivazione_di(riga),
    )


def _fasce(quadro: QuadroDiProcedura) -> Iterator[FasciaDelDecreto]:
    """From the highest band down, with what was truly paid."""
    for fascia in range(quadro.regole.fasce.numero, 0, -1):
        pagati = quadro.quadro.pagati.get(fascia, [])
        yield FasciaDelDecreto(
            fascia=quadro.regole.fasce.intervallo(fascia),
            quanti=len(pagati),
            a_testa=a_testa(pagati),
            totale=in_euro(sum(pagati)),
        )


def _ragioni(quadro: QuadroDiProcedura) -> list[Motivo]:
    giudizio, regole = quadro.quadro, quadro.regole
    return [
        perche_limiti(
            giudizio, quadro.procedura.in_servizio, regole, Categoria(quadro.procedura.categoria)
        ),
        perche_riparto(giudizio, regole),
        perche_centesimi(giudizio, regole),
    ]


def _parita(quadro: QuadroDiProcedura) -> Iterator[str]:
    """The tie that was decided, with its reason; who stays out is not named."""
    if quadro.decisa is None:
        return
    pari = plurale(len(quadro.decisa.pari), "persona", "persone")
    restano = ", ".join(quadro.nomi[str(pk)] for pk in quadro.decisa.scelte)
    yield f"Alla pari sul limite erano {pari}; restano {restano}. {quadro.decisa.motivo}"


def html_decreto(contesto: ContestoDecreto) -> str:
    """The page of the decree, to be printed with ``FOGLIO``."""
    return render_to_string("bonus/pdf/decreto.html", {"decreto": contesto})
