"""What the same title was credited before in the institute, without saying to whom."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils import timezone

from patto_formativo.enums import Percorso
from patto_formativo.models import Certificato, Corsista, Evidenza

QUANTI = 5
# The year and the marks of a title say nothing of what it is.
NON_CONTA = re.compile(r"\b(?:19|20)\d\d\b|[^\w ]+")
SPAZI = re.compile(r"\s+")


@dataclass(frozen=True)
class Precedente:
    """How many hours the same title was given, of those asked, on a path and a day."""

    ore: Fraction
    chieste: Fraction
    percorso: Percorso
    giorno: date


def somiglia(tipo: str, titolo: str) -> str:
    """What two titles have in common: kind and words, without year, marks and capitals."""
    parole = NON_CONTA.sub(" ", unicodedata.normalize("NFC", titolo).casefold())
    return f"{tipo}: {SPAZI.sub(' ', parole).strip()}"


def precedenti(evidenza: Evidenza, corsista: Corsista) -> list[Precedente]:
    """The last times in which a title like this was credited to somebody else. One query."""
    if not evidenza.tipo or not evidenza.titolo:
        return []
    chiave = somiglia(evidenza.tipo, evidenza.titolo)
    righe = (
        Certificato.objects.filter(
            istituto=corsista.istituto_id,
            sostituito_da__isnull=True,
            dettaglio__contains=[{"somiglia": chiave}],
        )
        .exclude(dossier__corsista__persona=corsista.persona_id)
        .order_by("-rilasciato_il", "-pk")
    )
    trovati = [
        _precedente(voce, certificato)
        for certificato in righe[:QUANTI]
        for voce in certificato.dettaglio
        if voce["somiglia"] == chiave
    ]
    return trovati[:QUANTI]


def _precedente(voce: dict[str, Any], certificato: Certificato) -> Precedente:
    return Precedente(
        ore=Fraction(voce["riconosciute"]),
        chieste=Fraction(voce["chieste"]),
        percorso=Percorso(voce["percorso"]),
        giorno=timezone.localdate(certificato.rilasciato_il),
    )
