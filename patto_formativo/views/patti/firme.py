"""The signatures that the school puts or records; who studies signs on the own page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from patto_formativo.access import patti as access
from patto_formativo.forms.patti import FirmaDiCartaForm, FirmaForm
from patto_formativo.queries.patti.firme import da_registrare, possono_firmare
from patto_formativo.rules.firme import Parte
from patto_formativo.services import patti as servizi
from patto_formativo.views.patti.comuni import Atto, con_modulo, pagina


@require_http_methods(["GET", "POST"])
def firma(request: HttpRequest, pk: int) -> HttpResponse:
    """The signature of the school: tutor, or who presides over the section."""
    contesto = request.contesto
    versione = access.versione_da_firmare(contesto, pk)
    corsista = versione.patto.corsista
    form = FirmaForm(request.POST or None, initial={"impronta": versione.impronta})
    atto = Atto(
        domanda="Firmare il patto per la scuola?",
        effetti=(
            "la firma è registrata con il tuo nome, il giorno e l’impronta esatta del PDF",
            "quando hanno firmato tutti il patto è in corso, e quello di prima è sostituito",
        ),
        verbo="Firma",
        compi=lambda dati: servizi.firma_patto(
            autore=contesto, adesso=contesto.adesso, versione_id=pk, parte=Parte.SCUOLA,
            impronta=dati["impronta"],
        ),
        fatto="La firma è registrata.",
        indietro=pagina(request, "patto", corsista),
        correzione="Per cambiare il patto si fa una nuova versione: questa resta.",
    )  # fmt: skip
    return con_modulo(request, atto, form, corsista=corsista, versione=versione)


@require_http_methods(["GET", "POST"])
def firma_su_carta(request: HttpRequest, pk: int) -> HttpResponse:
    """A signature put by hand on the printed copy, as the office records it."""
    contesto = request.contesto
    versione = access.versione_di_carta(contesto, pk)
    corsista = versione.patto.corsista
    parti = da_registrare(versione, contesto.oggi)
    form = FirmaDiCartaForm(
        request.POST or None, parti=parti, impronta=versione.impronta,
        persone=[p for parte in parti for p in possono_firmare(versione, parte, contesto.oggi)],
    )  # fmt: skip
    atto = Atto(
        domanda="Registrare una firma sulla copia stampata?",
        effetti=(
            "resta scritto chi ha firmato sulla carta, che giorno, e chi lo ha registrato",
            "vale per questa versione: la copia ha il suo codice di verifica",
        ),
        verbo="Registra la firma",
        compi=lambda dati: servizi.firma_patto(
            autore=contesto, adesso=contesto.adesso, versione_id=pk, su_carta=True,
            parte=Parte(dati["parte"]), impronta=dati["impronta"], persona_id=dati["persona"],
            firmato_il=dati["firmato_il"],
        ),
        fatto="La firma è registrata.",
        indietro=pagina(request, "patto", corsista),
    )  # fmt: skip
    return con_modulo(request, atto, form, corsista=corsista, versione=versione)
