"""The acts that somebody may cite as evidence: those on the albo, or that one reads."""

import re
from collections.abc import Iterator
from itertools import islice

from django.db.models import Exists, OuterRef, Q, QuerySet

from cpia.atti.albo.queries.pubblico import visibili
from cpia.atti.models import Documento
from cpia.atti.registri import puo_leggere
from cpia.atti.rules import normalizza_codice
from cpia.scuola.access import Contesto

QUANTI = 12
# Of these, the latest, one looks whether the person reads them: the others are found by number.
GUARDATI = 60
NUMERO = re.compile(r"(\d{1,7})(?:\s*/\s*(\d{4}))?")


def _in_vigore(contesto: Contesto) -> QuerySet[Documento]:
    """Those that hold, with ``all_albo``: whether everybody reads them there today."""
    righe = Documento.objects.filter(
        istituto=contesto.istituto, annullato_il__isnull=True, sostituito_da__isnull=True
    )
    # Once its days are over what had personal data tells no more of them.
    pubbliche = visibili(contesto.istituto.pk, contesto.oggi).filter(
        Q(al__gte=contesto.oggi) | Q(con_dati_personali=False),
        annullata_il__isnull=True,
        documento=OuterRef("pk"),
    )
    return righe.annotate(all_albo=Exists(pubbliche)).select_related("protocollo")


def citabile(contesto: Contesto, atto_id: int) -> Documento | None:
    """An act that the person may cite; None for one that is meant for others."""
    trovati = _in_vigore(contesto).filter(pk=atto_id)
    return next(_citabili(contesto, trovati), None)


def _citabili(contesto: Contesto, righe: QuerySet[Documento]) -> Iterator[Documento]:
    """The acts among these that are on the albo, or that the person reads.

    One query, and those that ``puo_leggere`` asks for each that is not on the albo.
    """
    for atto in righe[:GUARDATI]:
        if getattr(atto, "all_albo", False) or puo_leggere(contesto, atto):
            yield atto


def cerca_atti(contesto: Contesto, cercato: str) -> list[Documento]:
    """The acts found by words of the title, number of protocol or verification code, latest first.

    Reserved ones are found by their code alone.
    """
    parole = cercato.split()[:6]
    if not parole or "\x00" in cercato:
        return []
    codice = normalizza_codice(cercato)
    righe = _in_vigore(contesto)
    if codice:
        return list(_citabili(contesto, righe.filter(codice_verifica=codice)))
    righe = righe.filter(_per_numero(cercato) | _per_titolo(parole))
    aperte = righe.filter(Q(riservato=False) | Q(all_albo=True))
    return list(islice(_citabili(contesto, aperte), QUANTI))


def _per_titolo(parole: list[str]) -> Q:
    condizione = Q()
    for parola in parole:
        condizione &= Q(titolo__icontains=parola[:60])
    return condizione


def _per_numero(cercato: str) -> Q:
    trovato = NUMERO.fullmatch(cercato.strip())
    if trovato is None:
        return Q(pk__in=[])
    condizione = Q(protocollo__numero=int(trovato[1]))
    return condizione & Q(protocollo__anno=int(trovato[2])) if trovato[2] else condizione


def in_parole(documento: Documento) -> str:
    """An act as a paper cites it: title, protocol, code."""
    return ", ".join(_parti(documento))


def _parti(documento: Documento) -> Iterator[str]:
    yield documento.titolo
    if documento.protocollo:
        yield f"prot. n. {documento.protocollo}"
    yield f"codice {documento.codice_verifica}"
