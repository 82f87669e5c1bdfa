"""The applications as the office sees them: the list, one, what expires, the desk."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta
from patto_formativo.access import iscrizioni as access
from patto_formativo.enums import Canale, StatoDomanda
from patto_formativo.forms.iscrizioni import DomandaSportelloForm
from patto_formativo.forms.iscrizioni_ufficio import FiltroForm
from patto_formativo.models import DomandaIscrizione
from patto_formativo.queries.iscrizioni import elenco as lettura
from patto_formativo.queries.iscrizioni.offerte import apertura_del, offerte, tempo_di
from patto_formativo.queries.iscrizioni.pagina import pagina_di
from patto_formativo.queries.visibili import UFFICIO
from patto_formativo.services.iscrizioni import presenta_domanda
from patto_formativo.views.iscrizioni.comuni import fatto, pagina
from patto_formativo.views.iscrizioni.scelte import gruppi

PER_PAGINA = 50
INTESTAZIONE = (
    "Numero", "Presentata il", "Cognome", "Nome", "Data di nascita", "Codice fiscale", "Percorso",
    "Sede", "Fascia", "Telefono", "E-mail", "Canale", "Tardiva", "Anni", "Crediti", "Stato",
)  # fmt: skip


@require_safe
def elenco(request: HttpRequest) -> HttpResponse:
    """The applications of the school, with what waits first among the filters."""
    contesto: Contesto = request.contesto
    access.legge(contesto)
    form = FiltroForm(request.GET, sedi=lettura.sedi(contesto))
    scelto = form.scelto
    righe = lettura.domande(contesto, scelto)
    file = esporta(
        request, nome="domande-iscrizione", titolo="Domande di iscrizione",
        intestazione=INTESTAZIONE, righe=_righe(righe), personale=True,
    )  # fmt: skip
    if file is not None:
        return file
    return render(
        request,
        "patto/iscrizioni/domande.html",
        {
            "form": form,
            "pagina": Paginator(righe, PER_PAGINA).get_page(request.GET.get("pagina")),
            "filtri": _filtri(request, lettura.quante_per_stato(contesto, scelto), scelto),
            "cercato": any(scelto.get(nome) for nome in ("q", "corso", "sede")),
            "tratta": contesto.ha(*UFFICIO),
        },
    )


def _righe(righe: Any) -> Iterator[list[Any]]:
    for domanda in righe:
        offerta = domanda.offerta
        yield [
            domanda.pk, domanda.presentata_il, domanda.cognome, domanda.nome,
            domanda.data_nascita, domanda.codice_fiscale, offerta, offerta.sede,
            offerta.get_fascia_display(), domanda.telefono, domanda.email,
            domanda.get_canale_display(), domanda.tardiva, domanda.anni, domanda.chiede_crediti,
            domanda.get_stato_display(),
        ]  # fmt: skip


def _filtri(
    request: HttpRequest, quante: dict[str, int], scelto: dict[str, str]
) -> list[dict[str, Any]]:
    stati = {"": "Tutte", **{stato.value: stato.etichetta.capitalize() for stato in StatoDomanda}}
    voci = []
    for valore, testo in stati.items():
        parametri = request.GET.copy()
        for nome in ("stato", "pagina"):
            parametri.pop(nome, None)
        if valore:
            parametri["stato"] = valore
        numero = quante.get(valore, 0) if valore else sum(quante.values())
        voci.append(
            {"testo": testo, "numero": numero, "url": f"{request.path}?{parametri.urlencode()}",
             "attiva": scelto.get("stato", "") == valore}
        )  # fmt: skip
    return voci


@require_safe
def domanda(request: HttpRequest, pk: int) -> HttpResponse:
    """One application: what was written, what the rules say, its papers, the next act."""
    return _pagina_domanda(request, access.domanda(request.contesto, pk))


def _pagina_domanda(request: HttpRequest, trovata: DomandaIscrizione) -> HttpResponse:
    contesto: Contesto = request.contesto
    dati = {"p": pagina_di(trovata, contesto.oggi), "tratta": contesto.ha(*UFFICIO)}
    return render(request, "patto/iscrizioni/domanda.html", dati)


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """The reason of one judgement of an application, with its source."""
    trovata = access.domanda(request.contesto, pk)
    dati = pagina_di(trovata, request.contesto.oggi)
    motivo = dati.motivi.get(request.GET.get("di", ""))
    if motivo is None:
        raise Http404
    return render(
        request, "patto/iscrizioni/perche.html", {"domanda": trovata, "p": dati, "motivo": motivo}
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def nuova(request: HttpRequest) -> HttpResponse:
    """An application taken at the desk, also for a site that the public page does not name."""
    contesto: Contesto = request.contesto
    access.ufficio(contesto)
    apertura = apertura_del(contesto.istituto.pk, contesto.oggi)
    tempo = tempo_di(apertura, contesto.oggi) if apertura else None
    if apertura is None or tempo is None or not tempo.aperte:
        return render(request, "patto/iscrizioni/sportello_chiuso.html", {"tempo": tempo})
    form = DomandaSportelloForm(
        request.POST if request.method == "POST" else None, request.FILES or None,
        offerte=offerte(contesto.istituto.pk, apertura.anno_scolastico_id).filter(aperta=True),
        tardiva=tempo.tardiva, oggi=contesto.oggi,
    )  # fmt: skip
    fatte: list[DomandaIscrizione] = []

    def atto() -> None:
        presentata, _ = presenta_domanda(
            istituto=contesto.istituto, dati=form.dati, carte=form.carte,
            canale=Canale.SPORTELLO, autore=contesto, adesso=contesto.adesso,
            chiave=form.cleaned_data["chiave"],
        )  # fmt: skip
        fatte.append(presentata)

    if compiuto(request, form, atto):
        return fatto(request, f"Registrata: domanda n. {fatte[0].pk}.", "domanda", fatte[0].pk)
    form.segna_da_rifare(request.FILES)
    return pagina(
        request, "sportello",
        {"form": form, "gruppi": gruppi(form), "tempo": tempo, "apertura": apertura,
         "oggi": contesto.oggi},
    )  # fmt: skip


@require_safe
def scadenze(request: HttpRequest) -> HttpResponse:
    """Papers of stay that are missing, have expired or soon will, by day."""
    contesto: Contesto = request.contesto
    access.legge(contesto)
    righe = lettura.in_scadenza(contesto)
    file = esporta(
        request, nome="documenti-di-soggiorno", titolo="Documenti di soggiorno",
        intestazione=["Domanda", "Cognome", "Nome", "Sede", "Entro", "Che cosa"],
        righe=_righe_soggiorno(righe), personale=True,
    )  # fmt: skip
    return file or render(request, "patto/iscrizioni/soggiorno.html", {"righe": righe})


def _righe_soggiorno(righe: list[lettura.InScadenza]) -> Iterator[list[Any]]:
    for riga in righe:
        domanda = riga.domanda
        yield [
            domanda.pk, domanda.cognome, domanda.nome, domanda.offerta.sede, riga.entro,
            riga.giudizio.perche.testo,
        ]  # fmt: skip
