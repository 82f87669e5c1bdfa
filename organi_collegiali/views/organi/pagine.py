"""The list of the organs and the page of one."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import plurale
from organi_collegiali.access import organi as access
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.queries.cariche import prepara, puo_presiedere
from organi_collegiali.queries.organi import pagina_organo as pagina
from organi_collegiali.queries.organi import quadro_organi as quadro
from organi_collegiali.services.organi.mandati import allinea_di_diritto
from organi_collegiali.views.organi.comuni import alla_pagina

DI_CLASSE = (
    TipoOrgano.CONSIGLIO_CLASSE, TipoOrgano.INTERCLASSE, TipoOrgano.INTERSEZIONE,
    TipoOrgano.LIVELLO, TipoOrgano.ASSEMBLEA_GENITORI,
)  # fmt: skip
COLONNE = ["Organo", "Presiede", "Componenti con voto", "Posti", "Vacanti", "Prossima seduta"]
COMPONENTI = ["Cognome e nome", "Componente", "Come", "Carica", "Voto", "Dal", "Al"]


@require_safe
def elenco(request: HttpRequest) -> HttpResponse:
    """The organs: all of them for who works for them, the own ones for who sits."""
    contesto: Contesto = request.contesto
    ufficio = prepara(contesto)
    righe = quadro.organi_dell_ufficio(contesto) if ufficio else quadro.organi_miei(contesto)
    if file := esporta(
        request, nome="organi", titolo="Organi collegiali", intestazione=COLONNE,
        righe=_come_file(righe),
    ):  # fmt: skip
        return file
    guardare = [riga for riga in righe if riga.da_guardare]
    solo_guai = ufficio and request.GET.get("mostra") == "da-guardare"
    dati = {
        "ufficio": ufficio,
        "gruppi": _per_genere(guardare if solo_guai else righe),
        "sedute": quadro.sedute_prossime(contesto),
        "pillole": _pillole(request, len(righe), len(guardare), solo_guai=solo_guai),
    }
    return render(request, "organi/organi/elenco.html", dati)


def _come_file(righe: Iterable[quadro.RigaOrgano]) -> Iterable[Sequence[Any]]:
    for riga in righe:
        inizio = riga.prossima.inizio_previsto if riga.prossima else None
        posti = riga.posti if riga.posti is not None else "tutti"
        yield (
            riga.organo.nome, riga.presidente, riga.votanti, posti, riga.vacanti,
            f"{inizio:%d/%m/%Y}" if inizio else "",
        )  # fmt: skip


def _per_genere(
    righe: Iterable[quadro.RigaOrgano],
) -> list[tuple[str, list[quadro.RigaOrgano]]]:
    """Those of the whole institute, then those of classes and levels."""
    di_tutti: list[quadro.RigaOrgano] = []
    di_classe: list[quadro.RigaOrgano] = []
    for riga in righe:
        (di_classe if riga.tipo in DI_CLASSE else di_tutti).append(riga)
    gruppi = [("Dell’istituto", di_tutti), ("Di classe, interclasse e livello", di_classe)]
    return [(nome, sue) for nome, sue in gruppi if sue]


def _pillole(
    request: HttpRequest, tutti: int, guardare: int, *, solo_guai: bool
) -> list[dict[str, Any]]:
    return [
        {"testo": "Tutti", "numero": tutti, "url": request.path, "attiva": not solo_guai},
        {
            "testo": "Da guardare", "numero": guardare, "url": "?mostra=da-guardare",
            "attiva": solo_guai,
        },
    ]  # fmt: skip


@require_safe
def organo(request: HttpRequest, pk: int) -> HttpResponse:
    """One organ: who sits, who left, the sittings, the elections, its rules with both sources."""
    contesto: Contesto = request.contesto
    trovato = access.organo(contesto, pk)
    cura = prepara(contesto)
    gruppi = pagina.gruppi(trovato, contesto, assenze=cura)
    if file := esporta(
        request, nome="componenti", titolo=trovato.nome[:31], intestazione=COMPONENTI,
        righe=_componenti(gruppi), personale=True,
    ):  # fmt: skip
        return file
    dati = {
        "organo": trovato,
        "cura": cura,
        "presiede": puo_presiedere(contesto, trovato),
        "gruppi": gruppi,
        "totale": sum(gruppo.votanti for gruppo in gruppi),
        "cessati": pagina.cessati(trovato, contesto.oggi) if cura else [],
        "sedute": pagina.sedute(trovato, contesto, ufficio=cura),
        "elezioni": pagina.elezioni(trovato) if cura else [],
        "regole": pagina.le_regole(trovato, contesto.oggi),
        "di_legge": pagina.altra_composizione(trovato, contesto),
        "oggi": contesto.oggi,
    }
    return render(request, "organi/organi/organo.html", dati)


def _componenti(gruppi: Iterable[pagina.Gruppo]) -> Iterable[Sequence[Any]]:
    for gruppo in gruppi:
        for membro in gruppo.membri:
            mandato = membro.mandato
            yield (
                str(mandato.persona), gruppo.componente.etichetta, mandato.get_titolo_display(),
                mandato.get_carica_display(), "sì" if mandato.con_voto else "no",
                f"{mandato.dal:%d/%m/%Y}", f"{mandato.al:%d/%m/%Y}" if mandato.al else "",
            )  # fmt: skip


@require_POST
def allinea(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the members by right those of the roles of today."""
    contesto: Contesto = request.contesto
    trovato: OrganoCollegiale = access.organo_da_curare(contesto, pk)
    quanti = allinea_di_diritto(autore=contesto, adesso=contesto.adesso, organo=trovato)
    testo = plurale(
        quanti, "mandato di diritto cambiato.", "mandati di diritto cambiati.",
        "I componenti di diritto sono già quelli di oggi.",
    )  # fmt: skip
    return alla_pagina(request, trovato, testo)
