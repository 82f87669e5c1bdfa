"""The acts on a version: back to a draft, renegotiated, asked, answered, ended."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from patto_formativo.access import patti as access
from patto_formativo.forms.patti import (
    FirmaForm,
    MotivoForm,
    RispostaForm,
    TestoForm,
    UscitaDiMinoreForm,
)
from patto_formativo.models import Corsista
from patto_formativo.queries.patti.firme import responsabili_di
from patto_formativo.queries.patti.storia import chieste_da
from patto_formativo.rules.eta import minorenne
from patto_formativo.services import patti as servizi
from patto_formativo.views.patti.comuni import Atto, al_patto, con_modulo, pagina
from patto_formativo.views.patti.patto import mostra


@require_http_methods(["GET", "POST"])
def riporta_in_bozza(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a version back to its tutor, with the reason."""
    contesto = request.contesto
    versione = access.versione_da_riprendere(contesto, pk)
    corsista = versione.patto.corsista
    atto = Atto(
        domanda="Riportare il patto in bozza?",
        effetti=(
            "il tutor può di nuovo scrivere il piano",
            "il motivo resta fra le richieste, e aspetta risposta",
            "se era approvato, il suo PDF è annullato e si delibera di nuovo",
        ),
        verbo="Riporta in bozza",
        compi=lambda dati: servizi.riporta_in_bozza(
            autore=contesto, adesso=contesto.adesso, versione_id=pk, **dati
        ),
        fatto="Il patto è di nuovo in bozza.",
        indietro=pagina(request, "patto", corsista),
    )
    return con_modulo(request, atto, MotivoForm(request.POST or None), corsista=corsista)


@require_http_methods(["GET", "POST"])
def rinegozia(request: HttpRequest, pk: int) -> HttpResponse:
    """A new version of what is in force, with its reason."""
    contesto = request.contesto
    versione = access.versione(contesto, pk, *access.RINEGOZIANO)
    corsista = versione.patto.corsista
    atto = Atto(
        domanda="Rinegoziare il patto?",
        effetti=(
            f"comincia la versione {versione.numero + 1}, copia di questa, in bozza",
            "questa versione vale finché la nuova non è firmata da tutti, e poi resta agli atti",
        ),
        verbo="Fai una nuova versione",
        compi=lambda dati: servizi.rinegozia(
            autore=contesto, adesso=contesto.adesso, versione_id=pk, **dati
        ),
        fatto="La nuova versione è in bozza.",
        indietro=pagina(request, "patto", corsista),
    )
    return con_modulo(request, atto, MotivoForm(request.POST or None), corsista=corsista)


@require_http_methods(["GET", "POST"])
def concludi(request: HttpRequest, pk: int) -> HttpResponse:
    """The path is over."""
    contesto = request.contesto
    versione = access.versione_da_concludere(contesto, pk)
    corsista = versione.patto.corsista
    atto = Atto(
        domanda="Concludere il percorso?",
        effetti=(
            "il patto è concluso e resta agli atti",
            "chi studia non è più fra gli iscritti attivi",
        ),
        verbo="Concludi il percorso",
        compi=lambda _: servizi.concludi_patto(
            autore=contesto, adesso=contesto.adesso, versione_id=pk
        ),
        fatto="Il percorso è concluso.",
        indietro=pagina(request, "patto", corsista),
        correzione="Per riprendere gli studi si fa una nuova iscrizione.",
    )
    return con_modulo(request, atto, _riletto(request), corsista=corsista)


def _riletto(request: HttpRequest) -> FirmaForm:
    form = FirmaForm(request.POST or None)
    form.fields["riletto"].label = "Ho riletto frequenza e valutazioni"
    form.fields["riletto"].error_messages["required"] = "Rileggi e spunta la casella."
    return form


@require_http_methods(["GET", "POST"])
def rinuncia(request: HttpRequest, pk: int) -> HttpResponse:
    """Who studies asks to leave."""
    contesto = request.contesto
    corsista = access.corsista_da_ritirare(contesto, pk)
    atto = Atto(
        domanda="Registrare la rinuncia?",
        effetti=(
            "il percorso si chiude oggi, e il patto con lui",
            "quello che ha fatto resta nel dossier e può valere come credito",
        ),
        verbo="Registra la rinuncia",
        compi=lambda dati: servizi.ritira_patto(
            autore=contesto,
            adesso=contesto.adesso,
            corsista_id=corsista.pk,
            motivo=dati["motivo"],
            causa=dati.get("causa"),
            chiede_id=dati.get("chiede"),
        ),
        fatto="La rinuncia è registrata.",
        indietro=pagina(request, "patto", corsista),
        correzione="Per riprendere gli studi si fa una nuova iscrizione.",
    )
    return con_modulo(request, atto, _perche_lascia(request, corsista), corsista=corsista)


def _perche_lascia(request: HttpRequest, corsista: Corsista) -> MotivoForm:
    """The reason; of a minor also which, and who asks it."""
    oggi = request.contesto.oggi
    if not minorenne(corsista.nascita, oggi):
        return MotivoForm(request.POST or None)
    return UscitaDiMinoreForm(request.POST or None, rispondono=responsabili_di(corsista, oggi))


@require_http_methods(["GET", "POST"])
def richiesta(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask that something be changed; who does not read the agreement reads here what was asked."""
    contesto = request.contesto
    versione = access.versione_da_chiedere(contesto, pk)
    corsista = versione.patto.corsista
    legge = not corsista.vesti.isdisjoint(access.LEGGONO)
    form = TestoForm(request.POST or None)
    if request.method == "POST" and legge and not form.is_valid():
        return mostra(request, corsista, stato=422, richiesta_form=form)
    atto = Atto(
        domanda="Chiedere di cambiare il patto?",
        effetti=("la richiesta arriva al tutor, che risponde", "il patto resta com’è, intanto"),
        verbo="Registra la richiesta",
        compi=lambda dati: servizi.chiedi_modifica(
            autore=contesto, adesso=contesto.adesso, versione_id=pk, **dati
        ),
        fatto="La richiesta è registrata.",
        indietro=pagina(request, "patto" if legge else "frequenza", corsista),
    )
    chieste = chieste_da(versione, contesto.persona)
    return con_modulo(request, atto, form, corsista=corsista, chieste=chieste)


@require_POST
def risposta(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a request."""
    contesto = request.contesto
    trovata = access.richiesta(contesto, pk)
    corsista = trovata.versione.patto.corsista
    form = RispostaForm(request.POST)
    if form.is_valid():
        try:
            servizi.rispondi_richiesta(
                autore=contesto, adesso=contesto.adesso, richiesta_id=pk, **form.cleaned_data
            )
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            messages.success(request, "La risposta è registrata.")
            return al_patto(request, corsista)
    return mostra(request, corsista, stato=422, risposta_form=form, risposta_a=pk)
