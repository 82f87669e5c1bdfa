"""The decree: what is against it, what will be written, the signature; then the outcomes."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from bonus_merito.access import atti as access
from bonus_merito.enums import Metodo, StatoProcedura
from bonus_merito.forms.atti import DecretoForm
from bonus_merito.models import Procedura
from bonus_merito.queries.assegnazioni import esiti_di
from bonus_merito.queries.confronto import cifra
from bonus_merito.queries.decreto import fasce_di, righe_decreto
from bonus_merito.queries.esiti import istruttoria_di, letto
from bonus_merito.queries.ipotesi import Ipotesi
from bonus_merito.queries.quadro import QuadroDiProcedura, quadro_di
from bonus_merito.queries.regole import regole_di
from bonus_merito.queries.termini import da_pubblicare, decreto_entro
from bonus_merito.rules.decreto import Scelta, verifica_decreto
from bonus_merito.rules.regole import RegoleBonus
from bonus_merito.services.atti import decreta
from bonus_merito.services.atti.stampe import STAMPA, chiedi_stampa
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.conflitti import compiuto
from cpia.avvisi.queries import ultimo_lavoro
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.esportazione import esporta

FATTO: Final = (
    "Il decreto è firmato e protocollato: ognuno può leggere il proprio esito. Le lettere si "
    "stampano adesso."
)
INTESTAZIONE: Final = ("Cognome e nome", "Percentuale", "Fascia", "Escluso", "Importo, euro")


@require_http_methods(["GET", "POST"])
def decreto(request: HttpRequest, pk: int) -> HttpResponse:
    """The decree of a procedure, before and after it is signed."""
    procedura = access.da_decretare(request.contesto, pk)
    if procedura.decretata_il is not None:
        return _decretata(request, procedura)
    return _da_decretare(request, procedura)


def _da_decretare(request: HttpRequest, procedura: Procedura) -> HttpResponse:
    contesto = request.contesto
    di_norma = regole_di(procedura, contesto.oggi)
    metodo = _metodo(request, di_norma.riparto.metodo.valore)
    quadro = quadro_di(procedura, prova=Ipotesi(metodo=metodo))
    form = DecretoForm(
        request.POST or None, initial={"metodo": metodo.value, "visto": letto(quadro)}
    )
    if compiuto(
        request,
        form,
        lambda: decreta(
            autore=contesto,
            adesso=contesto.adesso,
            procedura_id=procedura.pk,
            metodo=form.cleaned_data["metodo"],
            motivo_metodo=form.cleaned_data["motivo_metodo"],
            motivo_minimo=form.cleaned_data["motivo_minimo"],
            visto=form.cleaned_data["visto"],
        ),
    ):
        return fatto(request, FATTO, "decreto", procedura.pk)
    chiesti = _motivi_chiesti(quadro, metodo, di_norma)
    return mostra(
        request,
        "atti/decreto",
        {
            "procedura": procedura,
            "quadro": quadro,
            "form": _di_nuovo(form, letto(quadro)),
            "metodo": metodo,
            "metodi": list(Metodo),
            "di_norma": di_norma.riparto.metodo,
            "righe": righe_decreto(quadro),
            "fasce": fasce_di(quadro),
            "mancano": [v for v in chiesti if not v.campo],
            "chiesti": [v for v in chiesti if v.campo],
            "serve_motivo": any(v.campo == "motivo_metodo" for v in chiesti),
            "serve_minimo": any(v.campo == "motivo_minimo" for v in chiesti),
            "entro": decreto_entro(procedura)[0],
        },
    )


def _motivi_chiesti(
    quadro: QuadroDiProcedura, metodo: Metodo, di_norma: RegoleBonus
) -> list[Violazione]:
    """Everything against a decree without reasons: those that a reason answers have a field."""
    return verifica_decreto(istruttoria_di(quadro), Scelta(metodo, ""), di_norma)


def _metodo(request: HttpRequest, in_vigore: Metodo) -> Metodo:
    scritto = request.POST.get("metodo") or request.GET.get("metodo") or ""
    return Metodo(scritto) if scritto in {metodo.value for metodo in Metodo} else in_vigore


def _di_nuovo(form: DecretoForm, visto: str) -> DecretoForm:
    """What is on the page now is what one signs the next time."""
    if form.is_bound:
        dati = form.data.copy()
        dati["visto"] = visto
        form.data = dati
    return form


def _decretata(request: HttpRequest, procedura: Procedura) -> HttpResponse:
    if request.method == "POST":
        return redirect("bonus:decreto", request.contesto.istituto.slug, procedura.pk)
    quadro = quadro_di(procedura)
    esiti = esiti_di(procedura)
    intervallo = quadro.regole.fasce.intervallo
    con_fascia = [(esito, intervallo(esito.fascia) if esito.fascia else "") for esito in esiti]

    def righe() -> Iterator[tuple[Any, ...]]:
        for esito, fascia in con_fascia:
            yield (
                str(esito.richiesta.persona),
                None if esito.escluso else cifra(Fraction(esito.percentuale)), fascia,
                esito.get_escluso_display() if esito.escluso else "", esito.importo,
            )  # fmt: skip

    elenco = esporta(
        request, nome="bonus", titolo="Bonus", intestazione=INTESTAZIONE, righe=righe(),
        personale=True,
    )  # fmt: skip
    if elenco is not None:
        return elenco
    return mostra(
        request,
        "atti/decretata",
        {
            "procedura": procedura,
            "quadro": quadro,
            "esiti": con_fascia,
            "lavoro": ultimo_lavoro(procedura.istituto_id, STAMPA, procedura.pk),
            "da_stampare": sum(not e.lettera.impronta for e in esiti if e.lettera),
            "si_pubblica": da_pubblicare(procedura),
            "pubblicata": procedura.stato == StatoProcedura.PUBBLICATA,
            "annullata": procedura.stato == StatoProcedura.ANNULLATA,
        },
    )


@require_POST
def ristampa(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the papers that are not printed."""
    contesto = request.contesto
    procedura = access.da_decretare(contesto, pk)
    if procedura.decretata_il is not None:
        chiedi_stampa(autore=contesto, adesso=contesto.adesso, procedura=procedura)
    return redirect("bonus:decreto", contesto.istituto.slug, procedura.pk)
