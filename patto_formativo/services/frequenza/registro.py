"""Many lessons at once, from a register kept elsewhere."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.parole import data_estesa
from patto_formativo.models import Lezione, Presenza
from patto_formativo.queries.frequenza.lezioni import anno_del_gruppo, appello, unita_del_gruppo
from patto_formativo.rules.lezioni import verifica_lezione
from patto_formativo.services.frequenza.gruppi import blocca_gruppo
from patto_formativo.services.frequenza.lezioni import UGUALE, DatiLezione

Righe = Iterable[tuple[DatiLezione, Mapping[int, Decimal]]]


@transaction.atomic
def riporta_lezioni(
    *, autore: Contesto, adesso: datetime, gruppo_id: int, docente: Persona, righe: Righe
) -> list[Lezione]:
    """Bring in the lessons of a teacher, each judged as if it were written here.

    Raises AttoRifiutato at the first that the register does not take: none is brought in.
    """
    gruppo = blocca_gruppo(autore, gruppo_id)
    chi, anno = appello(gruppo).partecipano, anno_del_gruppo(gruppo)
    ammesse = set(unita_del_gruppo(gruppo).values_list("pk", flat=True))
    occupate = set(gruppo.lezioni.exclude(dalle=None).values_list("giorno", "dalle"))
    uguali = set(gruppo.lezioni.filter(docente=docente).values_list("giorno", "unita_id", "ore"))
    lezioni, ore_di_ciascuna = [], []
    for dati, ore in righe:
        if dati.unita.pk not in ammesse:
            raise rifiuta("altra_unita", "Questa unità non è del percorso del gruppo.")
        if (dati.giorno, dati.dalle) in occupate:
            testo = f"C’è già una lezione del {data_estesa(dati.giorno)} a quell’ora."
            raise rifiuta("lezione_doppia", testo)
        questa = (dati.giorno, dati.unita.pk, dati.ore)
        if dati.dalle is None and questa in uguali:
            raise rifiuta("lezione_doppia", f"{data_estesa(dati.giorno)}. {UGUALE}")
        uguali.add(questa)
        if dati.dalle:
            occupate.add((dati.giorno, dati.dalle))
        sue = {persona: Fraction(quante) for persona, quante in ore.items()}
        esigi(verifica_lezione(dati.detta, sue, chi, oggi=autore.oggi, anno=anno))
        lezioni.append(
            Lezione(
                istituto=autore.istituto, gruppo=gruppo, docente=docente, registrata_il=adesso,
                unita=dati.unita, giorno=dati.giorno, dalle=dati.dalle, ore=dati.ore,
                a_distanza=dati.a_distanza, argomento=dati.argomento,
            )
        )  # fmt: skip
        ore_di_ciascuna.append(ore)
    Lezione.objects.bulk_create(lezioni)
    Presenza.objects.bulk_create(
        Presenza(istituto=autore.istituto, lezione=lezione, corsista_id=persona, ore=quante)
        for lezione, ore in zip(lezioni, ore_di_ciascuna, strict=True)
        for persona, quante in ore.items()
    )
    annota(
        autore=autore, adesso=adesso, azione="riporta lezioni", oggetto=gruppo,
        dati={"lezioni": len(lezioni), "docente": docente.pk},
    )  # fmt: skip
    return lezioni
