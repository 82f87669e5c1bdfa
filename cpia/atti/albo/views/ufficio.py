"""The office's side of the albo: the list, a draft and its files."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.atti.albo import access, services
from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.albo.forms import BozzaForm, FileForm, SostitutaForm
from cpia.atti.albo.queries import ufficio
from cpia.atti.albo.rules import Stato, Violazione, giudica_pubblicazione, vicino
from cpia.atti.albo.services.blocco import stato_di
from cpia.atti.albo.services.pubblicazione import bozza_di
from cpia.atti.albo.views.pubbliche import dati_atto
from cpia.atti.albo.views.risposte import file_da_dare, formato_di, o_non_trovato
from cpia.atti.caricamenti.nomi import nome_da_titolo
from cpia.atti.models import Pubblicazione
from cpia.scuola.esportazione import esporta

PER_PAGINA = 50
NOMI = {
    Stato.BOZZA: "Bozze",
    Stato.FUTURA: "Da cominciare",
    Stato.IN_CORSO: "In pubblicazione",
    Stato.CONCLUSA: "Concluse",
    Stato.ANNULLATA: "Annullate",
}
INTESTAZIONE = (
    "Anno", "Repertorio", "Oggetto", "Categoria", "Richiedente", "Protocollo", "Dal", "Al", "Stato",
)  # fmt: skip


@require_safe
def pubblicazioni(request: HttpRequest) -> HttpResponse:
    """The register of the albo, with its drafts on top."""
    contesto = request.contesto
    access.esige_lettura(contesto)
    scelto = request.GET.get("stato", "")
    stato = Stato(scelto) if scelto in set(Stato) else None
    tutte = ufficio.pubblicazioni(contesto.istituto.pk, contesto.oggi, stato)
    if file := esporta(
        request,
        nome="albo",
        titolo="Repertorio dell’albo",
        intestazione=INTESTAZIONE,
        righe=(_riga(pubblicazione, contesto.oggi) for pubblicazione in tutte),
    ):
        return file
    pagina = Paginator(tutte, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "atti/albo/pubblicazioni.html",
        {
            "pagina": pagina,
            "righe": [(p, stato_di(p, contesto.oggi)) for p in pagina],
            "filtri": _filtri(request, stato),
            "lavora": contesto.ha(*access.PUBBLICANO),
        },
    )


def _riga(pubblicazione: Pubblicazione, oggi: Any) -> list[Any]:
    return [
        pubblicazione.anno, pubblicazione.numero, pubblicazione.oggetto,
        pubblicazione.get_categoria_display(), pubblicazione.richiedente,
        str(pubblicazione.protocollo or ""), pubblicazione.dal, pubblicazione.al,
        NOMI[stato_di(pubblicazione, oggi)],
    ]  # fmt: skip


def _filtri(request: HttpRequest, scelto: Stato | None) -> list[dict[str, Any]]:
    contesto = request.contesto
    base = reverse("pubblicazioni", args=[contesto.istituto.slug])
    quante = ufficio.quante(contesto.istituto.pk, contesto.oggi)
    tutte = {"testo": "Tutte", "numero": sum(quante.values()), "url": base, "attiva": not scelto}
    return [tutte] + [
        {
            "testo": NOMI[stato],
            "numero": numero,
            "url": f"{base}?stato={stato}",
            "attiva": stato == scelto,
        }
        for stato, numero in quante.items()
        if numero or stato == scelto
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def nuova(request: HttpRequest) -> HttpResponse:
    """Write a draft; its files come on the next page."""
    access.esige_pubblicazione(request.contesto)
    return _scrivi(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def modifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft."""
    bozza = access.da_lavorare(request.contesto, pk)
    if bozza.numero:
        return mostra(request, bozza, rifiuti=[_NON_PIU])
    return _scrivi(request, bozza)


_NON_PIU = Violazione("", "È già pubblicata: da allora non si modifica più.")


def _scrivi(request: HttpRequest, bozza: Pubblicazione | None) -> HttpResponse:
    form = BozzaForm(request.POST or None, contesto=request.contesto, bozza=bozza)
    if request.method == "POST" and form.is_valid():
        try:
            scritta = _registra(request, bozza, form)
        except PubblicazioneRifiutata as rifiuto:
            annota_rifiuti(form, rifiuto)
        else:
            return redirect("pubblicazione", request.contesto.istituto.slug, scritta.pk)
    return render(
        request,
        "atti/albo/bozza_form.html",
        {"form": form, "bozza": bozza},
        status=422 if form.errors else 200,
    )


def _registra(request: HttpRequest, bozza: Pubblicazione | None, form: BozzaForm) -> Pubblicazione:
    atto = {"autore": request.contesto, "adesso": request.contesto.adesso, "dati": form.dati}
    if bozza is None:
        return services.prepara_pubblicazione(**atto)
    return services.correggi_pubblicazione(**atto, pubblicazione_id=bozza.pk)


