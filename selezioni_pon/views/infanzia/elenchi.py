"""The lists of a school: opened, read with every row, written."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta
from selezioni_pon.access import infanzia as access
from selezioni_pon.forms.infanzia.elenchi import ElencoForm, ScriviElencoForm
from selezioni_pon.models import ElencoInfanzia
from selezioni_pon.queries.infanzia import elenchi as lettura
from selezioni_pon.queries.infanzia.pagina import Pagina, RigaPagina, pagina
from selezioni_pon.queries.infanzia.quadro import quadro
from selezioni_pon.queries.infanzia.visibili import ha_infanzia
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.services import infanzia as servizi
from selezioni_pon.views.comuni import digitato, fatto, mostra

METODI = ["GET", "HEAD", "POST"]
DEGLI_ELENCHI = ("Scuola", "Anno", "Domande entro", "Sezioni", "Domande", "A che punto è")
DELL_ELENCO = (
    "Posizione", "Domanda", "Bambino", "Nato il", "Presentata il", "Fuori termine", "Punti",
    "Esito adesso",
)  # fmt: skip


@require_safe
def infanzia(request: HttpRequest) -> HttpResponse:
    """The lists, the latest year first."""
    contesto = request.contesto
    access.ufficio(contesto)
    trovati = lettura.tutti(contesto)
    file = esporta(
        request, nome="infanzia", titolo="Iscrizioni all’infanzia", intestazione=DEGLI_ELENCHI,
        righe=_righe_elenchi(trovati),
    )  # fmt: skip
    dati = {"elenchi": trovati, "ha_infanzia": ha_infanzia(contesto)}
    return file or mostra(request, "infanzia/elenchi", dati)


@require_http_methods(METODI)
def infanzia_nuovo(request: HttpRequest) -> HttpResponse:
    """Open the list of a school for a year."""
    contesto = request.contesto
    access.ufficio(contesto)
    form = ElencoForm(
        digitato(request), sedi=lettura.sedi(contesto), anni=lettura.anni(contesto),
        griglie=lettura.griglie_adatte(contesto),
    )  # fmt: skip
    aperti: list[ElencoInfanzia] = []

    def atto() -> None:
        aperti.append(servizi.apri_elenco(autore=contesto, adesso=contesto.adesso, dati=form.dati))

    if compiuto(request, form, atto):
        return fatto(request, "L’elenco è aperto.", "infanzia_elenco", aperti[0].pk)
    return mostra(request, "infanzia/nuovo", {"form": form})


@require_safe
def infanzia_elenco(request: HttpRequest, pk: int) -> HttpResponse:
    """A list as it stands now, with the places, the contradictions and what may be done."""
    contesto = request.contesto
    elenco = access.elenco(contesto, pk)
    letto = quadro(elenco)
    letta = pagina(letto, contesto.oggi)
    file = esporta(
        request, nome="iscrizioni-infanzia", titolo="Iscrizioni", intestazione=DELL_ELENCO,
        righe=_righe(letta), personale=True,
    )  # fmt: skip
    dati = {
        "elenco": elenco,
        "letto": letto,
        "pagina": letta,
        "dirige": access.dirige(contesto),
        "criteri": tuple(letto.griglia.voci),
    }
    return file or mostra(request, "infanzia/elenco", dati)


@require_http_methods(METODI)
def infanzia_scrivi(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the term, or whether the special cases apply."""
    contesto = request.contesto
    elenco = access.elenco(contesto, pk)
    form = ScriviElencoForm(digitato(request))
    form.initial = form.attuali(elenco)
    if compiuto(
        request, form,
        lambda: servizi.scrivi_elenco(
            autore=contesto, adesso=contesto.adesso, elenco_id=pk, versione=form.letta,
            **form.scritti,
        ),
    ):  # fmt: skip
        return fatto(request, "L’elenco è come scritto.", "infanzia_elenco", pk)
    return mostra(request, "infanzia/scrivi", {"form": form, "elenco": elenco})


def _righe_elenchi(trovati: list[ElencoInfanzia]) -> Iterator[list[object]]:
    for uno in trovati:
        yield [
            uno.sede.nome, str(uno.anno_scolastico), uno.entro, uno.quante_sezioni or 0,
            uno.quante_domande, uno.ultima or "domande",
        ]  # fmt: skip


def _righe(letta: Pagina) -> Iterator[list[object]]:
    for una in letta.tutte:
        yield _riga(una)


def _riga(una: RigaPagina) -> list[object]:
    """Of a precedence there is that there is one, never which."""
    posizione = una.riga.posizione if una.riga else None
    return [
        posizione, una.domanda.numero, str(una.bambino), una.bambino.data_nascita,
        una.domanda.presentata_il, "sì" if una.fuori_termine else "no",
        in_cifre(una.punteggio.totale), una.esito,
    ]  # fmt: skip
