"""The functions of a year: prepared, read with where they stand, opened to applications."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta
from selezioni_pon.access import base
from selezioni_pon.access import funzioni as access
from selezioni_pon.forms.funzioni.preparazione import ApriForm, AreaForm, ProceduraForm
from selezioni_pon.models import ProceduraFunzioni
from selezioni_pon.queries.funzioni import elenchi
from selezioni_pon.queries.funzioni.pagina import Pagina, pagina
from selezioni_pon.queries.funzioni.quadro import quadro
from selezioni_pon.queries.funzioni.regole import CASA
from selezioni_pon.queries.visibili import prepara
from selezioni_pon.services import funzioni as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra, spuntato

METODI = ["GET", "HEAD", "POST"]
DELLE_PROCEDURE = ("Anno", "Delibera", "Domande fino a", "Aree", "Funzioni attribuite")
DELLE_FUNZIONI = ("Area", "Funzione", "Docente", "Dal", "Al", "Protocollo")


@require_safe
def funzioni(request: HttpRequest) -> HttpResponse:
    """The procedures, the latest year first."""
    contesto = request.contesto
    access.legge(contesto)
    trovate = elenchi.tutte(contesto)
    file = esporta(
        request, nome="funzioni-strumentali", titolo="Funzioni strumentali",
        intestazione=DELLE_PROCEDURE, righe=_righe_procedure(trovate),
    )  # fmt: skip
    dati = {"procedure": trovate, "prepara": prepara(contesto)}
    return file or mostra(request, "funzioni/elenco", dati)


@require_http_methods(METODI)
def funzioni_nuova(request: HttpRequest) -> HttpResponse:
    """Prepare the functions of a year."""
    contesto = request.contesto
    base.prepara(contesto)
    form = ProceduraForm(
        digitato(request), anni=elenchi.anni(contesto), delibere=elenchi.collegio(contesto),
        initial={"dal_modello": contesto.istituto.slug == CASA},
    )  # fmt: skip
    nuove: list[ProceduraFunzioni] = []

    def atto() -> None:
        nuove.append(
            servizi.prepara_procedura(autore=contesto, adesso=contesto.adesso, dati=form.dati)
        )

    if compiuto(request, form, atto):
        testo = "La bozza c’è: controlla le aree, poi si aprono le domande."
        return fatto(request, testo, "funzioni_procedura", nuove[0].pk)
    return mostra(request, "funzioni/nuova", {"form": form})


@require_safe
def funzioni_procedura(request: HttpRequest, pk: int) -> HttpResponse:
    """A procedure: the areas, the own application, who examines, who has what, what comes next."""
    contesto = request.contesto
    procedura = access.procedura(contesto, pk)
    letta = pagina(contesto, quadro(procedura, contesto.oggi))
    file = esporta(
        request, nome="funzioni-attribuite", titolo="Funzioni attribuite",
        intestazione=DELLE_FUNZIONI, righe=_righe(letta), personale=True,
    )  # fmt: skip
    dati = {"procedura": procedura, "pagina": letta, "letto": letta.letto}
    return file or mostra(request, "funzioni/procedura", dati)


@require_http_methods(METODI)
def funzioni_area_nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """An area more."""
    contesto = request.contesto
    procedura = access.da_preparare(contesto, pk)
    form = AreaForm(digitato(request), initial={"posti": 1})
    if compiuto(
        request, form,
        lambda: servizi.scrivi_area(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, dati=form.dati
        ),
    ):  # fmt: skip
        return fatto(request, "L’area è scritta.", "funzioni_procedura", pk)
    return mostra(request, "funzioni/area", {"form": form, "procedura": procedura})


@require_http_methods(METODI)
def funzioni_area(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """An area of a draft, to be read and written."""
    contesto = request.contesto
    area = access.area(contesto, pk, s)
    form = AreaForm(digitato(request))
    form.initial = form.attuali(area)
    if compiuto(
        request, form,
        lambda: servizi.scrivi_area(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, dati=form.dati, area_id=s,
            versione=form.letta,
        ),
    ):  # fmt: skip
        return fatto(request, "L’area è come scritta.", "funzioni_procedura", pk)
    dati = {"form": form, "procedura": area.procedura, "area": area}
    return mostra(request, "funzioni/area", dati)


@require_http_methods(METODI)
def funzioni_area_togli(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Take an area out of a draft."""
    contesto = request.contesto
    area = access.area(contesto, pk, s)
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: servizi.togli_area(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, area_id=s
        ),
    ):  # fmt: skip
        return fatto(request, "L’area non c’è più.", "funzioni_procedura", pk)
    dati = {
        "form": form,
        "procedura": area.procedura,
        "domanda": f"Togliere l’area {area.sigla}?",
        "verbo": "Togli l’area",
        "effetti": ["nessuno potrà chiedere questa funzione"],
        "correzione": "Finché le domande non sono aperte l’area si scrive di nuovo.",
        "azione": request.path,
        "indietro": indirizzo(request, "funzioni_procedura", pk),
    }
    return mostra(request, "funzioni/conferma", dati)


@require_http_methods(METODI)
def funzioni_apri(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the applications, read again before."""
    contesto = request.contesto
    procedura = access.diretta(contesto, pk)
    form = ApriForm(digitato(request))
    if compiuto(
        request, form,
        lambda: servizi.apri_procedura(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, scade=form.scade
        ),
    ):  # fmt: skip
        testo = "Le domande sono aperte: i docenti ricevono un avviso."
        return fatto(request, testo, "funzioni_procedura", pk)
    dati = {"form": form, "procedura": procedura, "letto": quadro(procedura, contesto.oggi)}
    return mostra(request, "funzioni/apri", dati)


def _righe_procedure(trovate: list[ProceduraFunzioni]) -> Iterator[list[object]]:
    for una in trovate:
        yield [
            str(una.anno_scolastico), una.atto, una.scade, una.quante_aree, una.quante_date,
        ]  # fmt: skip


def _righe(letta: Pagina) -> Iterator[list[object]]:
    for una in letta.letto.attribuzioni:
        area = una.domanda.area
        yield [
            area.sigla, area.titolo, str(una.domanda.docente), una.dal, una.cessata_il or una.al,
            una.protocollo.numero if una.protocollo else None,
        ]  # fmt: skip