def annota_rifiuti(form: Any, rifiuto: PubblicazioneRifiutata) -> None:
    """Each refusal at its field, with its source."""
    for violazione in rifiuto.violazioni:
        campo = violazione.campo if violazione.campo in form.fields else None
        form.add_error(campo, violazione.con_fonte)


@require_safe
def pubblicazione(request: HttpRequest, pk: int) -> HttpResponse:
    """A publication as the office sees it: what the public will see, what is left to do."""
    return mostra(request, access.da_leggere(request.contesto, pk))


def mostra(
    request: HttpRequest,
    trovata: Pubblicazione,
    *,
    file_form: FileForm | None = None,
    sostituta_form: SostitutaForm | None = None,
    rifiuti: Any = (),
) -> HttpResponse:
    """The page of a publication, with what was refused on it."""
    contesto = request.contesto
    stato = stato_di(trovata, contesto.oggi)
    lavora = contesto.ha(*access.PUBBLICANO)
    manca = giudica_pubblicazione(bozza_di(trovata), contesto.oggi) if not trovata.numero else []
    sbagliato = bool(rifiuti) or any(form and form.errors for form in (file_form, sostituta_form))
    if trovata.annullata_il and not trovata.sostituita_da and lavora:
        sostituta_form = sostituta_form or SostitutaForm(pubblicazione=trovata)
    return render(
        request,
        "atti/albo/pubblicazione.html",
        dati_atto(trovata, contesto.oggi)
        | {
            "stato": stato,
            "stato_nome": NOMI[stato],
            "tutti_i_file": trovata.file.all(),
            "manca": manca,
            "lavora": lavora,
            "attesta": contesto.ha(*access.ATTESTANO) and stato is Stato.CONCLUSA,
            "file_form": file_form or FileForm(initial=_chi_lo_vede(trovata)),
            "sostituta_form": sostituta_form,
            "rifiuti": rifiuti,
        },
        status=422 if sbagliato else 200,
    )


def _chi_lo_vede(bozza: Pubblicazione) -> dict[str, str]:
    """Where there are persons a file is public only when somebody says so."""
    return {"pubblico": "no"} if bozza.con_dati_personali else {}


@require_POST
def elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    bozza = access.da_lavorare(request.contesto, pk)
    contesto = request.contesto
    try:
        services.elimina_bozza(autore=contesto, adesso=contesto.adesso, pubblicazione_id=bozza.pk)
    except PubblicazioneRifiutata as rifiuto:
        return mostra(request, bozza, rifiuti=rifiuto.violazioni)
    messages.success(request, "Bozza eliminata, con i suoi file.")
    return redirect("pubblicazioni", contesto.istituto.slug)


@require_POST
def file_nuovo(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a file in a draft, once it was looked through."""
    bozza = access.da_lavorare(request.contesto, pk)
    form = FileForm(request.POST, request.FILES)
    contesto = request.contesto
    if not form.is_valid():
        return mostra(request, bozza, file_form=form)
    try:
        services.aggiungi_file(
            autore=contesto, adesso=contesto.adesso, pubblicazione_id=bozza.pk, **form.dati
        )
    except PubblicazioneRifiutata as rifiuto:
        return mostra(request, bozza, rifiuti=rifiuto.violazioni)
    messages.success(request, f"File aggiunto: {form.dati['titolo']}.")
    return redirect("pubblicazione", contesto.istituto.slug, pk)


@require_POST
def file_togli(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """Take a file out of a draft."""
    contesto = request.contesto
    file = access.file_da_togliere(contesto, pk, file_pk)
    try:
        services.togli_file(
            autore=contesto, adesso=contesto.adesso, pubblicazione_id=pk, file_id=file.pk
        )
    except PubblicazioneRifiutata as rifiuto:
        return mostra(request, access.da_lavorare(contesto, pk), rifiuti=rifiuto.violazioni)
    return redirect("pubblicazione", contesto.istituto.slug, pk)


@never_cache
@require_safe
def file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """A file as the office keeps it, the integral one too; the register keeps the reading."""
    contesto = request.contesto
    trovato = access.file_da_leggere(contesto, pk, file_pk)
    with o_non_trovato():
        contenuto = services.leggi_file(autore=contesto, adesso=contesto.adesso, file=trovato)
    formato = formato_di(trovato)
    return file_da_dare(contenuto, trovato.tipo_contenuto, nome_da_titolo(trovato.titolo, formato))


@require_safe
def perche(request: HttpRequest) -> HttpResponse:
    """Why a publication that begins on a day ends on that other one."""
    contesto = request.contesto
    access.esige_lettura(contesto)
    try:
        dal = parse_date(request.GET.get("dal", "")) or contesto.oggi
    except ValueError:
        dal = contesto.oggi
    dal = dal if vicino(dal, contesto.oggi) else contesto.oggi
    termine = ufficio.ultimo_giorno(contesto.istituto.pk, dal)
    return render(request, "atti/albo/perche.html", {"termine": termine, "dal": dal})
