"""What another school is shown of an agreement: what its paper says, and the name of nobody else.

Application, papers, dossier, evidence, phone and site stay with the CPIA.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from patto_formativo.enums import Percorso
from patto_formativo.models import UnitaDelPatto, Versione
from patto_formativo.queries.patti.piano import misure_della
from patto_formativo.rules.misure import scritte
from patto_formativo.tabelle import voci


def contenuto(versione: Versione, unita: Iterable[UnitaDelPatto]) -> dict[str, Any]:
    """The agreement in numbers and words, hours as decimals written out.

    Of who studies at a reserved site neither day nor place is told.
    """
    corsista = versione.patto.corsista
    riservata = corsista.offerta.sede.riservata
    misure = misure_della(versione)
    return {
        "percorso": corsista.offerta.genere,
        "livello": corsista.offerta.livello,
        "anno": str(corsista.anno_scolastico),
        "numero": versione.numero,
        "anni": versione.anni,
        "approvato_il": _giorno(versione.approvata_il),
        "ore_totali": scritte(versione.ore_totali),
        "accoglienza": scritte(versione.ore_accoglienza),
        "crediti": scritte(sum((Decimal(ore) for ore in versione.crediti.values()), Decimal(0))),
        "psp": scritte(Decimal(misure.psp.numerator) / Decimal(misure.psp.denominator)),
        "competenze": _competenze(versione, Percorso(corsista.offerta.genere)),
        "unita": [_unita(riga, riservata=riservata) for riga in unita],
        "quando": "" if riservata else versione.quando,
    }


def _giorno(istante: datetime | None) -> str:
    return timezone.localdate(istante).isoformat() if istante else ""


def _competenze(versione: Versione, percorso: Percorso) -> list[dict[str, str]]:
    detto = voci(percorso)
    return [
        {
            "codice": codice,
            "testo": detto[codice].testo if codice in detto else codice,
            "ore": ore,
            "crediti": versione.crediti.get(codice, "0"),
        }
        for codice, ore in versione.ore.items()
    ]


def _unita(riga: UnitaDelPatto, *, riservata: bool) -> dict[str, Any]:
    return {
        "titolo": riga.titolo,
        "competenze": list(riga.competenze),
        "ore": scritte(riga.ore),
        "a_distanza": scritte(riga.a_distanza),
        "fruizione": "" if riservata else riga.fruizione,
        "prova": riga.prova,
    }
