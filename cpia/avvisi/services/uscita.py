"""The outbox: a notice is a row of the act's own transaction; delivery comes after."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Notifica, Promemoria
from cpia.scuola.models import Persona

# A reminder asked for in one click leaves after so long, and until then it can be taken back.
RIPENSAMENTO = timedelta(minutes=10)


@dataclass(frozen=True)
class Avviso:
    """What to tell whom. ``chiave`` makes it unique in the institute: told once, never twice."""

    chiave: str
    tipo: str
    riferimento: str
    destinatario: Persona
    oggetto: str
    testo: str
    indirizzo: str
    subito: bool = False


@dataclass(frozen=True)
class Lettera:
    """What to tell, by mail alone, who is no person of the school yet: an address, no name.

    ``chiave`` as of a notice. Once it has left its words are not kept: they may hold a code.
    """

    chiave: str
    tipo: str
    riferimento: str
    email: str
    oggetto: str
    testo: str
    indirizzo: str


@transaction.atomic
def metti_in_uscita(
    *,
    istituto_id: int,
    avvisi: Iterable[Avviso | Lettera],
    adesso: datetime,
    parte_il: datetime | None = None,
) -> int:
    """Write notices to the outbox; how many are new.

    They leave at the next tick or, where the act can be thought over, not before ``parte_il``.
    """
    chiavi = {avviso.chiave: avviso for avviso in avvisi}
    gia = set(
        Promemoria.objects.filter(istituto_id=istituto_id, chiave__in=chiavi).values_list(
            "chiave", flat=True
        )
    )
    nuovi = [avviso for chiave, avviso in chiavi.items() if chiave not in gia]
    Promemoria.objects.bulk_create(
        [_riga(istituto_id, avviso, adesso, parte_il) for avviso in nuovi], ignore_conflicts=True
    )
    return len(nuovi)


@transaction.atomic
def ritira_dall_uscita(*, istituto_id: int, chiavi: Collection[str]) -> int:
    """Take back notices that have not left; how many. One that has left stays where it is."""
    # Locked first: one that is leaving at this moment has left when the lock is granted.
    fermi = list(
        Promemoria.objects.select_for_update(of=("self",))
        .filter(
            istituto_id=istituto_id,
            chiave__in=chiavi,
            stato=StatoPromemoria.IN_ATTESA,
            notifica__isnull=True,
        )
        .values_list("pk", flat=True)
    )
    Promemoria.objects.filter(istituto_id=istituto_id, pk__in=fermi).delete()
    return len(fermi)


def _riga(
    istituto_id: int, avviso: Avviso | Lettera, adesso: datetime, parte_il: datetime | None = None
) -> Promemoria:
    riga = Promemoria(
        istituto_id=istituto_id,
        chiave=avviso.chiave,
        tipo=avviso.tipo,
        riferimento=avviso.riferimento,
        oggetto=avviso.oggetto,
        testo=avviso.testo,
        indirizzo=avviso.indirizzo,
        dovuto_il=adesso,
        prossimo_tentativo_il=parte_il or adesso,
    )
    if isinstance(avviso, Avviso):
        riga.destinatario, riga.subito = avviso.destinatario, avviso.subito
    else:
        riga.email = avviso.email
    return riga


@transaction.atomic
def mostra_nel_portale(*, istituto_id: int, avviso: Avviso, adesso: datetime) -> None:
    """Tell at once and in the portal only: of things that do not deserve an e-mail."""
    promemoria = _riga(istituto_id, avviso, adesso)
    promemoria.stato, promemoria.inviato_il = StatoPromemoria.INVIATO, adesso
    promemoria.esito = "nel portale"
    Promemoria.objects.bulk_create([promemoria], ignore_conflicts=True)
    scritto = Promemoria.objects.get(istituto_id=istituto_id, chiave=avviso.chiave)
    notifica(scritto, adesso)


def notifica(promemoria: Promemoria, adesso: datetime) -> None:
    """Show a notice in the portal, once."""
    Notifica.objects.bulk_create(
        [
            Notifica(
                istituto_id=promemoria.istituto_id,
                promemoria=promemoria,
                destinatario=promemoria.destinatario,
                oggetto=promemoria.oggetto,
                testo=promemoria.testo,
                indirizzo=promemoria.indirizzo,
                creata_il=adesso,
            )
        ],
        ignore_conflicts=True,
    )
