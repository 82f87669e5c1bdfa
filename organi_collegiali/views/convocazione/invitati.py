"""Who is invited to a sitting without sitting in the organ."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import riserbo, sedute
from organi_collegiali.access.preparazione import invitato_da_preparare
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.forms.invitati import CercaForm, InvitoForm
from organi_collegiali.models import Convocato, Seduta
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.services.convocazione import invitati as services
from organi_collegiali.views.convocazione.pagina import messaggio, mostra
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita


@require_http_methods(["GET", "HEAD", "POST"])
@non_trovata_se_sparita
def nuovo(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite somebody: one of the institute found by name, or a name with its mailbox."""
    contesto = request.contesto
    seduta = sedute.seduta_da_preparare(contesto, pk)
    if seduta.stato != StatoSeduta.BOZZA:
        return redirect("organi:prepara", contesto.istituto.slug, pk)
    cercato = CercaForm(request.POST or request.GET)
    cerca = cercato.cleaned_data["cerca"] if cercato.is_valid() else ""
    punti = riserbo.copri(contesto, seduta, queries.punti(seduta))
    form = InvitoForm(request.POST or None, seduta=seduta, punti=punti, cerca=cerca)
    if request.method == "POST" and form.is_valid():
        convocato = _invita(request, seduta, form)
        if convocato is not None:
            chi = convocato.persona.nome_e_cognome
            messages.success(request, f"{chi} è fra gli invitati: avrà l’avviso, senza voto.")
            return redirect("organi:prepara", contesto.istituto.slug, pk)
    pagina = {"seduta": seduta, "form": form, "cercato": cercato}
    stato = 422 if form.errors else 200
    return render(request, "organi/convocazione/invita.html", pagina, status=stato)


def _invita(request: HttpRequest, seduta: Seduta, form: InvitoForm) -> Convocato | None:
    contesto = request.contesto
    try:
        return services.invita(
            autore=contesto, adesso=contesto.adesso, seduta_id=seduta.pk, dati=form.dati
        )
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return None


@require_POST
@non_trovata_se_sparita
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    contesto = request.contesto
    invitato = invitato_da_preparare(contesto, pk)
    try:
        services.togli_invito(autore=contesto, adesso=contesto.adesso, convocato_id=pk)
    except AttoRifiutato as rifiuto:
        return mostra(request, invitato.seduta, stato=409, rifiuto=messaggio(rifiuto))
    messages.success(request, f"{invitato.persona.nome_e_cognome} non è più fra gli invitati.")
    return redirect("organi:prepara", contesto.istituto.slug, invitato.seduta_id)
