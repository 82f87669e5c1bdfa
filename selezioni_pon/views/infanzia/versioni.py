"""The versions of a list: read again before they are made, kept, printed; the draws."""

from collections.abc import Iterator, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.atti.conflitti import compiuto
from cpia.avvisi.queries import ultimo_lavoro
from cpia.scuola.esportazione import esporta
from selezioni_pon.access import infanzia as access
from selezioni_pon.enums import TipoVersione
from selezioni_pon.forms.infanzia.versioni import FormaForm, SorteggioForm
from selezioni_pon.models import RigaInfanzia, VersioneInfanzia
from selezioni_pon.queries.infanzia.elenchi import righe_di
from selezioni_pon.queries.infanzia.pagina import pagina
from selezioni_pon.queries.infanzia.quadro import Quadro, quadro
from selezioni_pon.queries.infanzia.regole import per_osservare
from selezioni_pon.rules.infanzia.passi import contro_il_passo
from selezioni_pon.services import infanzia as servizi
from selezioni_pon.services.infanzia.carta import STAMPA, chiedi_carta
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

METODI = ["GET", "HEAD", "POST"]
INTESTAZIONE = ("Posizione", "Domanda", "Bambino", "Punti", "Esito", "In lista di attesa")
FATTO = {
    TipoVersione.PROVVISORIA: "L’elenco provvisorio è formato: le famiglie lo leggono.",
    TipoVersione.DEFINITIVA: "L’elenco è definitivo.",
    TipoVersione.SCORRIMENTO: "La lista di attesa è scorsa.",
    TipoVersione.ANTICIPI: "Gli anticipi sono decisi.",
}


@require_http_methods(METODI)
def infanzia_forma(request: HttpRequest, pk: int, tipo: TipoVersione) -> HttpResponse:
    """Make the next version of the list, read again before."""
    contesto = request.contesto
    elenco = access.elenco_da_formare(contesto, pk)
    letto = quadro(elenco)
    form = FormaForm(
        digitato(request), con_motivo=_si_rifa(letto, tipo),
        con_osservazioni=tipo is TipoVersione.PROVVISORIA,
        initial={"osservazioni_entro": contesto.oggi + per_osservare(elenco)},
    )  # fmt: skip
    if compiuto(request, form, lambda: _forma(request, pk, tipo, form)):
        return fatto(request, FATTO[tipo], "infanzia_elenco", pk)
    dati = {
        "form": form,
        "elenco": elenco,
        "letto": letto,
        "pagina": pagina(letto, contesto.oggi),
        "tipo": tipo,
        "contro": contro_il_passo(tipo, letto.momento(contesto.oggi), letto.regole),
    }
    return mostra(request, "infanzia/forma", dati)


def _si_rifa(letto: Quadro, tipo: TipoVersione) -> bool:
    """Whether the same step was done already: then one says why."""
    ripetibili = (TipoVersione.PROVVISORIA, TipoVersione.ANTICIPI)
    return tipo in ripetibili and any(una.tipo == tipo for una in letto.versioni)


def _forma(request: HttpRequest, pk: int, tipo: TipoVersione, form: FormaForm) -> None:
    contesto = request.contesto
    if tipo is TipoVersione.ANTICIPI:
        servizi.ammetti_gli_anticipi(
            autore=contesto, adesso=contesto.adesso, elenco_id=pk, **form.dati
        )
        return
    servizi.forma_versione(
        autore=contesto, adesso=contesto.adesso, elenco_id=pk, tipo=tipo, **form.dati
    )


@require_http_methods(METODI)
def infanzia_sorteggio(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a draw between those who are level: the first group that waits."""
    contesto = request.contesto
    elenco = access.elenco_da_formare(contesto, pk)
    pari = pagina(quadro(elenco), contesto.oggi).pari
    if not pari and request.method != "POST":
        messages.info(request, "Nessuno è a pari merito: non c’è niente da sorteggiare.")
        return redirect(indirizzo(request, "infanzia_elenco", pk))
    fra = [(str(una.domanda.pk), str(una.bambino)) for una in (pari[0] if pari else ())]
    form = SorteggioForm(digitato(request), pari=fra)
    if compiuto(
        request, form,
        lambda: servizi.registra_sorteggio(
            autore=contesto, adesso=contesto.adesso, elenco_id=pk,
            verbale=form.cleaned_data["verbale"], usciti=form.usciti,
        ),
    ):  # fmt: skip
        return fatto(request, "Il sorteggio è registrato.", "infanzia_elenco", pk)
    dati = {"form": form, "elenco": elenco, "pari": pari[0] if pari else ()}
    return mostra(request, "infanzia/sorteggio", dati)


@require_safe
def infanzia_versione(request: HttpRequest, pk: int) -> HttpResponse:
    """A version as it was made, with its paper."""
    versione = access.versione(request.contesto, pk)
    righe = righe_di(versione)
    file = esporta(
        request, nome="elenco-infanzia", titolo="Elenco", intestazione=INTESTAZIONE,
        righe=_righe(righe), personale=True,
    )  # fmt: skip
    dati = {
        "versione": versione,
        "elenco": versione.elenco,
        "righe": righe,
        "lavoro": _stampa(versione),
    }
    return file or mostra(request, "infanzia/versione", dati)


@require_POST
def infanzia_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of a version."""
    contesto = request.contesto
    versione = access.versione(contesto, pk)
    if versione.documento is not None and versione.documento.impronta:
        messages.info(request, "Il PDF c’è già.")
        return redirect(indirizzo(request, "infanzia_versione", pk))
    chiedi_carta(autore=contesto, adesso=contesto.adesso, versione_id=pk)
    return fatto(request, "La stampa è pronta fra poco.", "infanzia_versione", pk)


def _righe(righe: Sequence[RigaInfanzia]) -> Iterator[list[object]]:
    for riga in righe:
        yield [
            riga.posizione, riga.domanda.numero, str(riga.domanda.bambino), riga.punti,
            riga.get_stato_display(), riga.in_attesa,
        ]  # fmt: skip


def _stampa(versione: VersioneInfanzia) -> object:
    """The print under way; None once it is there."""
    documento = versione.documento
    if documento is None or documento.impronta:
        return None
    return ultimo_lavoro(versione.istituto_id, STAMPA, documento.pk)
