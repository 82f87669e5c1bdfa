"""The anonymous numbers of an outcome, for who wrote the criteria: nobody can be told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count

from bonus_merito.enums import Area, StatoRichiesta
from bonus_merito.models import Attivita, Procedura, Richiesta
from bonus_merito.models.procedure import DECRETATE
from bonus_merito.queries.quadro import quadro_di
from bonus_merito.queries.regole import parametri_di
from bonus_merito.queries.righe import QuadroDiProcedura, Riga
from bonus_merito.rules.pubblicazione import Conteggio, insiemi_detti, quanti
from bonus_merito.rules.statistiche import Detto, Gruppo, da_dire, media


@dataclass(frozen=True)
class VoceUsata:
    """A heading of the criteria: how many had an activity confirmed under it, None if too few."""

    codice: str
    titolo: str
    persone: int | None


@dataclass(frozen=True)
class MediaDellArea:
    """How much an area gave on average, of its weight; None where too few were assessed."""

    area: Area
    peso: int
    media: Fraction | None


@dataclass(frozen=True)
class Statistiche:
    """The numbers of a procedure that is decreed. Amounts in cents.

    ``fasce`` are the parts of the beneficiaries, ``altri`` those of who had nothing: two wholes,
    because how many had the bonus is said.
    """

    richiesti: int | None
    in_servizio: int | None
    fondo: int
    distribuiti: int
    beneficiari: int | None
    fasce: Sequence[Detto]
    altri: Sequence[Detto]
    medie: Sequence[MediaDellArea]
    voci: Sequence[VoceUsata]
    minimo: int
    fonte: str


def hanno_chiesto(procedura: Procedura) -> int:
    """How many requests are in: the only number that is said before the decree. One query."""
    return Richiesta.objects.filter(
        procedura=procedura,
        stato__in=[StatoRichiesta.INVIATA.value, StatoRichiesta.D_UFFICIO.value],
    ).count()


def statistiche(procedura: Procedura) -> Statistiche | None:
    """The numbers of a decreed procedure, None before the decree. Five queries.

    Before, they would change with every assessment, and two looks would tell one person apart.
    """
    if procedura.stato not in DECRETATE:
        return None
    quadro = quadro_di(procedura)
    gruppo = parametri_di(procedura)["bonus.gruppo_minimo"]
    minimo = gruppo.come(int)
    giudicate = [riga for riga in quadro.righe if riga.esito is not None and not riga.escluso]
    interi = {uno.voce: uno.numero for uno in _interi(quadro, minimo)}
    return Statistiche(
        richiesti=interi.get("richiesti"),
        in_servizio=interi.get("in_servizio"),
        fondo=quadro.quadro.fondo,
        distribuiti=quadro.quadro.riparto.totale,
        beneficiari=interi["beneficiari"],
        fasce=da_dire(list(_fasce(quadro)), minimo),
        altri=da_dire(list(_altri(quadro)), minimo),
        medie=[_media(area, giudicate, quadro, minimo) for area in Area],
        voci=_voci(procedura, minimo),
        minimo=minimo,
        fonte=gruppo.fonte,
    )


def _interi(quadro: QuadroDiProcedura, minimo: int) -> list[Conteggio]:
    """How many were paid, asked, are in service: not two of them that differ by a few."""
    interi = [
        ("beneficiari", len(quadro.beneficiari)),
        ("richiesti", len(quadro.righe)),
        ("in_servizio", quadro.procedura.in_servizio),
    ]
    return insiemi_detti(interi, minimo)


def _fasce(quadro: QuadroDiProcedura) -> Iterator[Gruppo]:
    """Who is paid, by band, the highest first."""
    fasce = quadro.regole.fasce
    dentro = {riga.chiave for riga in quadro.beneficiari}
    importi = quadro.quadro.riparto.importi
    esiti = {riga.chiave: riga.esito for riga in quadro.righe if riga.esito is not None}
    for fascia in range(fasce.numero, 0, -1):
        chi = [c for c, esito in esiti.items() if esito.fascia == fascia and c in dentro]
        nome = f"fascia {fasce.intervallo(fascia)}"
        yield Gruppo(nome, len(chi), sum(importi.get(c, 0) for c in chi))


def _altri(quadro: QuadroDiProcedura) -> Iterator[Gruppo]:
    """Who is not."""
    esclusi = len(quadro.esclusi)
    yield Gruppo("senza bonus", len(quadro.righe) - len(quadro.beneficiari) - esclusi)
    yield Gruppo("esclusi", esclusi)


def _media(
    area: Area, righe: Sequence[Riga], quadro: QuadroDiProcedura, minimo: int
) -> MediaDellArea:
    peso = quadro.regole.pesi[area].valore
    punti = (min(riga.punti.get(area, Fraction(0)), Fraction(peso)) for riga in righe)
    return MediaDellArea(area, peso, media(punti, minimo))


def _voci(procedura: Procedura, minimo: int) -> list[VoceUsata]:
    righe = (
        Attivita.objects.filter(richiesta__procedura=procedura, confermata=True)
        .values("criterio__codice", "criterio__titolo")
        .annotate(persone=Count("richiesta", distinct=True))
        .order_by("criterio__codice")
    )
    return [
        VoceUsata(r["criterio__codice"], r["criterio__titolo"], quanti(r["persone"], minimo))
        for r in righe
    ]
