"""The register of lessons: written, corrected, taken out when it was a mistake."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.models import Gruppo, Lezione, Presenza, UnitaApprendimento
from patto_formativo.queries.frequenza.lezioni import (
    anno_del_gruppo,
    appello,
    ore_di,
    unita_del_gruppo,
)
from patto_formativo.rules.lezioni import LezioneDetta, verifica_lezione
from patto_formativo.services.frequenza.gruppi import blocca_gruppo

UGUALE = (
    "C’è già una lezione uguale di quel giorno, della stessa unità e con le stesse ore: se è "
    "un’altra, scrivi da che ora."
)
CAMPI = ("unita_id", "giorno", "dalle", "ore", "a_distanza", "argomento")


@dataclass(frozen=True, slots=True)
class DatiLezione:
    """What is written of a lesson."""

    unita: UnitaApprendimento
    giorno: date
    ore: Decimal
    dalle: time | None = None
    a_distanza: bool = False
    argomento: str = ""

    @property
    def detta(self) -> LezioneDetta:
        """As the rules take it."""
        return LezioneDetta(self.unita.radice, self.giorno, Fraction(self.ore))


@transaction.atomic
def registra_lezione(
    *,
    autore: Contesto,
    adesso: datetime,
    gruppo_id: int,
    dati: DatiLezione,
    ore: Mapping[int, Decimal],
) -> Lezione:
    """Write a lesson of a group, with the hours of each by the id of the Corsista.

    Of the teachers of the group. Who is missing in ``ore`` was not there. Raises AttoRifiutato.
    """
    gruppo = blocca_gruppo(autore, gruppo_id)
    _verifica(gruppo, dati, ore, autore.oggi)
    _esigi_libera(gruppo, dati, autore.persona.pk)
    lezione = Lezione.objects.create(
        istituto=autore.istituto, gruppo=gruppo, docente=autore.persona, registrata_il=adesso,
        **_campi(dati),
    )  # fmt: skip
    Presenza.objects.bulk_create(
        Presenza(istituto=autore.istituto, lezione=lezione, corsista_id=chi, ore=sue)
        for chi, sue in ore.items()
    )
    annota(
        autore=autore, adesso=adesso, azione="registra lezione", oggetto=lezione,
        dati=_annotati(gruppo, dati, ore),
    )  # fmt: skip
    return lezione


@transaction.atomic
def correggi_lezione(
    *,
    autore: Contesto,
    adesso: datetime,
    lezione_id: int,
    versione: int,
    dati: DatiLezione,
    ore: Mapping[int, Decimal],
) -> Lezione:
    """Correct a lesson: the hours at a distance that change are to be checked again.

    Raises Conflitto when somebody else corrected it meanwhile, AttoRifiutato.
    """
    lezione = _blocca(autore, lezione_id, versione)
    gruppo = blocca_gruppo(autore, lezione.gruppo_id)
    prima = ore_di(lezione)
    _verifica(gruppo, dati, _nuove(lezione, dati, prima, ore), autore.oggi)
    if _si_sposta(lezione, dati):
        _esigi_libera(gruppo, dati, lezione.docente_id, tranne=lezione.pk)
    era_a_distanza = lezione.a_distanza
    for campo, valore in _campi(dati).items():
        setattr(lezione, campo, valore)
    lezione.versione += 1
    lezione.save(update_fields=[*CAMPI, "versione"])
    _riscrivi(lezione, prima, ore, tutte=lezione.a_distanza != era_a_distanza)
    cambiate = {str(chi): str(sue) for chi, sue in ore.items() if prima.get(chi) != sue}
    annota(
        autore=autore, adesso=adesso, azione="corregge lezione", oggetto=lezione,
        dati=_annotati(gruppo, dati, ore) | {"cambiate": cambiate},
    )  # fmt: skip
    return lezione


@transaction.atomic
def togli_lezione(*, autore: Contesto, adesso: datetime, lezione_id: int, versione: int) -> None:
    """Take out a lesson written by mistake, with its hours; the register keeps what it was."""
    lezione = _blocca(autore, lezione_id, versione)
    dati = {
        "gruppo": lezione.gruppo_id, "unita": lezione.unita_id,
        "giorno": lezione.giorno.isoformat(), "ore": str(lezione.ore),
        "presenze": {str(chi): str(sue) for chi, sue in ore_di(lezione).items()},
    }  # fmt: skip
    annota(autore=autore, adesso=adesso, azione="toglie lezione", oggetto=lezione, dati=dati)
    Presenza.objects.filter(istituto=autore.istituto, lezione=lezione).delete()
    lezione.delete()


def _blocca(autore: Contesto, lezione_id: int, versione: int) -> Lezione:
    lezione = Lezione.objects.select_for_update().get(pk=lezione_id, istituto=autore.istituto)
    if lezione.versione != versione:
        raise Conflitto(lezione)
    return lezione


def _campi(dati: DatiLezione) -> dict[str, Any]:
    return {
        "unita_id": dati.unita.pk, "giorno": dati.giorno, "dalle": dati.dalle, "ore": dati.ore,
        "a_distanza": dati.a_distanza, "argomento": dati.argomento,
    }  # fmt: skip


def _nuove(
    lezione: Lezione, dati: DatiLezione, prima: Mapping[int, Decimal], ore: Mapping[int, Decimal]
) -> Mapping[int, Decimal]:
    """The hours to judge: what was right on its day stays so, also if the plan changed since."""
    if (lezione.unita_id, lezione.giorno) != (dati.unita.pk, dati.giorno):
        return ore
    return {chi: sue for chi, sue in ore.items() if prima.get(chi) != sue or sue > dati.ore}


def _verifica(gruppo: Gruppo, dati: DatiLezione, ore: Mapping[int, Decimal], oggi: date) -> None:
    if not unita_del_gruppo(gruppo).filter(pk=dati.unita.pk).exists():
        raise rifiuta("altra_unita", "Questa unità non è del percorso del gruppo.", "", "unita")
    esigi(
        verifica_lezione(
            dati.detta, {chi: Fraction(sue) for chi, sue in ore.items()},
            appello(gruppo).partecipano, oggi=oggi, anno=anno_del_gruppo(gruppo),
        )
    )  # fmt: skip


def _si_sposta(lezione: Lezione, dati: DatiLezione) -> bool:
    """Whether a correction makes it another lesson; that of the attendance alone does not."""
    prima = (lezione.giorno, lezione.dalle, lezione.unita_id, lezione.ore)
    return prima != (dati.giorno, dati.dalle, dati.unita.pk, dati.ore)


def _esigi_libera(gruppo: Gruppo, dati: DatiLezione, docente_id: int, tranne: int = 0) -> None:
    """The same lesson written twice would count twice.

    Two do not begin at the same hour; without the hour, two of a teacher differ in unit or length.
    """
    del_giorno = Lezione.objects.filter(
        istituto_id=gruppo.istituto_id, gruppo=gruppo, giorno=dati.giorno
    ).exclude(pk=tranne)
    if dati.dalle is not None:
        stesse = del_giorno.filter(dalle=dati.dalle)
        testo = f"C’è già una lezione di questo gruppo alle {dati.dalle:%H.%M} di quel giorno."
    else:
        stesse = del_giorno.filter(docente=docente_id, unita=dati.unita.pk, ore=dati.ore)
        testo = UGUALE
    if stesse.exists():
        raise rifiuta("lezione_doppia", testo, "", "dalle")


def _riscrivi(
    lezione: Lezione, prima: Mapping[int, Decimal], ore: Mapping[int, Decimal], *, tutte: bool
) -> None:
    """Write the hours again; a check stays only where nothing changed."""
    righe = {
        presenza.corsista_id: presenza
        for presenza in Presenza.objects.filter(istituto_id=lezione.istituto_id, lezione=lezione)
    }
    cambiate = []
    for chi, presenza in righe.items():
        nuove = ore.get(chi, Decimal(0))
        if tutte or prima[chi] != nuove:
            presenza.ore = nuove
            presenza.verifica, presenza.verificata_il, presenza.verificata_da = "", None, None
            cambiate.append(presenza)
    Presenza.objects.bulk_update(cambiate, ["ore", "verifica", "verificata_il", "verificata_da"])
    Presenza.objects.bulk_create(
        Presenza(istituto_id=lezione.istituto_id, lezione=lezione, corsista_id=chi, ore=sue)
        for chi, sue in ore.items()
        if chi not in righe
    )


def _annotati(gruppo: Gruppo, dati: DatiLezione, ore: Mapping[int, Decimal]) -> dict[str, Any]:
    return {
        "gruppo": gruppo.pk, "unita": dati.unita.pk, "giorno": dati.giorno.isoformat(),
        "ore": str(dati.ore), "presenti": sum(sue > 0 for sue in ore.values()),
    }  # fmt: skip
