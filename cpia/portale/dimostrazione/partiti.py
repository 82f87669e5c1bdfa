"""What was to be told or printed was so in those days: the first tick has nothing to do."""

from django.db.models import F
from django.urls import reverse

from cpia.avvisi.enums import StatoLavoro, StatoPromemoria
from cpia.avvisi.models import Lavoro, Notifica, Promemoria
from cpia.avvisi.services import Avviso, mostra_nel_portale
from cpia.avvisi.services.lavori import chiave_avviso
from cpia.scuola.models import Istituto


def gia_partiti(
    istituto: Istituto, tipo: str, riferimento: str = "", *, esito: str = "nel portale"
) -> int:
    """Mark as sent what waits of this kind, of one object if it is named; how many."""
    attesa = Promemoria.objects.filter(
        istituto=istituto, tipo__startswith=tipo, stato=StatoPromemoria.IN_ATTESA
    )
    if riferimento:
        attesa = attesa.filter(riferimento=riferimento)
    attesa.filter(destinatario__isnull=True).update(testo="")  # as when a letter leaves
    return attesa.update(stato=StatoPromemoria.INVIATO, inviato_il=F("dovuto_il"), esito=esito)


def gia_stampati(istituto: Istituto, tipo: str) -> int:
    """Mark as finished the work of this kind that waits; how many.

    The papers are not there: who opens one asks for it again, and the worker prints that one.
    """
    return Lavoro.objects.filter(
        istituto=istituto, tipo=tipo, stato=StatoLavoro.IN_CODA
    ).update(
        stato=StatoLavoro.FINITO, fatti=F("totale"), finito_il=F("richiesto_il"),
        aggiornato_il=F("richiesto_il"),
    )  # fmt: skip


def gia_visti(istituto: Istituto, tipo: str) -> int:
    """Who asked for these papers has seen them come: nobody is told when they are printed."""
    in_coda = Lavoro.objects.select_related("istituto", "richiesto_da").filter(
        istituto=istituto, tipo__startswith=tipo, stato=StatoLavoro.IN_CODA
    )
    for lavoro in in_coda:
        avviso = Avviso(
            chiave=chiave_avviso(lavoro.pk),
            tipo="avvisi.lavoro",
            riferimento=f"lavoro/{lavoro.pk}",
            destinatario=lavoro.richiesto_da,
            oggetto=f"{lavoro.titolo}: pronto",
            testo=f"{lavoro.totale} di {lavoro.totale}.",
            indirizzo=reverse("lavoro", args=[istituto.slug, lavoro.pk]),
        )
        mostra_nel_portale(istituto_id=istituto.pk, avviso=avviso, adesso=lavoro.richiesto_il)
    chiavi = [chiave_avviso(pk) for pk in in_coda.values_list("pk", flat=True)]
    viste = Notifica.objects.filter(istituto=istituto, promemoria__chiave__in=chiavi)
    return viste.update(letta_il=F("creata_il"))
