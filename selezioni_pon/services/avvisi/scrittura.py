"""A draft is written, or thrown away."""

from dataclasses import fields
from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.parole import plurale
from selezioni_pon.models import Avviso, Griglia, Selezione
from selezioni_pon.queries.destinatari import responsabili
from selezioni_pon.queries.svolte import posti_rimasti, svolte
from selezioni_pon.rules.codici import pulito
from selezioni_pon.services.avvisi.blocco import blocca_bozza
from selezioni_pon.services.avvisi.dati import DatiAvviso

DI_ALTRE_RIGHE: Final = frozenset({"ruolo", "posti", "griglia_id", "responsabile_id", "cig"})


@transaction.atomic
def scrivi_avviso(
    *, autore: Contesto, adesso: datetime, avviso_id: int, versione: int, dati: DatiAvviso
) -> Avviso:
    """Write the whole of a draft, complete or not: who directs or the office may.

    Raises Conflitto when it is not as it was read; AttoRifiutato for a published one, for what
    cannot be kept (a grid or a person of nobody here, an end before its beginning) and for more
    posts than are left.
    """
    avviso = blocca_bozza(autore, avviso_id)
    esigi_letta(avviso, versione)
    _esigi_ordine(dati)
    _scrivi_selezione(autore, avviso, dati)
    for campo in fields(dati):
        if campo.name not in DI_ALTRE_RIGHE:
            setattr(avviso, campo.name, getattr(dati, campo.name))
    avviso.cig = pulito(dati.cig)
    if avviso.griglia_id != dati.griglia_id:
        avviso.griglia = _griglia(autore, dati.griglia_id)
    avviso.responsabile = _responsabile(autore, dati.responsabile_id)
    avviso.modificato_il = adesso
    avviso.save()
    annota(autore=autore, adesso=adesso, azione="scrive avviso di selezione", oggetto=avviso)
    return avviso


@transaction.atomic
def elimina_bozza(*, autore: Contesto, adesso: datetime, avviso_id: int) -> None:
    """Throw a draft away, and the selection with it when it has no other call.

    Raises AttoRifiutato for a published one.
    """
    avviso = blocca_bozza(autore, avviso_id)
    selezione = avviso.selezione
    annota(autore=autore, adesso=adesso, azione="elimina bozza di avviso", oggetto=avviso)
    avviso.delete()
    if not selezione.avvisi.exists():
        annota(autore=autore, adesso=adesso, azione="elimina selezione", oggetto=selezione)
        selezione.delete()


def _esigi_ordine(dati: DatiAvviso) -> None:
    """What the table itself would refuse, said at its field."""
    minimo, massimo = dati.compenso_minimo, dati.compenso_massimo
    if minimo is not None and massimo is not None and not 0 < minimo <= massimo:
        testo = "Il compenso va da un minimo maggiore di zero a un massimo che non è più basso."
        raise rifiuta("compenso", testo, campo="compenso_massimo")
    if dati.dal and dati.al and dati.al < dati.dal:
        raise rifiuta("durata", "L’incarico finisce prima di cominciare.", campo="al")


def _scrivi_selezione(autore: Contesto, avviso: Avviso, dati: DatiAvviso) -> None:
    """Role and posts are of the selection until a call of it is published."""
    selezione = Selezione.objects.select_for_update().get(pk=avviso.selezione_id)
    fatte = svolte(selezione)
    if fatte:
        rimasti = posti_rimasti(selezione, fatte)
        if dati.posti > rimasti:
            testo = f"Dopo gli avvisi già fatti restano {plurale(rimasti, 'posto', 'posti')}."
            raise rifiuta("posti", testo, campo="posti")
    elif (selezione.ruolo, selezione.posti) != (dati.ruolo, dati.posti):
        esigi_ruolo_libero(autore, selezione, dati.ruolo)
        selezione.ruolo, selezione.posti = dati.ruolo, dati.posti
        selezione.versione += 1
        selezione.save(update_fields=["ruolo", "posti", "versione"])
    avviso.posti = dati.posti
    # The page that comes back must say what was written.
    avviso.selezione.ruolo, avviso.selezione.posti = selezione.ruolo, selezione.posti


def esigi_ruolo_libero(autore: Contesto, selezione: Selezione, ruolo: str) -> None:
    """Raise AttoRifiutato where the project has another selection for the same role."""
    if (
        Selezione.objects.filter(
            istituto=autore.istituto, progetto_id=selezione.progetto_id, ruolo=ruolo
        )
        .exclude(pk=selezione.pk)
        .exists()
    ):
        testo = f"Per questo progetto c’è già una selezione per «{ruolo}»: se serve, precisa quale."
        raise rifiuta("ruolo_preso", testo, campo="ruolo")


def _griglia(autore: Contesto, griglia_id: int | None) -> Griglia | None:
    if griglia_id is None:
        return None
    trovata = Griglia.objects.filter(
        istituto=autore.istituto, pk=griglia_id, ritirata_il__isnull=True
    ).first()
    if trovata is None:
        raise rifiuta("griglia_ignota", "Scegli una griglia della scuola.", campo="griglia")
    return trovata


def _responsabile(autore: Contesto, persona_id: int | None) -> Persona | None:
    if persona_id is None:
        return None
    trovata = responsabili(autore.istituto.pk, autore.oggi).filter(pk=persona_id).first()
    if trovata is None:
        testo = "Scegli una persona che lavora nella scuola."
        raise rifiuta("responsabile_ignoto", testo, campo="responsabile")
    return trovata
