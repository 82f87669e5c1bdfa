"""The school years, and the classes of any of them with all that was in them."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.scuola.anno import access
from cpia.scuola.anno.queries import anni, classi
from cpia.scuola.anno.rules.durata import inizio_anno
from cpia.scuola.esportazione import esporta
from cpia.scuola.models import AnnoScolastico

ANNO = re.compile(r"[0-9]{4}")


@require_safe
def anno(request: HttpRequest) -> HttpResponse:
    """All school years with what is in them, and where their passage is."""
    access.esige_lettura(request.contesto)
    voci = anni.voci(request.contesto.istituto, request.contesto.oggi)
    return render(request, "scuola/anno/anni.html", {"voci": voci})


@require_safe
def elenco(request: HttpRequest) -> HttpResponse:
    """The classes of a year, that of today unless another is chosen."""
    access.esige_lettura(request.contesto)
    scelto = _scelto(request)
    voci = classi.elenco(scelto) if scelto else []
    if file := esporta(
        request,
        nome="classi",
        titolo=f"Classi {scelto}" if scelto else "Classi",
        intestazione=["Classe", "Corso", "Sede", "Studenti", "Discipline", "Coordina"],
        righe=_righe_classi(voci),
    ):
        return file
    return render(
        request,
        "scuola/anno/classi_elenco.html",
        {"voci": voci, "scelto": scelto, "filtri": _filtri(request, scelto)},
    )


def _righe_classi(voci: list[classi.VoceElenco]) -> Iterator[list[Any]]:
    for voce in voci:
        classe = voce.classe
        yield [
            str(classe),
            classe.corso.nome,
            classe.sede.nome,
            voce.studenti,
            voce.discipline,
            voce.coordinatori,
        ]


def _scelto(request: HttpRequest) -> AnnoScolastico | None:
    """The year in the address, else that of today, else the latest that is not in the future."""
    istituto, oggi = request.contesto.istituto, inizio_anno(request.contesto.oggi)
    chiesto = request.GET.get("anno", "")
    if chiesto:
        # Four figures and no more: of thousands Python refuses to make a number.
        trovato = anni.anno_di(istituto, int(chiesto)) if ANNO.fullmatch(chiesto) else None
        if trovato is None:
            raise Http404
        return trovato
    return next((a for a in anni.anni_scolastici(istituto) if a.inizio <= oggi), None)


def _filtri(request: HttpRequest, scelto: AnnoScolastico | None) -> list[dict[str, Any]]:
    return [
        {"testo": str(a), "numero": None, "url": f"?anno={a.inizio}", "attiva": a == scelto}
        for a in anni.anni_scolastici(request.contesto.istituto)
    ]


@require_safe
def classe(request: HttpRequest, pk: int) -> HttpResponse:
    """A class of any year: its students, subjects, teachers and groups of then."""
    trovata = access.classe(request.contesto, pk)
    intera = classi.intera(trovata)
    if file := esporta(
        request,
        nome=f"classe-{trovata.anno_di_corso}{trovata.sezione}-{trovata.corso.sigla}".lower(),
        titolo=f"{trovata} {trovata.anno_scolastico}",
        intestazione=["Cognome", "Nome", "Nato il", "Dal", "Al", "Gruppi", "Esito", "Passa in"],
        righe=_righe_studenti(intera),
        personale=True,
    ):
        return file
    inizio = trovata.anno_scolastico.inizio
    discipline = [
        (d.cattedra, [(i.persona, classi.giorni(i, inizio)) for i in d.docenti])
        for d in intera.discipline
    ]
    return render(
        request,
        "scuola/anno/classe.html",
        {
            "classe": trovata,
            "intera": intera,
            "discipline": discipline,
            "coordina": [(i.persona, classi.giorni(i, inizio)) for i in intera.coordinatori],
        },
    )


def _righe_studenti(intera: classi.ClasseIntera) -> Iterator[list[Any]]:
    for studente in intera.studenti:
        persona, iscrizione = studente.iscrizione.persona, studente.iscrizione
        yield [
            persona.cognome,
            persona.nome,
            persona.data_nascita,
            iscrizione.dal,
            iscrizione.al,
            studente.gruppi,
            studente.esito,
            str(studente.verso) if studente.verso else "",
        ]
