"""The register as the school keeps it: the list, the desk, what is decided of an entry."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta
from selezioni_pon.access import albo_esperti as access
from selezioni_pon.enums import SituazioneAlbo
from selezioni_pon.forms.albo_esperti import CancellaForm, IscriviForm, RifiutaForm, SportelloForm
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.albo_esperti import elenchi
from selezioni_pon.queries.esterni import registrati
from selezioni_pon.services import albo_esperti as servizi
from selezioni_pon.views.comuni import digitato, fatto, mostra

METODI = ["GET", "HEAD", "POST"]
INTESTAZIONE = ("Cognome e nome", "Settori", "Stato", "Dal", "Al", "Richiesta", "Protocollo")


@require_safe
def albo_esperti(request: HttpRequest) -> HttpResponse:
    """The entries, of a sector and a situation if the address says which."""
    contesto = request.contesto
    access.ufficio(contesto)
    settore = request.GET.get("settore", "")[:80]
    detta = request.GET.get("stato", "")
    quale = SituazioneAlbo(detta) if detta in set(SituazioneAlbo) else None
    righe = elenchi.tutte(contesto, settore, quale)
    file = esporta(
        request, nome="albo-esperti", titolo="Albo degli esperti", intestazione=INTESTAZIONE,
        righe=_righe(righe), personale=True,
    )  # fmt: skip
    dati = {
        "righe": righe, "settori": elenchi.settori(contesto), "settore": settore,
        "situazioni": list(SituazioneAlbo), "quale": quale,
    }  # fmt: skip
    return file or mostra(request, "albo_esperti/elenco", dati)


def _righe(righe: Sequence[elenchi.Riga]) -> Iterator[tuple[object, ...]]:
    for riga in righe:
        una = riga.iscrizione
        yield (
            str(una.persona), "; ".join(una.settori), riga.situazione.etichetta, una.iscritta_dal,
            una.scade, una.chiesta_il, str(una.protocollo or ""),
        )  # fmt: skip


@require_http_methods(METODI)
def albo_sportello(request: HttpRequest) -> HttpResponse:
    """Write down what somebody asks on paper."""
    contesto = request.contesto
    access.ufficio(contesto)
    persone = [(p.pk, str(p)) for p in registrati(contesto.istituto.pk, contesto.oggi)]
    form = SportelloForm(digitato(request), persone=persone)
    fatte: list[IscrizioneEsperto] = []
    if compiuto(
        request, form,
        lambda: fatte.append(
            servizi.registra_richiesta(
                autore=contesto, adesso=contesto.adesso, richiesta=form.richiesta,
                persona_id=form.cleaned_data["persona"],
            )
        ),
    ):  # fmt: skip
        return fatto(request, "La richiesta è registrata.", "albo_iscrizione", fatte[0].pk)
    dati = {"form": form, "persone": persone, "settori": elenchi.settori(contesto)}
    return mostra(request, "albo_esperti/sportello", dati)


@require_http_methods(METODI)
def albo_iscrivi(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an expert in the register."""
    contesto = request.contesto
    riga = access.da_decidere(contesto, pk)
    form = IscriviForm(
        digitato(request), cooperativa=riga.cooperativa, initial={"versione": riga.versione}
    )
    if compiuto(
        request, form,
        lambda: servizi.iscrivi_esperto(
            autore=contesto, adesso=contesto.adesso, iscrizione_id=pk, versione=form.letta,
            requisiti=form.cleaned_data["requisiti"],
            documenti=form.cleaned_data.get("documenti", False),
        ),
    ):  # fmt: skip
        return fatto(request, "È nell’albo degli esperti.", "albo_iscrizione", pk)
    return mostra(request, "albo_esperti/iscrivi", {"form": form, "iscrizione": riga})


@require_http_methods(METODI)
def albo_rifiuta(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse a request."""
    contesto = request.contesto
    riga = access.diretta(contesto, pk)
    form = RifiutaForm(digitato(request), initial={"versione": riga.versione})
    if compiuto(
        request, form,
        lambda: servizi.rifiuta_richiesta(
            autore=contesto, adesso=contesto.adesso, iscrizione_id=pk, versione=form.letta,
            motivo=form.cleaned_data["motivo"], preavviso_il=form.cleaned_data["preavviso_il"],
        ),
    ):  # fmt: skip
        return fatto(request, "La richiesta è rifiutata.", "albo_iscrizione", pk)
    dati = {"form": form, "iscrizione": riga, "rifiuta": True}
    return mostra(request, "albo_esperti/chiudi", dati)


@require_http_methods(METODI)
def albo_cancella(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an expert out of the register."""
    contesto = request.contesto
    riga = access.diretta(contesto, pk)
    form = CancellaForm(digitato(request), initial={"versione": riga.versione})
    if compiuto(
        request, form,
        lambda: servizi.cancella_iscrizione(
            autore=contesto, adesso=contesto.adesso, iscrizione_id=pk, versione=form.letta,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "L’iscrizione è cancellata.", "albo_iscrizione", pk)
    return mostra(request, "albo_esperti/chiudi", {"form": form, "iscrizione": riga})
