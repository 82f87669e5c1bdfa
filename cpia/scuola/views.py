"""The pages of the import: list, new file, columns, preview, outcome."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.scuola.fogli import foglio_csv
from cpia.scuola.forms import TIPI, ColonneForm, NuovaImportazioneForm, colonne_iniziali
from cpia.scuola.importazione import access, anteprima, queries
from cpia.scuola.importazione.rules.foglio import FileNonLeggibile
from cpia.scuola.importazione.rules.proposte import Proposta, Stato, conteggi
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from cpia.scuola.models import Importazione
from cpia.scuola.parole import con_maiuscola
from cpia.scuola.services import importazioni as servizi

PER_PAGINA = 50
NOMI = {tipo.value: nome for tipo, nome in TIPI}


def _da_guardare(importazione: Importazione) -> bool:
    """Whether the content is still there and was not carried out."""
    return bool(importazione.righe) and importazione.eseguita_il is None


def _verso(request: HttpRequest, nome: str, *argomenti: object) -> HttpResponse:
    return redirect(nome, request.contesto.istituto.slug, *argomenti)


@require_safe
def importazioni(request: HttpRequest) -> HttpResponse:
    """What was brought in so far, by whom, with what outcome."""
    access.esige_lettura(request.contesto)
    tutte = queries.importazioni(request.contesto.istituto)
    pagina = Paginator(tutte, PER_PAGINA).get_page(request.GET.get("pagina"))
    importa = request.contesto.ha(access.IMPORTA)
    righe = [(i, NOMI.get(i.tipo, i.tipo), _esito(i, con_righe=i.con_righe)) for i in pagina]
    return render(
        request,
        "scuola/importazioni.html",
        {"righe": righe, "pagina": pagina, "importa": importa},
    )


def _esito(importazione: Importazione, *, con_righe: bool) -> tuple[str, str]:
    """Glyph and words of where an import is."""
    if importazione.annullata_il:
        return "manca", "annullata"
    if importazione.eseguita_il:
        return "fatto", servizi.descrivi(importazione.mappa["conteggi"])
    return ("in-corso", "da completare") if con_righe else ("chiuso", "scartata")


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
            return _verso(request, "importazione_colonne" if manca else "importazione", caricata.pk)
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


@require_http_methods(["GET", "HEAD", "POST"])
def colonne(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column of the file is what."""
    importazione = access.importazione(request.contesto, pk)
    if not _da_guardare(importazione):
        return _verso(request, "importazione", pk)
    form = ColonneForm(
        request.POST or None,
        tipo=Tipo(importazione.tipo),
        intestazione=importazione.mappa["intestazione"],
        righe=[celle for _, *celle in importazione.righe[:20]],
        initial=colonne_iniziali(importazione.mappa["colonne"]),
    )
    if request.method == "POST" and form.is_valid():
        servizi.correggi_colonne(
            autore=request.contesto,
            importazione=importazione,
            colonne=form.colonne,
            aggiungi_discipline=importazione.mappa.get("aggiungi_discipline", False),
        )
        return _verso(request, "importazione", pk)
    mancano = form.tracciato.mancanti(set(importazione.mappa["colonne"]))
    return render(
        request,
        "scuola/importazione_colonne.html",
        {"importazione": importazione, "form": form, "mancano": mancano},
        status=422 if form.errors else 200,
    )


