"""What the office told outside the school of an assignment, on its page and read again."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from selezioni_pon.access import incarichi as access
from selezioni_pon.forms.incarichi.anagrafe import CompensiForm, ComunicaForm
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import vicenda_di
from selezioni_pon.rules.cifre import in_euro
from selezioni_pon.rules.efficacia import compensi_dovuti
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo
from selezioni_pon.views.incarichi.comuni import METODI, compie, pagina_atto


@require_http_methods(METODI)
def incarico_comunica(request: HttpRequest, pk: int) -> HttpResponse:
    """Record when and how the Funzione pubblica was told of it."""
    contesto = request.contesto
    trovato = access.contratto_da_scrivere(contesto, pk)
    form = ComunicaForm(
        digitato(request), initial={"versione": trovato.versione, "giorno": contesto.oggi}
    )
    if compie(
        request, form,
        lambda: servizi.comunica_incarico(
            autore=contesto, adesso=contesto.adesso, contratto_id=pk, versione=form.letta,
            giorno=form.cleaned_data["giorno"], modo=form.cleaned_data["modo"],
        ),
    ):  # fmt: skip
        return fatto(request, "La comunicazione è registrata.", "incarico", pk)
    obbligo = vicenda_di(trovato).obbligo
    return pagina_atto(
        request, form, titolo=f"Comunicazione alla Funzione pubblica: {_nome(trovato)}",
        verbo="Registra la comunicazione",
        effetti=[
            "si comunica in PerlaPA, Anagrafe delle prestazioni; qui se ne scrive il giorno",
            *([f"{obbligo.perche.testo} ({obbligo.perche.fonte})"] if obbligo else []),
        ],
        indietro=indirizzo(request, "incarico", pk), sopra="L’incarico",
    )  # fmt: skip


@require_http_methods(METODI)
def incarico_compensi(request: HttpRequest, pk: int) -> HttpResponse:
    """Record when the employer was told what was paid."""
    contesto = request.contesto
    trovato = access.contratto_da_scrivere(contesto, pk)
    form = CompensiForm(
        digitato(request), initial={"versione": trovato.versione, "giorno": contesto.oggi}
    )
    if compie(
        request, form,
        lambda: servizi.comunica_compensi(
            autore=contesto, adesso=contesto.adesso, contratto_id=pk, versione=form.letta,
            giorno=form.cleaned_data["giorno"],
        ),
    ):  # fmt: skip
        return fatto(request, "La comunicazione dei compensi è registrata.", "incarico", pk)
    dovuti = compensi_dovuti(vicenda_di(trovato))
    detti = f"restano da comunicare {in_euro(dovuti.importo)}" if dovuti else "nulla da comunicare"
    return pagina_atto(
        request, form, titolo=f"Compensi pagati a {_nome(trovato)}",
        verbo="Registra la comunicazione",
        effetti=[
            f"{detti}: vale per tutto ciò che è stato pagato fino al giorno che si scrive",
            "chi paga un dipendente di un’altra amministrazione le comunica i compensi entro "
            "quindici giorni (D.Lgs. 165/2001, art. 53 c. 11)",
        ],
        indietro=indirizzo(request, "incarico", pk), sopra="L’incarico",
    )  # fmt: skip


def _nome(trovato: Contratto) -> str:
    return str(trovato.proposta.candidatura.persona.nome_e_cognome)
