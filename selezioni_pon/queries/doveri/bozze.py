"""The drafts that lack nothing and wait for who publishes them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa, plurale
from selezioni_pon.enums import Fase
from selezioni_pon.models import Avviso
from selezioni_pon.queries.bando import mancanze
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.contenuti import CONTENUTO
from selezioni_pon.rules.termine import termine_minimo

PUBBLICA: Final = "selezioni.pubblica."
# No source says within how many days a call that is ready is published.
SETTIMANA: Final = timedelta(days=7)
UN_GIORNO: Final = timedelta(days=1)
PRONTO: Final = "Non manca nulla: si rilegge e si pubblica all’albo."


def doveri(avvisi: Iterable[Avviso], adesso: datetime) -> Iterator[Dovere]:
    """Of who directs, one row each; of a draft that lacks something none. Queries for each.

    What the check of the grid found is read by who publishes: it does not stop the row.
    """
    for avviso in avvisi:
        if not mancanze(avviso, adesso, rilievi_letti=True):
            yield _da_pubblicare(avviso, timezone.localdate(adesso))


def _da_pubblicare(avviso: Avviso, oggi: date) -> Dovere:
    dal = timezone.localdate(avviso.modificato_il)
    motivo = al_piu_tardi(avviso, oggi)
    ultimo, dettaglio = dal + SETTIMANA, PRONTO
    if motivo is not None and motivo[0] <= ultimo:
        ultimo, dettaglio = motivo[0], f"{PRONTO} {motivo[1].testo}"
    return Dovere(
        chiave=f"{PUBBLICA}{avviso.pk}",
        titolo=f"Avviso per «{avviso.selezione.ruolo}» da pubblicare",
        dettaglio=dettaglio,
        verbo="Rileggi",
        pagina="selezioni:avviso",
        oggetto=avviso.pk,
        visibile_dal=dal,
        entro_il=ultimo,
        ruolo=Ruolo.DIRIGENTE,
        perche=(motivo[1] if motivo else Motivo("pubblicazione", CONTENUTO, PRONTO),),
    )


def al_piu_tardi(avviso: Avviso, oggi: date) -> tuple[date, Motivo] | None:
    """The last day on which the draft, with the term that it has, may be published, and why.

    None without a term. Where the call says why it is urgent, the day of the term itself. One
    query.
    """
    if avviso.scade is None:
        return None
    chiude = timezone.localdate(avviso.scade)
    giorni = regole_di(avviso, oggi).avviso.giorni[Fase(avviso.fase)]
    ultimo = chiude
    while not avviso.urgenza.strip() and termine_minimo(ultimo, giorni).giorno > chiude:
        ultimo -= UN_GIORNO
    testo = f"Con il termine che ha, si pubblica entro il {data_estesa(ultimo)}"
    if ultimo < chiude:
        restano = plurale(giorni.valore, "giorno", "giorni")
        testo += f": le domande hanno almeno {restano}"
    return ultimo, Motivo("giorni_dell_avviso", giorni.fonte, f"{testo}.")