@require_POST
def discipline(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the import add the subjects that the institute does not have."""
    importazione = access.importazione(request.contesto, pk)
    if not _da_guardare(importazione):
        return _verso(request, "importazione", pk)
    try:
        servizi.correggi_colonne(
            autore=request.contesto,
            importazione=importazione,
            colonne=importazione.mappa["colonne"],
            aggiungi_discipline=True,
        )
    except servizi.ImportazioneRifiutata as rifiuto:
        messages.error(request, " ".join(rifiuto.motivi))
    return _verso(request, "importazione", pk)


@require_safe
def importazione(request: HttpRequest, pk: int) -> HttpResponse:
    """The preview of a loaded file, or what an import has done."""
    trovata = access.importazione(request.contesto, pk)
    if _da_guardare(trovata):
        return _anteprima(request, trovata)
    return _fatta(request, trovata)


def _anteprima(
    request: HttpRequest, importazione: Importazione, rifiuti: Sequence[str] = ()
) -> HttpResponse:
    tipo = Tipo(importazione.tipo)
    if TRACCIATI[tipo].mancanti(set(importazione.mappa["colonne"])):
        return _verso(request, "importazione_colonne", importazione.pk)
    proposte, archivio = servizi.esamina(importazione, request.contesto.adesso)
    quante = conteggi(proposte)
    pagina = _pagina(request, proposte)
    usate = set(importazione.mappa["colonne"].values())
    return render(
        request,
        "scuola/importazione.html",
        {
            "importazione": importazione,
            "nome": NOMI[tipo],
            "quante": quante,
            "da_fare": quante[Stato.NUOVO] + quante[Stato.MODIFICATO],
            "errate": quante[Stato.ERRATO],
            "filtri": _filtri(request, importazione, quante),
            "pagina": pagina,
            "righe": anteprima.righe_mostrate(pagina.object_list, tipo),
            "discipline": servizi.discipline_da_aggiungere(importazione, archivio),
            "non_usate": [
                nome
                for posto, nome in enumerate(importazione.mappa["intestazione"])
                if nome and posto not in usate
            ],
            "rifiuti": rifiuti,
        },
        status=422 if rifiuti else 200,
    )


def _pagina(request: HttpRequest, proposte: list[Proposta]) -> Page[Proposta]:
    stato = request.GET.get("stato", "")
    scelte = [p for p in proposte if p.stato == stato] if stato in set(Stato) else proposte
    return Paginator(scelte, anteprima.RIGHE_PER_PAGINA).get_page(request.GET.get("pagina"))


def _filtri(
    request: HttpRequest, importazione: Importazione, quante: dict[str, int]
) -> list[dict[str, Any]]:
    base = reverse("importazione", args=[request.contesto.istituto.slug, importazione.pk])
    scelto = request.GET.get("stato", "")
    voci = [{"testo": "Tutte", "numero": sum(quante.values()), "url": base, "attiva": not scelto}]
    return voci + [
        {
            "testo": anteprima.STATI[stato][2],
            "numero": quante[stato],
            "url": f"{base}?stato={stato}",
            "attiva": scelto == stato,
        }
        for stato in Stato
        if quante[stato]
    ]


def _fatta(
    request: HttpRequest, importazione: Importazione, rifiuti: Sequence[str] = ()
) -> HttpResponse:
    return render(
        request,
        "scuola/importazione_fatta.html",
        {
            "importazione": importazione,
            "nome": NOMI.get(importazione.tipo, importazione.tipo),
            "esito": _esito(importazione, con_righe=bool(importazione.righe)),
            "effetti": servizi.effetti_in_parole(importazione),
            "rifiuti": rifiuti,
        },
        status=409 if rifiuti else 200,
    )


@require_POST
def esegui(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the file brings."""
    trovata = access.importazione(request.contesto, pk)
    try:
        quante = servizi.esegui_importazione(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            importazione=trovata,
            solo_giuste=request.POST.get("solo_giuste") == "si",
        )
    except servizi.ImportazioneRifiutata as rifiuto:
        if _da_guardare(trovata):
            return _anteprima(request, trovata, rifiuto.motivi)
        return _fatta(request, trovata, rifiuto.motivi)
    messages.success(request, f"Importazione eseguita: {servizi.descrivi(quante)}.")
    return _verso(request, "importazione", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a whole import back, after one look at what goes."""
    trovata = access.importazione(request.contesto, pk)
    if request.method != "POST" or request.POST.get("riletto") != "si":
        return _conferma_annullo(request, trovata)
    try:
        servizi.annulla_importazione(
            autore=request.contesto, adesso=request.contesto.adesso, importazione=trovata
        )
    except servizi.ImportazioneRifiutata as rifiuto:
        return _fatta(request, trovata, rifiuto.motivi)
    messages.success(request, "Importazione annullata: tutto è tornato com’era prima.")
    return _verso(request, "importazione", pk)


def _conferma_annullo(request: HttpRequest, importazione: Importazione) -> HttpResponse:
    slug = request.contesto.istituto.slug
    return render(
        request,
        "componenti/conferma.html",
        {
            "domanda": f"Annullare l’importazione «{importazione.nome_file}»?",
            "effetti": servizi.effetti_in_parole(importazione, annullo=True),
            "correzione": "Per rifarla si carica di nuovo il file.",
            "rilettura": "Ho riletto che cosa si perde",
            "azione": reverse("importazione_annulla", args=[slug, importazione.pk]),
            "verbo": "Annulla l’importazione",
            "ritorno": "Lascia com’è",
            "indietro": reverse("importazione", args=[slug, importazione.pk]),
        },
        status=422 if request.method == "POST" else 200,
    )


@require_POST
def scarta(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up a file that was loaded."""
    trovata = access.importazione(request.contesto, pk)
    try:
        servizi.scarta_importazione(autore=request.contesto, importazione=trovata)
    except servizi.ImportazioneRifiutata as rifiuto:
        return _fatta(request, trovata, rifiuto.motivi)
    messages.success(request, f"{con_maiuscola(trovata.nome_file)}: scartato, nulla è cambiato.")
    return _verso(request, "importazioni")


@require_safe
def errate(request: HttpRequest, pk: int) -> HttpResponse:
    """The wrong rows as a CSV, each with what is to be corrected."""
    trovata = access.importazione(request.contesto, pk)
    if not _da_guardare(trovata):
        return _verso(request, "importazione", pk)
    proposte, _ = servizi.esamina(trovata, request.contesto.adesso)
    celle = {numero: celle for numero, *celle in trovata.righe}
    righe = anteprima.foglio_errate(
        proposte, celle, trovata.mappa["intestazione"], Tipo(trovata.tipo)
    )
    return _csv(righe, f"righe-errate-{pk}.csv")


@require_safe
def modello(request: HttpRequest, tipo: str) -> HttpResponse:
    """An empty file with the columns of a kind and a row of example."""
    access.esige_importazione(request.contesto)
    return _csv(anteprima.modello(Tipo(tipo)), f"modello-{tipo}.csv")


def _csv(righe: Sequence[Sequence[Any]], nome: str) -> HttpResponse:
    return HttpResponse(
        foglio_csv(righe),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{nome}"'},
    )
