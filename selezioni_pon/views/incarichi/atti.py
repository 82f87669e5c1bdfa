"""The acts on an assignment, each on its page and read again before it is done."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from selezioni_pon.access import incarichi as access
from selezioni_pon.enums import TipoContratto
from selezioni_pon.forms.incarichi.anagrafe import EmettiForm
from selezioni_pon.forms.incarichi.atti import AnnullaForm, FirmaForm, ProrogaForm
from selezioni_pon.forms.incarichi.base import AttoForm
from selezioni_pon.models import Contratto
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo
from selezioni_pon.views.incarichi.comuni import METODI, compie, pagina_atto


@require_http_methods(METODI)
def incarico_emetti(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue the letter or the contract under its number."""
    contesto = request.contesto
    trovato = access.contratto_da_decidere(contesto, pk)
    form = EmettiForm(
        digitato(request), initial={"versione": trovato.versione},
        esterno=trovato.tipo == TipoContratto.CONTRATTO,
    )  # fmt: skip
    if compie(
        request, form,
        lambda: servizi.emetti_incarico(
            autore=contesto, adesso=contesto.adesso, contratto_id=pk, versione=form.letta,
            senza_conflitti=form.attestato,
        ),
    ):  # fmt: skip
        return fatto(request, "L’incarico è emesso: il PDF è pronto fra poco.", "incarico", pk)
    return _pagina(
        request, form, trovato, f"Emetti l’incarico di {_nome(trovato)}", "Emetti l’incarico",
        "la carta prende un numero di protocollo riservato e le sue parole non cambiano più",
        "chi ha accettato riceve un avviso e la legge nel portale",
        correzione="Finché non è firmata si può annullare e riscrivere.",
    )  # fmt: skip


@require_http_methods(METODI)
def incarico_annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was issued and nobody signed, to write it again."""
    contesto = request.contesto
    trovato = access.contratto_da_decidere(contesto, pk)
    form = AnnullaForm(digitato(request), initial={"versione": trovato.versione})
    if compie(
        request, form,
        lambda: servizi.annulla_incarico(
            autore=contesto, adesso=contesto.adesso, contratto_id=pk, versione=form.letta,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        testo = "La carta è annullata: l’incarico si può riscrivere."
        avviso_id = trovato.proposta.candidatura.avviso_id
        return fatto(request, testo, "incarichi_avviso", avviso_id)
    return _pagina(
        request, form, trovato, f"Annulla la carta di {_nome(trovato)}", "Annulla la carta",
        "la carta emessa non vale più, e chi la verifica lo legge",
        "chi ha accettato tiene il posto: l’incarico si riscrive e si emette di nuovo",
    )  # fmt: skip


@require_http_methods(METODI)
def incarico_firma(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the paper came back signed."""
    contesto = request.contesto
    trovato = access.contratto_da_scrivere(contesto, pk)
    form = FirmaForm(
        digitato(request), initial={"versione": trovato.versione, "firmato_il": contesto.oggi}
    )
    if compie(
        request, form,
        lambda: servizi.registra_firma(
            autore=contesto, adesso=contesto.adesso, contratto_id=pk, versione=form.letta,
            firmato_il=form.cleaned_data["firmato_il"],
        ),
    ):  # fmt: skip
        return fatto(request, "La firma è registrata: ora si pubblica.", "incarico", pk)
    return _pagina(
        request, form, trovato, f"Registra la firma di {_nome(trovato)}", "Registra la firma",
        "ore, inizio e compenso non cambiano più",
        "quando ogni posto dell’avviso ha il suo incarico firmato, l’avviso è concluso",
    )  # fmt: skip


@require_http_methods(METODI)
def incarico_pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the extract on the albo, and the assignment in the public register."""
    contesto = request.contesto
    trovato = access.contratto_da_scrivere(contesto, pk)
    form = AttoForm(digitato(request), initial={"versione": trovato.versione})
    if compie(
        request, form,
        lambda: servizi.pubblica_incarico(
            autore=contesto, adesso=contesto.adesso, contratto_id=pk, versione=form.letta
        ),
    ):  # fmt: skip
        return fatto(request, "L’incarico è pubblicato.", "incarico", pk)
    return _pagina(
        request, form, trovato, f"Pubblica l’incarico di {_nome(trovato)}", "Pubblica l’incarico",
        "un estratto va all’albo: nome, oggetto, durata, compenso, senza altri dati personali",
        "resta nel registro pubblico degli incarichi fino a tre anni dopo la fine",
        "un contratto con un esterno ha effetto, e si può pagare, quando è anche comunicato alla "
        "Funzione pubblica",
    )  # fmt: skip


@require_http_methods(METODI)
def incarico_proroga(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a longer end, only to complete."""
    contesto = request.contesto
    trovato = access.contratto_da_decidere(contesto, pk)
    form = ProrogaForm(digitato(request), initial={"versione": trovato.versione})
    if compie(
        request, form,
        lambda: servizi.proroga_incarico(
            autore=contesto, adesso=contesto.adesso, contratto_id=pk, versione=form.letta,
            dati=form.dati,
        ),
    ):  # fmt: skip
        return fatto(request, "L’incarico è prorogato.", "incarico", pk)
    return _pagina(
        request, form, trovato, f"Proroga l’incarico di {_nome(trovato)}", "Proroga l’incarico",
        "cambia solo l’ultimo giorno: ore e compenso restano quelli",
        "chi ha l’incarico riceve un avviso",
    )  # fmt: skip


def _pagina(
    request: HttpRequest,
    form: AttoForm,
    trovato: Contratto,
    titolo: str,
    verbo: str,
    *effetti: str,
    correzione: str = "",
) -> HttpResponse:
    return pagina_atto(
        request, form, titolo=titolo, verbo=verbo, effetti=effetti, correzione=correzione,
        indietro=indirizzo(request, "incarico", trovato.pk), sopra="L’incarico",
    )  # fmt: skip


def _nome(trovato: Contratto) -> str:
    return str(trovato.proposta.candidatura.persona.nome_e_cognome)
