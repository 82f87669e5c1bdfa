"""The e-mail that is missing, added by the office."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from patto_formativo.access import accoglienza as access
from patto_formativo.forms.recapito import EmailForm
from patto_formativo.queries.iscrizioni.pagina import SENZA_RESPONSABILE, destinatario_di
from patto_formativo.rules.iscrizione import ART_4
from patto_formativo.services.iscrizioni.recapito import aggiungi_email
from patto_formativo.views.accoglienza.comuni import alla_persona, modulo


@require_http_methods(["GET", "HEAD", "POST"])
def email(request: HttpRequest, pk: int) -> HttpResponse:
    """The address of who has the credentials today, and the invitation to it."""
    contesto: Contesto = request.contesto
    trovato = access.corsista_dell_ufficio(contesto, pk)
    form = EmailForm(request.POST or None)

    def atto() -> None:
        dati = form.cleaned_data
        aggiungi_email(autore=contesto, adesso=contesto.adesso, corsista_id=pk, email=dati["email"])

    if compiuto(request, form, atto):
        return alla_persona(request, pk, "L’indirizzo è scritto e l’invito è partito.")
    chi = destinatario_di(trovato.domanda, contesto.oggi)
    return modulo(
        request, form, trovato,
        titolo="Aggiungi un indirizzo e-mail", fonte=ART_4, verbo="Manda l’invito",
        spiegazione=_a_chi(chi), chiuso=_chiuso(chi),
    )  # fmt: skip


def _a_chi(chi: Persona | None) -> str:
    if chi is None:
        return SENZA_RESPONSABILE
    return (
        f"Oggi le credenziali sono di {chi.nome_e_cognome}: chi studia o, per un minorenne, chi "
        "ne risponde. All’indirizzo arriva un invito che vale sette giorni."
    )


def _chiuso(chi: Persona | None) -> str:
    """Why nothing is to be added; empty when it is."""
    if chi is None:
        return "Prima si registra chi ne risponde."
    if chi.utente_id is not None:
        return f"{chi.nome_e_cognome} entra già con le sue credenziali."
    return f"L’indirizzo di {chi.nome_e_cognome} è già scritto." if chi.email else ""
