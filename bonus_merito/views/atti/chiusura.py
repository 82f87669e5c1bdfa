"""To put a procedure away, to annul its decree, to judge it again."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bonus_merito.access import atti as access
from bonus_merito.forms.atti import AnnullaForm, RettificaForm, RilettoForm
from bonus_merito.models import Istanza, Procedura
from bonus_merito.queries.assegnazioni import accolti_di
from bonus_merito.services.atti import annulla_decreto, archivia, rettifica_procedura
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa

ARCHIVIA = {
    "domanda": "Archiviare la procedura?",
    "effetti": (
        "nessuno può più proporre reclamo",
        "decreto, lettere e istanze restano agli atti, e chi ne ha diritto li legge",
    ),
    "correzione": "Per correggere l’esito si annulla il decreto, con il motivo.",
    "verbo": "Archivia",
}
ANNULLA = {
    "domanda": "Annullare il decreto?",
    "effetti": (
        "decreto, lettere e pubblicazione non valgono più, e chi li verifica lo legge",
        "chi ha partecipato riceve un avviso",
        "per quest’anno si può preparare un’altra procedura, dalle richieste",
    ),
    "correzione": "Quello che era scritto resta agli atti, con il motivo.",
    "verbo": "Annulla il decreto",
}
RETTIFICA = {
    "domanda": "Annullare il decreto e giudicare di nuovo?",
    "effetti": (
        "decreto, lettere e pubblicazione non valgono più, e chi li verifica lo legge",
        "chi ha partecipato riceve un avviso: l’esito si rivede",
        "richieste, attività, prove, requisiti e giudizi passano a una nuova procedura, già in "
        "valutazione: nessuno chiede di nuovo",
        "le parità si decidono di nuovo; poi si decreta e si pubblica ancora",
    ),
    "correzione": "Quello che era decretato resta agli atti, annullato, con il motivo.",
    "verbo": "Rettifica",
}
RETTIFICATA = "Il decreto è annullato: si giudica di nuovo, dalle stesse carte."


@require_http_methods(["GET", "POST"])
def archivio(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the procedure away."""
    contesto = request.contesto
    procedura = access.da_decretare(contesto, pk)
    form = RilettoForm(request.POST or None, etichetta="Nessuno aspetta una risposta")
    if compiuto(
        request,
        form,
        lambda: archivia(autore=contesto, adesso=contesto.adesso, procedura_id=procedura.pk),
    ):
        return fatto(request, "La procedura è archiviata.", "decreto", procedura.pk)
    return mostra(request, "atti/atto", _dati(request, procedura, form) | ARCHIVIA)


@require_http_methods(["GET", "POST"])
def annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """Annul the decree."""
    contesto = request.contesto
    procedura = access.da_decretare(contesto, pk)
    form = AnnullaForm(request.POST or None, etichetta="Ho riletto che cosa si annulla")
    if compiuto(request, form, lambda: _annulla(request, procedura, form)):
        return fatto(request, "Il decreto è annullato.", "decreto", procedura.pk)
    return mostra(request, "atti/atto", _dati(request, procedura, form) | ANNULLA)


@require_http_methods(["GET", "POST"])
def rettifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Annul the decree and judge again from the same papers."""
    contesto = request.contesto
    procedura = access.da_decretare(contesto, pk)
    form = RettificaForm(
        request.POST or None,
        initial={"reclamo": request.GET.get("reclamo", "")},
        etichetta="Ho riletto che cosa si annulla e che cosa resta",
        reclami=[(una.pk, _detto(una)) for una in accolti_di(procedura)],
    )
    fatte: list[Procedura] = []
    if compiuto(request, form, lambda: fatte.append(_rettifica(request, procedura, form))):
        return fatto(request, RETTIFICATA, "procedura", fatte[0].pk)
    return mostra(request, "atti/atto", _dati(request, procedura, form) | RETTIFICA)


def _detto(reclamo: Istanza) -> str:
    giorno = data_estesa(timezone.localdate(reclamo.presentata_il))
    return f"reclamo di {reclamo.persona}, {giorno}"


def _rettifica(request: HttpRequest, procedura: Procedura, form: RettificaForm) -> Procedura:
    contesto = request.contesto
    try:
        return rettifica_procedura(
            autore=contesto,
            adesso=contesto.adesso,
            procedura_id=procedura.pk,
            motivo=form.cleaned_data["motivo"],
            reclamo_id=form.cleaned_data.get("reclamo"),
        )
    except PubblicazioneRifiutata as rifiuto:
        raise AttoRifiutato(
            [Violazione("albo", v.testo, v.fonte) for v in rifiuto.violazioni]
        ) from rifiuto


def _annulla(request: HttpRequest, procedura: Procedura, form: AnnullaForm) -> None:
    contesto = request.contesto
    try:
        annulla_decreto(
            autore=contesto,
            adesso=contesto.adesso,
            procedura_id=procedura.pk,
            motivo=form.cleaned_data["motivo"],
        )
    except PubblicazioneRifiutata as rifiuto:
        raise AttoRifiutato(
            [Violazione("albo", v.testo, v.fonte) for v in rifiuto.violazioni]
        ) from rifiuto


def _dati(request: HttpRequest, procedura: Procedura, form: RilettoForm) -> dict[str, object]:
    slug = request.contesto.istituto.slug
    indietro = reverse("bonus:decreto", args=[slug, procedura.pk])
    return {"procedura": procedura, "form": form, "indietro": indietro}
