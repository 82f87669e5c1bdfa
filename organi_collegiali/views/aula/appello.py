"""The roll call and the comings and goings, one by one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import aula as access
from organi_collegiali.access.sedute import seduta_da_condurre
from organi_collegiali.forms.aula import MovimentoForm, OraForm
from organi_collegiali.models import Convocato, Movimento
from organi_collegiali.queries.aula.appello import movimenti as mossi
from organi_collegiali.services import aula as servizi
from organi_collegiali.views.aula.risposte import da_correggere, fatto, rifiutato
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita


@require_POST
@non_trovata_se_sparita
def movimento(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody comes in or goes out, now or at the hour that is written."""
    contesto = request.contesto
    seduta = seduta_da_condurre(contesto, pk)
    form = MovimentoForm(request.POST)
    if not form.is_valid():
        return da_correggere(request, seduta, form)
    dati = form.cleaned_data
    chi = access.convocato_da_chiamare(contesto, dati["entra"] or dati["esce"])
    try:
        fatto_ora = servizi.registra_movimento(
            autore=contesto,
            adesso=contesto.adesso,
            convocato_id=chi.pk,
            entra=bool(dati["entra"]),
            alle=dati["alle"],
            a_distanza=dati["a_distanza"],
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, seduta, rifiuto.violazioni, stato=409)
    return fatto(request, seduta, _in_parole(chi, fatto_ora, in_appello=not seduta.aperta_il))


def _in_parole(chi: Convocato, movimento: Movimento | None, *, in_appello: bool) -> str:
    if movimento is None:
        return f"{chi.persona}: tolto dall’appello."
    if in_appello:
        return f"{chi.persona}: presente."
    return f"{chi.persona} {'entra' if movimento.entra else 'esce'}."


@require_POST
def appello(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark as present, all at once, those who are not marked yet."""
    contesto = request.contesto
    seduta = seduta_da_condurre(contesto, pk)
    chi = [int(valore) for valore in request.POST.getlist("convocato") if valore.isdecimal()]
    try:
        quanti = servizi.segna_presenti(
            autore=contesto, adesso=contesto.adesso, seduta_id=pk, convocati=chi
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, seduta, rifiuto.violazioni, stato=409)
    return fatto(request, seduta, f"Segnati presenti: {quanti}.")


@require_POST
@non_trovata_se_sparita
def assenza(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether the absence of a member is justified."""
    contesto = request.contesto
    chi = access.convocato_da_chiamare(contesto, pk)
    giustificata = request.POST.get("giustificata") == "si"
    try:
        servizi.segna_assenza(
            autore=contesto, adesso=contesto.adesso, convocato_id=pk, giustificata=giustificata
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, chi.seduta, rifiuto.violazioni, stato=409)
    esito = "giustificata" if giustificata else "non giustificata"
    return fatto(request, chi.seduta, f"{chi.persona}: assenza {esito}.")


@require_safe
def movimenti(request: HttpRequest, pk: int) -> HttpResponse:
    """What is written of a member: the hours, to correct them."""
    chi = access.convocato_da_chiamare(request.contesto, pk)
    return _scheda(request, chi)


@require_POST
def ora(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the hour of a movement."""
    contesto = request.contesto
    trovato = access.movimento_da_correggere(contesto, pk)
    chi = trovato.convocato
    form = OraForm(request.POST)
    if form.is_valid():
        try:
            servizi.cambia_ora(
                autore=contesto,
                adesso=contesto.adesso,
                movimento_id=pk,
                alle=form.cleaned_data["alle"],
            )
        except AttoRifiutato as rifiuto:
            form.add_error("alle", [violazione.testo for violazione in rifiuto.violazioni])
        else:
            return fatto(request, chi.seduta, "L’ora è corretta.")
    return _scheda(request, chi, form=form, di=pk)


@require_POST
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a movement written by mistake."""
    contesto = request.contesto
    trovato = access.movimento_da_correggere(contesto, pk)
    try:
        servizi.toglie_movimento(autore=contesto, adesso=contesto.adesso, movimento_id=pk)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, trovato.convocato.seduta, rifiuto.violazioni, stato=409)
    return fatto(request, trovato.convocato.seduta, "Il movimento è tolto.")


def _scheda(
    request: HttpRequest, chi: Convocato, *, form: OraForm | None = None, di: int | None = None
) -> HttpResponse:
    righe = [riga for riga in mossi(chi.seduta) if riga.convocato_id == chi.pk]
    return render(
        request,
        "organi/aula/movimenti.html",
        {"seduta": chi.seduta, "convocato": chi, "movimenti": righe, "form": form, "di": di},
        status=422 if form else 200,
    )


@require_POST
def verifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Put on record how many are in and whether they are enough."""
    contesto = request.contesto
    seduta = seduta_da_condurre(contesto, pk)
    try:
        quanti, giudizio = servizi.verifica_numero_legale(
            autore=contesto, adesso=contesto.adesso, seduta_id=pk
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, seduta, rifiuto.violazioni)
    esito = "c’è" if giudizio.valida else "manca"
    return fatto(
        request,
        seduta,
        f"Verificato: {quanti} presenti, ne servono {giudizio.numero_legale}. "
        f"Il numero legale {esito}.",
    )
