"""The units of a draft and what goes with them, kept while the tutor writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.models import UnitaApprendimento, UnitaDelPatto, Versione
from patto_formativo.queries.patti.piano import (
    misure_della,
    previste,
    programma,
)
from patto_formativo.queries.regole import regole
from patto_formativo.rules.contenuto import ELEMENTI
from patto_formativo.rules.misure import NULLA, in_decimale
from patto_formativo.rules.ripartizione import Quota, ripartisci
from patto_formativo.services.patti.apertura import esigi_bozza
from patto_formativo.services.patti.blocco import blocca_versione

CAMPI = ["titolo", "ore", "a_distanza", "fruizione", "prova"]


@dataclass(frozen=True, slots=True)
class RigaUnita:
    """A unit of the programme as this person follows it; without hours it is not taken."""

    unita_id: int
    ore: Decimal
    a_distanza: Decimal
    fruizione: str
    prova: str


@transaction.atomic
def salva_piano(
    *,
    autore: Contesto,
    adesso: datetime,
    versione_id: int,
    revisione: int,
    righe: Sequence[RigaUnita],
    anni: int,
    quando: str,
    note: str,
) -> Versione:
    """Keep the plan of a draft as it is on the screen: the tutor may.

    ``revisione`` is that of the draft when it was read: Conflitto with the version as it is kept
    now when somebody else has written since. Sums that are wrong are kept and said, so that
    nothing typed is lost. Raises AttoRifiutato outside a draft, or for units of another programme.
    """
    versione = blocca_versione(autore, versione_id)
    esigi_bozza(versione)
    del_programma = {u.pk: u for u in programma(versione.patto.corsista)}
    nuove = _nuove(versione, del_programma, righe)
    if _uguale(versione, nuove, (anni, quando, note)):
        # Also when the answer to an earlier try was lost.
        return versione
    if revisione != versione.revisione:
        raise Conflitto(versione)
    versione.anni, versione.quando, versione.note = anni, quando, note
    _scrivi(versione, nuove, adesso)
    annota(
        autore=autore, adesso=adesso, azione="scrive piano del patto", oggetto=versione,
        dati={"unita": [riga.unita_id for riga in nuove], "revisione": versione.revisione},
    )  # fmt: skip
    return versione


@transaction.atomic
def proponi_riparto(*, autore: Contesto, adesso: datetime, versione_id: int) -> Versione:
    """Fill the units of a draft with the hours of its plan: the tutor may, and then changes them.

    The hours written before are replaced; proofs and places stay. Raises AttoRifiutato when the
    programme has no unit for what is left.
    """
    versione = blocca_versione(autore, versione_id)
    esigi_bozza(versione)
    corsista = versione.patto.corsista
    del_programma = {u.pk: u for u in programma(corsista)}
    quote = ripartisci(
        previste(del_programma.values()),
        psp=misure_della(versione).psp,
        restano=_restano(versione),
        distanza=regole(versione.istituto_id, autore.oggi).distanza.valore,
    )
    if not quote:
        testo = "Il programma del percorso non ha unità per le ore che restano."
        raise rifiuta("senza_programma", testo, ELEMENTI, "uda")
    gia = {riga.unita_id: riga for riga in versione.unita.all()}
    nuove = [_da_quota(versione, quota, del_programma[quota.chiave], gia) for quota in quote]
    _scrivi(versione, nuove, adesso)
    annota(
        autore=autore, adesso=adesso, azione="riparte ore del patto", oggetto=versione,
        dati={"unita": [quota.chiave for quota in quote]},
    )  # fmt: skip
    return versione


def _nuove(
    versione: Versione, del_programma: dict[int, UnitaApprendimento], righe: Sequence[RigaUnita]
) -> list[UnitaDelPatto]:
    estranee = [riga.unita_id for riga in righe if riga.unita_id not in del_programma]
    if estranee:
        testo = "Un’unità non è più nel programma del percorso: ricarica la pagina."
        raise rifiuta("unita_estranea", testo, ELEMENTI, "uda")
    scritte = {riga.unita_id: riga for riga in righe if riga.ore or riga.a_distanza}
    restano = _restano(versione)
    return [
        UnitaDelPatto(
            istituto_id=versione.istituto_id,
            versione=versione,
            unita=unita,
            titolo=unita.titolo,
            ordine=unita.ordine,
            competenze=[c for c in unita.competenze if restano.get(c, NULLA) > 0],
            ore=scritte[pk].ore,
            a_distanza=scritte[pk].a_distanza,
            fruizione=scritte[pk].fruizione,
            prova=scritte[pk].prova,
        )
        for pk, unita in del_programma.items()
        if pk in scritte
    ]


def _restano(versione: Versione) -> dict[str, Fraction]:
    """The hours of each competence that are not recognised."""
    misure = misure_della(versione)
    return {c: ore - misure.crediti.get(c, NULLA) for c, ore in misure.ore.items()}


def _uguale(
    versione: Versione, nuove: Sequence[UnitaDelPatto], resto: tuple[int, str, str]
) -> bool:
    kept = [_impronta(riga) for riga in versione.unita.order_by("ordine", "pk")]
    return kept == [_impronta(riga) for riga in nuove] and resto == (
        versione.anni, versione.quando, versione.note,
    )  # fmt: skip


def _impronta(riga: UnitaDelPatto) -> tuple[object, ...]:
    return (riga.unita_id, tuple(riga.competenze), *(getattr(riga, campo) for campo in CAMPI))


def _scrivi(versione: Versione, nuove: Sequence[UnitaDelPatto], adesso: datetime) -> None:
    versione.unita.all().delete()
    UnitaDelPatto.objects.bulk_create(nuove)
    versione.revisione += 1
    versione.modificata_il = adesso
    versione.save(update_fields=["anni", "quando", "note", "revisione", "modificata_il"])


def _da_quota(
    versione: Versione,
    quota: Quota,
    unita: UnitaApprendimento,
    gia: dict[int, UnitaDelPatto],
) -> UnitaDelPatto:
    prima = gia.get(unita.pk)
    return UnitaDelPatto(
        istituto_id=versione.istituto_id,
        versione=versione,
        unita=unita,
        titolo=unita.titolo,
        ordine=unita.ordine,
        competenze=list(quota.competenze),
        ore=in_decimale(quota.ore),
        a_distanza=in_decimale(quota.a_distanza),
        fruizione=(prima and prima.fruizione) or (unita.fruizione if quota.a_distanza else ""),
        prova=(prima and prima.prova) or unita.prova,
    )
