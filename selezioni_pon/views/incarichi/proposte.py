"""A proposal: read and answered by who was asked, recorded, let expire, ended by the school."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from selezioni_pon.access import incarichi as access
from selezioni_pon.enums import StatoProposta, TipoContratto
from selezioni_pon.forms.incarichi.base import AttoForm
from selezioni_pon.forms.incarichi.proposte import CessaForm, RegistraRispostaForm, RispondiForm
from selezioni_pon.models import Proposta
from selezioni_pon.queries.bando import bando_di
from selezioni_pon.queries.incarichi.atti import contratto_di
from selezioni_pon.queries.incarichi.bozza import partenza
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra
from selezioni_pon.views.incarichi.comuni import METODI, compie, pagina_atto

ACCETTATA = "Hai accettato: la segreteria prepara l’incarico."
RIFIUTATA = "Hai rifiutato: l’incarico si propone a chi segue."


@require_http_methods(METODI)
def proposta(request: HttpRequest, pk: int) -> HttpResponse:
    """What is offered to who asks, and the answer."""
    contesto = request.contesto
    trovata = access.propria(contesto, pk)
    da = partenza(trovata, contesto.oggi)
    form = RispondiForm(
        digitato(request), initial={"versione": trovata.versione},
        esterno=da.tipo is TipoContratto.CONTRATTO,
    )  # fmt: skip
    if compie(
        request, form,
        lambda: servizi.rispondi_proposta(
            autore=contesto, adesso=contesto.adesso, proposta_id=pk, versione=form.letta,
            accetta=form.accettata, motivo=form.cleaned_data["motivo"], altri_incarichi=form.altri,
        ),
    ):  # fmt: skip
        return fatto(request, ACCETTATA if form.accettata else RIFIUTATA, "proposta", pk)
    avviso = trovata.candidatura.avviso
    contratto = contratto_di(trovata)
    dati = {
        "form": form,
        "proposta": trovata,
        "avviso": avviso,
        "bando": bando_di(avviso, contesto.adesso),
        "conto": da.conto,
        "contratto": contratto if contratto and contratto.documento_id else None,
        "in_tempo": trovata.stato == StatoProposta.IN_ATTESA
        and contesto.oggi <= trovata.rispondere_entro,
    }
    return mostra(request, "incarichi/proposta", dati)


@require_http_methods(METODI)
def proposta_registra(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the answer that came on paper."""
    contesto = request.contesto
    trovata = access.proposta(contesto, pk)
    form = RegistraRispostaForm(
        digitato(request), initial={"versione": trovata.versione, "giorno": contesto.oggi},
        esterno=partenza(trovata, contesto.oggi).tipo is TipoContratto.CONTRATTO,
    )  # fmt: skip
    if compie(
        request, form,
        lambda: servizi.registra_risposta(
            autore=contesto, adesso=contesto.adesso, proposta_id=pk, versione=form.letta,
            accetta=form.accettata, giorno=form.cleaned_data["giorno"],
            motivo=form.cleaned_data["motivo"], altri_incarichi=form.altri,
        ),
    ):  # fmt: skip
        return fatto(request, "La risposta è registrata.", *_posti(trovata))
    return pagina_atto(
        request, form, titolo=f"Registra la risposta di {_nome(trovata)}",
        effetti=[
            "se accetta si prepara l’incarico; se rifiuta si passa a chi segue",
            "vale il giorno in cui la carta è arrivata, non quello di oggi",
        ],
        verbo="Registra la risposta", indietro=indirizzo(request, *_posti(trovata)),
        sopra="I posti",
    )  # fmt: skip


@require_http_methods(METODI)
def proposta_scaduta(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that nobody answered in time."""
    contesto = request.contesto
    trovata = access.proposta(contesto, pk, access.V.DIRIGENTE)
    form = AttoForm(digitato(request), initial={"versione": trovata.versione})
    if compie(
        request, form,
        lambda: servizi.dichiara_scaduta(
            autore=contesto, adesso=contesto.adesso, proposta_id=pk, versione=form.letta
        ),
    ):  # fmt: skip
        return fatto(request, "La proposta è scaduta: si passa a chi segue.", *_posti(trovata))
    return pagina_atto(
        request, form, titolo=f"La proposta a {_nome(trovata)} è scaduta",
        effetti=["il posto torna libero e si propone a chi segue in graduatoria"],
        verbo="Dichiara scaduta", indietro=indirizzo(request, *_posti(trovata)), sopra="I posti",
        correzione="Se la risposta era arrivata in tempo su carta, prima si registra quella.",
    )  # fmt: skip


@require_http_methods(METODI)
def proposta_cessa(request: HttpRequest, pk: int) -> HttpResponse:
    """End the post of who had accepted."""
    contesto = request.contesto
    trovata = access.proposta(contesto, pk, access.V.DIRIGENTE)
    form = CessaForm(
        digitato(request), initial={"versione": trovata.versione, "giorno": contesto.oggi}
    )
    if compie(
        request, form,
        lambda: servizi.cessa_incarico(
            autore=contesto, adesso=contesto.adesso, proposta_id=pk, versione=form.letta,
            giorno=form.cleaned_data["giorno"], motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "L’incarico è cessato: il posto è libero.", *_posti(trovata))
    return pagina_atto(
        request, form, titolo=f"Cessa l’incarico di {_nome(trovata)}",
        effetti=[
            "il posto torna libero e si propone a chi segue in graduatoria",
            "un incarico firmato finisce quel giorno, e si verificano le ore svolte",
            "una carta emessa e non firmata non vale più",
        ],
        verbo="Cessa l’incarico", indietro=indirizzo(request, *_posti(trovata)), sopra="I posti",
        correzione="Chi cessa non può avere di nuovo lo stesso posto.",
    )  # fmt: skip


def _posti(trovata: Proposta) -> tuple[str, int]:
    return "incarichi_avviso", trovata.candidatura.avviso_id


def _nome(trovata: Proposta) -> str:
    return str(trovata.candidatura.persona.nome_e_cognome)
