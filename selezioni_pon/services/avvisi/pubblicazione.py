"""A call is published: its words, its grid and the rules of the day are closed with it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.albo.queries.ufficio import ultimo_giorno
from cpia.atti.albo.services import pubblica_documento
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta
from cpia.norme.rules.conservati import da_conservare
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Griglia, Progetto, Selezione
from selezioni_pon.queries.bando import mancanze
from selezioni_pon.queries.griglie import rilievi
from selezioni_pon.queries.regole import parametri_del_giorno
from selezioni_pon.services.avvisi.blocco import blocca_bozza
from selezioni_pon.services.avvisi.carta import chiedi_carta
from selezioni_pon.services.avvisi.inviti import PUBBLICATO, avverti


@transaction.atomic
def pubblica_avviso(
    *,
    autore: Contesto,
    adesso: datetime,
    avviso_id: int,
    versione: int,
    rilievi_letti: bool = False,
) -> Avviso:
    """Publish a draft on the albo, under its protocol number: who directs may.

    From then on neither its words nor its grid change, and the parameters of today are its rules.
    The staff is told of a call for them. ``rilievi_letti``: who publishes saw what the check of
    the grid found. Raises Conflitto when it is not the draft that was read, AttoRifiutato with
    all that is missing, PubblicazioneRifiutata.
    """
    avviso = blocca_bozza(autore, avviso_id)
    esigi_letta(avviso, versione)
    _blocca_le_altre(avviso)
    esigi(mancanze(avviso, adesso, rilievi_letti=rilievi_letti))
    _chiudi_griglia(autore, adesso, avviso, rilievi_letti=rilievi_letti)
    avviso.regole = da_conservare(parametri_del_giorno(autore.istituto.pk, autore.oggi))
    avviso.stato = StatoAvviso.PUBBLICATO.value
    avviso.pubblicato_il, avviso.pubblicato_da = adesso, autore.persona
    avviso.modificato_il = adesso
    avviso.save(
        update_fields=[
            "regole", "stato", "pubblicato_il", "pubblicato_da", "modificato_il",
            "rilievi_letti_il", "versione",
        ]
    )  # fmt: skip
    avviso = _all_albo(autore, adesso, avviso.pk)
    avverti(avviso, PUBBLICATO, adesso)
    return avviso


def _blocca_le_altre(avviso: Avviso) -> None:
    """What is judged is what is published: selection, project and grid, locked as they are now."""
    selezione = Selezione.objects.select_for_update().get(pk=avviso.selezione_id)
    selezione.progetto = Progetto.objects.select_for_update().get(pk=selezione.progetto_id)
    avviso.selezione = selezione
    if avviso.griglia_id is not None:
        avviso.griglia = Griglia.objects.select_for_update().get(pk=avviso.griglia_id)


def _chiudi_griglia(
    autore: Contesto, adesso: datetime, avviso: Avviso, *, rilievi_letti: bool
) -> None:
    """Who applies reads the criteria of today: they do not change any more."""
    griglia = avviso.griglia
    if griglia is None:
        raise ValueError("i criteri ci sono: è stato appena verificato")
    if rilievi_letti and rilievi(griglia):
        avviso.rilievi_letti_il = adesso
    if griglia.chiusa_il is None:
        griglia.chiusa_il = adesso
        griglia.save(update_fields=["chiusa_il"])
        annota(
            autore=autore, adesso=adesso, azione="chiude griglia di valutazione", oggetto=griglia,
            dati={"avviso": avviso.pk},
        )  # fmt: skip


def _all_albo(autore: Contesto, adesso: datetime, avviso_id: int) -> Avviso:
    """Its paper, with its number, goes on the albo at once: the worker prints it meanwhile."""
    avviso = chiedi_carta(autore=autore, adesso=adesso, avviso_id=avviso_id)
    if avviso.documento is None:
        raise ValueError("il documento dell’avviso è quello che si pubblica")
    avviso.pubblicazione = pubblica_documento(
        autore=autore,
        adesso=adesso,
        documento=avviso.documento,
        categoria=CategoriaAlbo.BANDI,
        oggetto=avviso.documento.titolo,
        con_dati_personali=False,
        al=_fino_al(autore, avviso),
    )
    avviso.save(update_fields=["pubblicazione"])
    annota(
        autore=autore, adesso=adesso, azione="pubblica avviso di selezione", oggetto=avviso,
        dati={"pubblicazione": avviso.pubblicazione.pk, "fase": avviso.fase},
    )  # fmt: skip
    return avviso


def _fino_al(autore: Contesto, avviso: Avviso) -> date:
    """On the albo for its days, and in any case until applications end."""
    di_norma = ultimo_giorno(autore.istituto.pk, autore.oggi).giorno
    return max(di_norma, timezone.localdate(avviso.scade)) if avviso.scade else di_norma
