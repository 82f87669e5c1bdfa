"""The sections of the guide; their words are few and the same for all."""

from typing import Any

from django.db import connection

from cpia.portale.aiuto.pagine import pagine
from cpia.portale.aiuto.testo import Sezione
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import indirizzo
from cpia.portale.ricerca.risultati import NIENTE, Fetta, Risultato, Trovati, fetta_di
from cpia.scuola.access import Contesto

LETTERE_DELLA_RIGA = 140


def guida(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """First the sections that have the words in their title. One query."""
    voci = [(p, sezione) for p in pagine().values() for sezione in p.testo.sezioni]
    posti = _trova(domanda.senza_articoli, [sezione for _, sezione in voci])
    if not posti:
        return NIENTE
    return fetta_di(
        [
            Risultato(
                sezione.titolo,
                f"{pagina.testo.titolo}. {_inizio(sezione.parole)}",
                f"{indirizzo('guida_pagina', contesto, pagina.nome)}#{sezione.ancora}",
            )
            for pagina, sezione in (voci[posto] for posto in posti)
        ],
        fetta,
    )


def _trova(domanda: Domanda, sezioni: list[Sezione]) -> list[int]:
    """The places of the sections found, the nearest first."""
    titoli = [sezione.titolo for sezione in sezioni]
    testi = [f"{sezione.titolo} {sezione.parole}" for sezione in sezioni]
    confronto: list[Any] = [domanda.piana, list(domanda.parole), list(domanda.radici)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT posto - 1 FROM (SELECT posto,"
            " rango_ricerca(titolo, %s, %s, %s) AS nel_titolo,"
            " rango_ricerca(testo, %s, %s, %s) AS nel_testo"
            " FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY t(titolo, testo, posto)) AS r"
            " WHERE nel_testo IS NOT NULL ORDER BY nel_titolo NULLS LAST, nel_testo, posto",
            [*confronto, *confronto, titoli, testi],
        )
        return [posto for (posto,) in cursor.fetchall()]


def _inizio(parole: str) -> str:
    if len(parole) <= LETTERE_DELLA_RIGA:
        return parole
    return f"{parole[:LETTERE_DELLA_RIGA].rpartition(' ')[0]}…"
