"""The list of the imports, a new file, the meaning of its columns."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.scuola.esportazione import esporta
from cpia.scuola.forms import ColonneForm, NuovaImportazioneForm, colonne_iniziali
from cpia.scuola.importazione import access, queries
from cpia.scuola.importazione.rules.foglio import FileNonLeggibile
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from cpia.scuola.models import Importazione
from cpia.scuola.services import importazioni as servizi
from cpia.scuola.views.comuni import NOMI, da_guardare, esito, verso

PER_PAGINA = 50


@require_safe
def importazioni(request: HttpRequest) -> HttpResponse:
    """What was brought in so far, by whom, with what outcome."""
    access.esige_lettura(request.contesto)
    tutte = queries.importazioni(request.contesto.istituto)
    if file := _file(request, tutte):
        return file
    pagina = Paginator(tutte, PER_PAGINA).get_page(request.GET.get("pagina"))
    importa = request.contesto.ha(access.IMPORTA)
    righe = [(i, NOMI.get(i.tipo, i.tipo), esito(i, con_righe=i.con_righe)) for i in pagina]
    return render(
        request,
        "scuola/importazioni.html",
        {"righe": righe, "pagina": pagina, "importa": importa},
    )


def _file(request: HttpRequest, tutte: list[Importazione]) -> HttpResponse | None:
    return esporta(
        request,
        nome="importazioni",
        titolo="Importazioni",
        intestazione=["File", "Che cosa", "Anno scolastico", "Caricato", "Da", "Esito"],
        righe=(
            [
                i.nome_file, NOMI.get(i.tipo, i.tipo), i.anno_scolastico, i.caricata_il,
                i.autore.iniziale_e_cognome, esito(i, con_righe=i.con_righe)[1],
            ]
            for i in tutte
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def nuova_importazione(request: HttpRequest) -> HttpResponse:
    """Choose kind, year and file; then on to the columns or straight to the preview."""
    access.esige_importazione(request.contesto)
    anni = _anni(request)
    form = NuovaImportazioneForm(
        request.POST or None, request.FILES or None, anni=anni, initial={"anno": _anno(request)}
    )
    if request.method == "POST" and form.is_valid():
        try:
            caricata = _carica(request, form)
        except FileNonLeggibile as rifiuto:
            form.add_error("file", str(rifiuto))
        else:
            manca = TRACCIATI[Tipo(caricata.tipo)].mancanti(set(caricata.mappa["colonne"]))
            return verso(request, "importazione_colonne" if manca else "importazione", caricata.pk)
    obbligatorie = [(NOMI[tipo], tipo, TRACCIATI[tipo].mancanti(set())) for tipo in Tipo]
    return render(
        request,
        "scuola/importazione_nuova.html",
        {"form": form, "obbligatorie": obbligatorie},
        status=422 if form.errors else 200,
    )


def _carica(request: HttpRequest, form: NuovaImportazioneForm) -> Importazione:
    file = form.cleaned_data["file"]
    return servizi.carica_importazione(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        tipo=form.cleaned_data["tipo"],
        anno=form.cleaned_data["anno"],
        nome_file=file.name,
        contenuto=file.read(),
    )


def _anno(request: HttpRequest) -> int:
    """The calendar year in which the school year of today began."""
    oggi = request.contesto.oggi
    return oggi.year if oggi.month >= 9 else oggi.year - 1


def _anni(request: HttpRequest) -> list[int]:
    corrente = _anno(request)
    noti = queries.anni_scolastici(request.contesto.istituto)
    return sorted({corrente, corrente + 1, *noti}, reverse=True)


@require_POST
def intestazione(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether the first row of the file names the columns or is data already."""
    importazione = access.importazione(request.contesto, pk)
    if not da_guardare(importazione):
        return verso(request, "importazione", pk)
    try:
        servizi.cambia_intestazione(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            importazione=importazione,
            presente=request.POST.get("presente") == "si",
        )
    except servizi.ImportazioneRifiutata as rifiuto:
        messages.error(request, " ".join(rifiuto.motivi))
    return verso(request, "importazione_colonne", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def colonne(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column of the file is what."""
    importazione = access.importazione(request.contesto, pk)
    if not da_guardare(importazione):
        return verso(request, "importazione", pk)
    form = ColonneForm(
        request.POST or None,
        tipo=Tipo(importazione.tipo),
        intestazione=importazione.mappa["intestazione"],
        righe=[celle for _, *celle in importazione.righe[:20]],
        initial=colonne_iniziali(importazione.mappa["colonne"]),
    )
    if request.method == "POST" and form.is_valid():
        return _correggi(request, importazione, form)
    mancano = form.tracciato.mancanti(set(importazione.mappa["colonne"]))
    return render(
        request,
        "scuola/importazione_colonne.html",
        {"importazione": importazione, "form": form, "mancano": mancano},
        status=422 if form.errors else 200,
    )


def _correggi(request: HttpRequest, importazione: Importazione, form: ColonneForm) -> HttpResponse:
    try:
        servizi.correggi_colonne(
            autore=request.contesto,
            importazione=importazione,
            colonne=form.colonne,
            aggiungi_discipline=importazione.mappa.get("aggiungi_discipline", False),
        )
    except servizi.ImportazioneRifiutata as rifiuto:
        messages.error(request, " ".join(rifiuto.motivi))
    return verso(request, "importazione", importazione.pk)


@require_POST
def discipline(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the import add the subjects that the institute does not have."""
    importazione = access.importazione(request.contesto, pk)
    if not da_guardare(importazione):
        return verso(request, "importazione", pk)
    try:
        servizi.correggi_colonne(
            autore=request.contesto,
            importazione=importazione,
            colonne=importazione.mappa["colonne"],
            aggiungi_discipline=True,
        )
    except servizi.ImportazioneRifiutata as rifiuto:
        messages.error(request, " ".join(rifiuto.motivi))
    return verso(request, "importazione", pk)
