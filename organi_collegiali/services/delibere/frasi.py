"""The school's book of premises grows with what its organs write."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto
from organi_collegiali.enums import Premessa
from organi_collegiali.models import Frase
from organi_collegiali.rules.delibere.premesse import FINE, RigaPremessa

LUNGHEZZA_MASSIMA = 600


@transaction.atomic
def conta_frasi(*, istituto: Istituto, righe: Sequence[RigaPremessa]) -> None:
    """Keep the phrases of a deliberation and count them once more.

    The rows are written and locked in one order, so that two deliberations with the same phrases
    never wait for each other.
    """
    uniche = sorted(
        {(r.premessa.value, r.testo) for r in righe if len(r.testo) <= LUNGHEZZA_MASSIMA}
    )
    Frase.objects.bulk_create(
        (Frase(istituto=istituto, premessa=parola, testo=testo) for parola, testo in uniche),
        ignore_conflicts=True,
    )
    pk = [
        frase.pk
        for frase in Frase.objects.select_for_update()
        .filter(istituto=istituto, testo__in=[testo for _, testo in uniche])
        .order_by("pk")
        if (frase.premessa, frase.testo) in uniche
    ]
    Frase.objects.filter(istituto=istituto, pk__in=pk).update(usata=F("usata") + 1)


@transaction.atomic
def scrivi_frase(*, autore: Contesto, adesso: datetime, frase: Frase) -> Frase:
    """Put a phrase in the book, or change one. Raises AttoRifiutato when it is there already."""
    frase.istituto = autore.istituto
    frase.testo = " ".join(frase.testo.split()).rstrip(FINE)
    uguali = Frase.objects.filter(
        istituto=autore.istituto, premessa=frase.premessa, testo=frase.testo
    )
    if uguali.exclude(pk=frase.pk).exists():
        raise AttoRifiutato([Violazione("doppia", "Questa frase c’è già.", "", "testo")])
    frase.save()
    annota(
        autore=autore,
        adesso=adesso,
        azione="scrive frase",
        oggetto=frase,
        dati={"premessa": frase.premessa, "testo": frase.testo},
    )
    return frase


@transaction.atomic
def togli_frase(*, autore: Contesto, adesso: datetime, frase_id: int) -> None:
    """Take a phrase out of the book: what was deliberated with it does not change."""
    frase = Frase.objects.select_for_update().get(pk=frase_id, istituto=autore.istituto)
    annota(
        autore=autore,
        adesso=adesso,
        azione="toglie frase",
        oggetto=frase,
        dati={"premessa": frase.premessa, "testo": frase.testo},
    )
    frase.delete()


@transaction.atomic
def semina_frasario(*, istituto: Istituto, frasi: Iterable[tuple[Premessa, str, str]]) -> int:
    """Give a school the phrases with which every book begins; what it has already stays.

    Each one with its word, its text and the kind of organ (empty: all). Says how many are new.
    """
    prima = Frase.objects.filter(istituto=istituto).count()
    Frase.objects.bulk_create(
        (
            Frase(istituto=istituto, premessa=parola.value, testo=testo, tipo_organo=tipo, ordine=n)
            for n, (parola, testo, tipo) in enumerate(frasi, start=1)
        ),
        ignore_conflicts=True,
    )
    return Frase.objects.filter(istituto=istituto).count() - prima
