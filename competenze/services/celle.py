"""The levels of a teacher, cell by cell: written at once, never over what was not seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from competenze.errori import esigi
from competenze.models import Inserimento, Valutazione
from competenze.queries import griglia
from competenze.rules.celle import Contenuto, Giudizio, giudica, verifica_casella
from competenze.rules.motivi import CIRCOLARE_A, Violazione
from competenze.services.blocchi import blocca_inserimento
from cpia.atti.services.registro import annota_molte
from cpia.scuola.access import Contesto

# Compare and swap: a row is made at version 1, or takes the next version only from the one that
# was on the screen. Whoever finds another version writes nothing and comes back without a row.
_SCRIVI = """
INSERT INTO competenze_valutazione (
    istituto_id, inserimento_id, iscrizione_id, competenza_id, livello, motivo, versione,
    autore_id, modificata_il
)
SELECT %(istituto)s, %(inserimento)s, v.iscrizione, v.competenza, v.livello, v.motivo, v.versione,
    %(autore)s, %(adesso)s
FROM unnest(
    %(iscrizioni)s::bigint[], %(competenze)s::bigint[], %(livelli)s::text[], %(motivi)s::text[],
    %(versioni)s::int[]
) AS v (iscrizione, competenza, livello, motivo, versione)
ON CONFLICT (inserimento_id, iscrizione_id, competenza_id) DO UPDATE SET
    livello = excluded.livello, motivo = excluded.motivo, versione = excluded.versione,
    autore_id = excluded.autore_id, modificata_il = excluded.modificata_il
