"""What everybody reads: the regulations, one of them, all that holds on a day."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cpia.norme.access import legge_bozze, regolamento_leggibile, scrive
from cpia.norme.models import Regolamento
from cpia.norme.queries import regolamenti as lettura
from cpia.norme.rules.temi import temi
from cpia.norme.views.comuni import giorno_chiesto, rilievi_da_mostrare, stato
from cpia.scuola.esportazione import esporta

COLONNE = [
    "Tema",
    "Regola",
    "Valore",
    "Fonte",
    "Articolo",
    "Parole",
    "In vigore dal",
    "Altra fonte",
]


@require_safe
def regolamenti(request: HttpRequest) -> HttpResponse:
    """The regulations of the school, in force on a day or not any more, and the drafts."""
    contesto = request.contesto
    giorno, form = giorno_chiesto(request)
    tutti = list(lettura.regolamenti(contesto.istituto.pk, bozze=False))
    if file := esporta(
        request,
        nome="regolamenti",
        titolo="Regolamenti",
        intestazione=["Regolamento", "Atto", "In vigore dal", "In vigore fino al", "Regole"],
        righe=((r.titolo, r.atto, r.dal, r.al, r.quante_regole) for r in tutti),
    ):
        return file
    bozze = lettura.regolamenti(contesto.istituto.pk, bozze=True) if legge_bozze(contesto) else []
    dati = {
        "giorno": giorno,
        "form": form,
        "in_vigore": [r for r in tutti if in_vigore(r, giorno)],
        "altri": [r for r in tutti if not in_vigore(r, giorno)],
        "bozze": bozze,
        "scrive": scrive(contesto),
        "rilievi": rilievi_da_mostrare(request),
    }
    return render(request, "norme/regolamenti.html", dati, status=stato(form))


def in_vigore(regolamento: Regolamento, giorno: Any) -> bool:
    return regolamento.dal <= giorno and (regolamento.al is None or giorno <= regolamento.al)


@require_safe
def regolamento(request: HttpRequest, pk: int) -> HttpResponse:
    """One version of one regulation: what it says, by subject, and its other versions."""
    contesto = request.contesto
    letto = regolamento_leggibile(contesto, pk)
    gruppi = lettura.temi_del_regolamento(letto)
    if file := esporta(
        request,
        nome=f"regolamento-{pk}",
        titolo="Regolamento",
        intestazione=["Tema", "Regola", "Valore", "Articolo", "Parole", "Altra fonte"],
        righe=_righe(gruppi),
    ):
        return file
    dati = {
        "regolamento": letto,
        "gruppi": gruppi,
        "versioni": lettura.versioni(letto),
        "bozza": lettura.bozza_di(letto) if legge_bozze(contesto) else None,
        "scrive": scrive(contesto),
        "vede_storia": legge_bozze(contesto),
    }
    return render(request, "norme/regolamento.html", dati)


def _righe(gruppi: Any) -> Iterator[tuple[Any, ...]]:
    for tema, versioni in gruppi:
        for versione in versioni:
            riga = versione.riga
            nome = lettura.etichetta_breve(riga.chiave)
            yield tema.nome, nome, versione.dice, riga.articolo, riga.testo, riga.in_contrasto_con


@require_safe
def parametri_vigenti(request: HttpRequest) -> HttpResponse:
    """All that holds on a day, one subject at a time: also what no regulation says."""
    contesto = request.contesto
    giorno, form = giorno_chiesto(request)
    codici = [tema.codice for tema in temi()]
    chiesto = request.GET.get("tema", "")
    codice = chiesto if chiesto in codici else codici[0]
    # A file holds the whole, the page one subject at a time.
    if file := esporta(
        request,
        nome="regole-in-vigore",
        titolo="Regole in vigore",
        intestazione=COLONNE,
        righe=_vigenti(contesto.istituto.pk, giorno),
    ):
        return file
    [letto] = lettura.temi_letti(contesto.istituto.pk, giorno, codice)
    dati = {
        "giorno": giorno,
        "form": form,
        "letto": letto,
        "pillole": _pillole(request, codice),
        "scritte": sum(voce.scelta is not None for voce in letto.voci),
    }
    return render(request, "norme/parametri.html", dati, status=stato(form))


def _vigenti(istituto_id: int, giorno: Any) -> Iterator[tuple[Any, ...]]:
    for letto in lettura.temi_letti(istituto_id, giorno):
        for voce in letto.voci:
            valore, riga = voce.valore, voce.scelta
            dal = riga.regolamento.dal if riga else None
            dice = f"{voce.dice} (da correggere)" if voce.da_correggere else voce.dice
            yield (
                letto.tema.nome, voce.etichetta, dice, valore.fonte, valore.articolo,
                valore.testo, dal, valore.in_contrasto_con,
            )  # fmt: skip


def _pillole(request: HttpRequest, codice: str) -> list[dict[str, Any]]:
    domanda = request.GET.copy()
    domanda.pop("formato", None)
    base = reverse("parametri_vigenti", args=[request.contesto.istituto.slug])
    pillole = []
    for tema in temi():
        domanda["tema"] = tema.codice
        url = f"{base}?{domanda.urlencode()}"
        voce = {"testo": tema.nome, "numero": None, "url": url, "attiva": tema.codice == codice}
        pillole.append(voce)
    return pillole
