"""The frameworks of the Ministry, loaded from the shipped files."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from competenze.models import Competenza, DescrizioneLivello, QuadroCompetenze

DATI = Path(__file__).resolve().parent.parent / "dati"


def quadri_spediti() -> list[dict[str, Any]]:
    """The frameworks shipped with the program, as their files say."""
    return [json.loads(file.read_text()) for file in sorted(DATI.glob("*.json"))]


@transaction.atomic
def carica_quadro(dati: dict[str, Any]) -> QuadroCompetenze:
    """Load one framework, or bring it to the words of the file; a second run changes nothing."""
    quadro, _ = QuadroCompetenze.objects.update_or_create(
        codice=dati["codice"],
        defaults={
            "titolo": dati["titolo"],
            "norma": dati["norma"],
            "fonte": dati["fonte"],
            "nota_multilinguistica": dati["nota_multilinguistica"],
            "riga_libera": dati["riga_libera"],
            "dal": date.fromisoformat(dati["dal"]),
        },
    )
    for competenza in dati["competenze"]:
        Competenza.objects.update_or_create(
            quadro=quadro,
            codice=competenza["codice"],
            defaults={
                campo: competenza[campo]
                for campo in ("ordine", "nome", "nome_breve", "per_lingua", "descrittore")
            },
        )
    for livello in dati["livelli"]:
        DescrizioneLivello.objects.update_or_create(
            quadro=quadro,
            livello=livello["codice"],
            defaults={"testo": livello["descrittore"]},
        )
    return quadro
