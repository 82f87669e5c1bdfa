"""Who has not signed is reminded, at most once a day."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from cpia.atti.services import annota
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Versione
from patto_formativo.queries.patti.firme import firme_di, responsabili_di
from patto_formativo.queries.patti.versioni import CON
from patto_formativo.rules.firme import FASE_4, Parte

FIRMA = "patto_formativo.firma"


@transaction.atomic
def sollecita_firma(*, autore: Contesto, adesso: datetime, versioni: Collection[int]) -> int:
    """Remind who is missing in these approved versions; how many were written to.

    The office may, the tutor and who coordinates the site. Who was written to today is not
    written to again. Raises AttoRifiutato for what nobody has to sign, or not yet: the other
    school has not ratified it.
    """
    righe = Versione.objects.filter(istituto=autore.istituto, pk__in=versioni)
    scelte = list(
        righe.select_related(*CON).prefetch_related("firme", "condivisioni").order_by("pk")
    )
    if any(versione.stato != StatoPatto.APPROVATO for versione in scelte):
        raise rifiuta("niente_da_firmare", "Non c’è più niente da firmare.", FASE_4)
    if aspetta := next(filter(None, (firme_di(v, autore.oggi).aspetta for v in scelte)), None):
        raise rifiuta("da_ratificare", aspetta.testo, aspetta.fonte)
    avvisi = [avviso for versione in scelte for avviso in _avvisi(autore, versione)]
    quanti = metti_in_uscita(istituto_id=autore.istituto.pk, avvisi=avvisi, adesso=adesso)
    if quanti:
        for versione in scelte:
            annota(autore=autore, adesso=adesso, azione="sollecita firma", oggetto=versione)
    return quanti


def _avvisi(autore: Contesto, versione: Versione) -> Iterable[Avviso]:
    for richiesta in firme_di(versione, autore.oggi).mancano:
        for chi in chi_firma(versione, richiesta.parte, autore.oggi):
            if chi != autore.persona:
                yield _avviso(autore, versione, richiesta.parte, chi)


def chi_firma(versione: Versione, parte: Parte, oggi: date) -> list[Persona]:
    """Who is reminded of a part on a day."""
    corsista = versione.patto.corsista
    if parte == Parte.ADULTO:
        return [corsista.persona]
    if parte == Parte.RESPONSABILE:
        return responsabili_di(corsista, oggi)
    return [corsista.tutor] if corsista.tutor else []


def _avviso(autore: Contesto, versione: Versione, parte: Parte, chi: Persona) -> Avviso:
    slug, corsista = autore.istituto.slug, versione.patto.corsista
    scuola = parte == Parte.SCUOLA
    dove = (
        reverse("patto:patto", args=[slug, corsista.pk])
        if scuola
        else reverse("patto:mio", args=[slug])
    )
    return Avviso(
        # The day in the key: the outbox takes each key once, so one reminder a day.
        chiave=f"{FIRMA}.{versione.pk}.{parte.value}.{autore.oggi}.{chi.pk}",
        tipo=FIRMA,
        riferimento=f"versione/{versione.pk}",
        destinatario=chi,
        oggetto="C’è un patto formativo da firmare",
        testo="La Commissione lo ha approvato. Si legge e si firma nel portale.",
        indirizzo=dove,
    )