WHERE competenze_valutazione.versione = excluded.versione - 1
RETURNING iscrizione_id, competenza_id
"""

MAI_SCRITTA = Violazione(
    "casella_mai_scritta",
    "In questa casella non c’è il livello che la pagina mostrava: ricarica e riprova.",
    CIRCOLARE_A,
)


@dataclass(frozen=True, slots=True)
class CellaVoluta:
    """What somebody wants in a cell, and the version seen there (0: nothing yet)."""

    iscrizione_id: int
    competenza_id: int
    contenuto: Contenuto
    versione: int

    @property
    def chiave(self) -> griglia.Chiave:
        return self.iscrizione_id, self.competenza_id


@dataclass(frozen=True, slots=True)
class EsitoCella:
    """What became of it: saved at ``versione``, else refused, else ``altra`` stands there."""

    voluta: CellaVoluta
    versione: int
    altra: Valutazione | None = None
    violazioni: tuple[Violazione, ...] = ()

    @property
    def stato(self) -> str:
        if self.violazioni:
            return "rifiutata"
        return "conflitto" if self.altra else "salvata"


@transaction.atomic
def salva_celle(
    *, autore: Contesto, adesso: datetime, inserimento: Inserimento, volute: Sequence[CellaVoluta]
) -> list[EsitoCella]:
    """Save levels of one entry, each on its own; a teacher of the cattedra may.

    A cell that somebody else changed meanwhile is left as it is and comes back with what stands
    there; one that the rules refuse comes back with why. Raises ``AttoRifiutato`` when nothing
    may be entered at all: campaign, class, deadline, subject already registered.
    """
    inserimento = blocca_inserimento(inserimento)
    giorni = griglia.calendario_di(inserimento)
    esigi(griglia.impedimenti(inserimento, giorni, timezone.localdate(adesso)))
    violazioni = _violazioni(inserimento, volute)
    ammesse = [voluta for voluta in volute if not violazioni[voluta.chiave]]
    prima = _registrate(inserimento, ammesse)
    da_scrivere = [v for v in ammesse if _giudizio(v, prima) is Giudizio.DA_SCRIVERE]
    scritte = _scrivi(autore, adesso, inserimento, da_scrivere)
    esiti = [_esito(voluta, violazioni[voluta.chiave], scritte, prima) for voluta in volute]
    _annota(autore, adesso, inserimento, [e for e in esiti if e.voluta.chiave in scritte], prima)
    _annota_conflitti(autore, adesso, inserimento, [esito for esito in esiti if esito.altra])
    return esiti


def _violazioni(
    inserimento: Inserimento, volute: Sequence[CellaVoluta]
) -> dict[griglia.Chiave, tuple[Violazione, ...]]:
    classe = griglia.classe_di(inserimento)
    studenti = {iscrizione.pk for iscrizione in classe.studenti_di(inserimento)}
    competenze = {colonna.competenza.pk for colonna in classe.colonne_di(inserimento)}
    return {
        voluta.chiave: verifica_casella(
            voluta.contenuto,
            segue=voluta.iscrizione_id in studenti,
            valuta=voluta.competenza_id in competenze,
        )
        for voluta in volute
    }


def _registrate(
    inserimento: Inserimento, volute: Sequence[CellaVoluta]
) -> dict[griglia.Chiave, Valutazione]:
    """The rows of these cells as they are now, with who wrote them."""
    righe = (
        griglia.valutazioni(inserimento)
        .select_related("autore__utente")
        .filter(
            iscrizione_id__in={voluta.iscrizione_id for voluta in volute},
            competenza_id__in={voluta.competenza_id for voluta in volute},
        )
    )
    return {(riga.iscrizione_id, riga.competenza_id): riga for riga in righe}


def _contenuto(riga: Valutazione | None) -> Contenuto:
    return Contenuto(riga.livello, riga.motivo) if riga else Contenuto()


def _giudizio(voluta: CellaVoluta, righe: dict[griglia.Chiave, Valutazione]) -> Giudizio:
    riga = righe.get(voluta.chiave)
    versione = riga.versione if riga else 0
    return giudica(voluta.contenuto, voluta.versione, _contenuto(riga), versione)


def _scrivi(
    autore: Contesto, adesso: datetime, inserimento: Inserimento, volute: Sequence[CellaVoluta]
) -> set[griglia.Chiave]:
    """Write the cells whose version is still the one seen; which ones were written."""
    if not volute:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            _SCRIVI,
            {
                "istituto": inserimento.istituto_id,
                "inserimento": inserimento.pk,
                "autore": autore.persona.pk,
                "adesso": adesso,
                "iscrizioni": [voluta.iscrizione_id for voluta in volute],
                "competenze": [voluta.competenza_id for voluta in volute],
                "livelli": [voluta.contenuto.livello for voluta in volute],
                "motivi": [voluta.contenuto.motivo for voluta in volute],
                "versioni": [voluta.versione + 1 for voluta in volute],
            },
        )
        return set(cursor.fetchall())


def _esito(
    voluta: CellaVoluta,
    violazioni: tuple[Violazione, ...],
    scritte: set[griglia.Chiave],
    prima: dict[griglia.Chiave, Valutazione],
) -> EsitoCella:
    if violazioni:
        return EsitoCella(voluta, voluta.versione, violazioni=violazioni)
    if voluta.chiave in scritte:
        return EsitoCella(voluta, voluta.versione + 1)
    riga = prima.get(voluta.chiave)
    versione = riga.versione if riga else 0
    if _contenuto(riga) == voluta.contenuto:
        return EsitoCella(voluta, versione)
    return EsitoCella(voluta, versione, altra=riga, violazioni=() if riga else (MAI_SCRITTA,))


def _annota(
    autore: Contesto,
    adesso: datetime,
    inserimento: Inserimento,
    esiti: Sequence[EsitoCella],
    prima: dict[griglia.Chiave, Valutazione],
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
                    "prima": _in_json(_contenuto(prima.get(esito.voluta.chiave))),
                    "dopo": _in_json(esito.voluta.contenuto),
                },
            )
            for esito in esiti
        ],
    )


def _annota_conflitti(
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
                    "registrato": _in_json(_contenuto(esito.altra)),
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
