"""Every level that is written stands in the register with the one before it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from competenze.models import Inserimento, Valutazione
from competenze.queries.inserimento import Chiave
from competenze.rules.celle import Contenuto
from competenze.services.celle.voci import EsitoCella, contenuto
from cpia.atti.services.registro import annota_molte
from cpia.scuola.access import Contesto


def annota_livelli(
    autore: Contesto,
    adesso: datetime,
    inserimento: Inserimento,
    esiti: Sequence[EsitoCella],
    prima: Mapping[Chiave, Valutazione],
) -> None:
    annota_molte(
        autore=autore,
        adesso=adesso,
        azione="segna livello",
        righe=[
            (
                inserimento,
                {
                    **_casella(esito),
                    "prima": _in_json(contenuto(prima.get(esito.voluta.chiave))),
                    "dopo": _in_json(esito.voluta.contenuto),
                },
            )
            for esito in esiti
        ],
    )


def annota_conflitti(
    autore: Contesto, adesso: datetime, inserimento: Inserimento, esiti: Sequence[EsitoCella]
) -> None:
    """What was not written is kept too: nobody's value is lost."""
    annota_molte(
        autore=autore,
        adesso=adesso,
        azione="livello in conflitto",
        righe=[
            (
                inserimento,
                {
                    **_casella(esito),
                    "voluto": _in_json(esito.voluta.contenuto),
                    "registrato": _in_json(contenuto(esito.altra)),
                },
            )
            for esito in esiti
        ],
    )


def _casella(esito: EsitoCella) -> dict[str, int]:
    return {
        "iscrizione": esito.voluta.iscrizione_id,
        "competenza": esito.voluta.competenza_id,
        "versione": esito.versione,
    }


def _in_json(contenuto: Contenuto) -> dict[str, str]:
    return {"livello": contenuto.livello, "motivo": contenuto.motivo}
