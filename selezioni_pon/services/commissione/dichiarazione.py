"""What each member declares on the list of names, before any application is opened."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Commissario, Conflitto
from selezioni_pon.queries.commissione.membri import candidature_inviate, membro_di
from selezioni_pon.rules.fonti import CONFLITTO
from selezioni_pon.rules.lettura import MINIMI_DATI
from selezioni_pon.services.commissione.blocco import blocca_aperta
from selezioni_pon.services.commissione.dati import DatiDichiarazione

CAMPO: Final = "in_conflitto"


@transaction.atomic
def dichiara(
    *, autore: Contesto, adesso: datetime, avviso_id: int, dati: DatiDichiarazione
) -> Commissario:
    """Declare, once: who sits in the commission may. Later a conflict is only added.

    A second click with the same words changes nothing. Raises AttoRifiutato.
    """
    membro = _membro(autore, avviso_id)
    if membro.dichiarato_il is not None:
        return _la_stessa(membro, dati)
    membro.dichiarato_il, membro.senza_condanne = adesso, dati.senza_condanne
    membro.save(update_fields=["dichiarato_il", "senza_condanne"])
    _scrive_conflitti(membro, dati.in_conflitto)
    annota(
        autore=autore, adesso=adesso, azione="dichiara sui conflitti", oggetto=membro.commissione,
        dati={"commissario": membro.pk, "conflitti": len(dati.in_conflitto)},
    )  # fmt: skip
    return membro


@transaction.atomic
def aggiunge_conflitto(
    *, autore: Contesto, adesso: datetime, avviso_id: int, candidature: frozenset[int]
) -> Commissario:
    """Add a conflict that came to light after the declaration. Raises AttoRifiutato.

    What was declared stays; one who has not declared yet declares everything at once.
    """
    membro = _membro(autore, avviso_id)
    if membro.dichiarato_il is None:
        raise rifiuta("dichiarazione", "Prima si rende la dichiarazione.", CONFLITTO)
    gia = Conflitto.objects.filter(commissario=membro).values_list("candidatura_id", flat=True)
    nuove = candidature - set(gia)
    if not candidature:
        raise rifiuta("nessuno", "Scegli con chi hai un conflitto.", CONFLITTO, CAMPO)
    if nuove:
        _scrive_conflitti(membro, nuove)
        annota(
            autore=autore, adesso=adesso, azione="aggiunge conflitto", oggetto=membro.commissione,
            dati={"commissario": membro.pk, "conflitti": len(nuove)},
        )  # fmt: skip
    return membro


def _membro(autore: Contesto, avviso_id: int) -> Commissario:
    """Who sits, with the open commission locked; a substitute declares on taking a place."""
    commissione = blocca_aperta(autore, avviso_id)
    membro = membro_di(avviso_id, autore.persona.pk)
    if membro is None:
        raise rifiuta("non_siede", "Non fai più parte di questa commissione.", MINIMI_DATI)
    if membro.supplente:
        testo = "Il supplente dichiara quando prende il posto di un componente."
        raise rifiuta("supplente", testo, MINIMI_DATI)
    membro.commissione = commissione
    return membro


def _la_stessa(membro: Commissario, dati: DatiDichiarazione) -> Commissario:
    gia = set(Conflitto.objects.filter(commissario=membro).values_list("candidatura_id", flat=True))
    if membro.senza_condanne is dati.senza_condanne and gia == dati.in_conflitto:
        return membro
    testo = "La dichiarazione è già resa e non si cambia: si può aggiungere un conflitto."
    raise rifiuta("gia_resa", testo, CONFLITTO)


def _scrive_conflitti(membro: Commissario, candidature: Iterable[int]) -> None:
    chieste = set(candidature)
    inviate = candidature_inviate(membro.commissione.avviso_id).filter(pk__in=chieste)
    if set(inviate.values_list("pk", flat=True)) != chieste:
        testo = "L’elenco dei candidati è cambiato: rileggilo e scegli di nuovo."
        raise rifiuta("candidatura", testo, CONFLITTO, CAMPO)
    Conflitto.objects.bulk_create(
        Conflitto(istituto_id=membro.istituto_id, commissario=membro, candidatura_id=pk)
        for pk in sorted(chieste)
    )
