"""The demo's data, topic after topic: each is there whole, with its mark, or not at all."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from cpia.atti import rules
from cpia.atti.models import Operazione
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.tenancy import istituto_corrente

SEGNATO_IL = istante(date(2024, 6, 5), 7)


@dataclass(frozen=True, slots=True)
class Argomento:
    """What is made in one transaction: something of one school."""

    scuola: str
    nome: str
    popola: Callable[[Istituto], None]


def prepara(argomenti: Iterable[Argomento]) -> list[Argomento]:
    """Make the topics that are not there yet, in their order; which ones.

    A start that breaks leaves whole topics behind, and the next one goes on from there.
    """
    return [argomento for argomento in argomenti if _prepara(argomento)]


def _prepara(argomento: Argomento) -> bool:
    istituto = Istituto.objects.get(slug=argomento.scuola)
    with istituto_corrente(istituto.pk):
        # Two starts at once: the second waits here, and finds the mark.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('demo'), %s)", [istituto.pk])
        if _segni(istituto).filter(dati__argomento=argomento.nome).exists():
            return False
        with _senza_statistiche():
            argomento.popola(istituto)
        _segna(istituto, argomento)
    return True


@contextmanager
def _senza_statistiche() -> Iterator[None]:
    """PostgreSQL knows nothing yet of tables that have just been filled.

    Whoever counts them while their rows are not committed finds none: a join of a table that is
    thought empty reads it again for each row of the other, a thousand times what a hash costs.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('enable_nestloop', 'off', true)")
        yield
        cursor.execute("SELECT set_config('enable_nestloop', 'on', true)")


def preparata_senza_segni(scuola: str) -> bool:
    """Whether this school was filled by a demo that left no marks: nothing is added to it."""
    istituto = Istituto.objects.get(slug=scuola)
    with istituto_corrente(istituto.pk):
        return Persona.objects.filter(istituto=istituto).exists() and not _segni(istituto).exists()


def _segni(istituto: Istituto) -> QuerySet[Operazione]:
    """The marks are lines of the register: nobody can take one away."""
    return Operazione.objects.filter(
        istituto=istituto,
        oggetto_tipo=istituto._meta.label_lower,
        oggetto_id=istituto.pk,
        dati__argomento__isnull=False,
    )


def _segna(istituto: Istituto, argomento: Argomento) -> None:
    """The portal did it, and nobody of the school."""
    dati = {"argomento": argomento.nome}
    Operazione.objects.create(
        istituto=istituto,
        compiuta_il=SEGNATO_IL,
        azione="prepara la dimostrazione",
        oggetto_tipo=istituto._meta.label_lower,
        oggetto_id=istituto.pk,
        dati=dati,
        impronta_dati=rules.impronta_dati(dati),
    )
