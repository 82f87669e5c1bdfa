"""The hours of a path and the learning units of its programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from patto_formativo.enums import Percorso
from patto_formativo.models import QuadroOrario, UnitaApprendimento, UnitaDelPatto
from patto_formativo.rules.quadri import percorso_con_livelli
from patto_formativo.tabelle import tabella


@dataclass(frozen=True)
class DatiQuadro:
    """The hours of each competence of a path, written as decimals, and the act that fixes them."""

    percorso: str
    ore: Mapping[str, str]
    livello: str = ""
    estremi: str = ""


@dataclass(frozen=True)
class DatiUnita:
    """A learning unit: competences, hours, those at a distance and where, its proof."""

    ordine: int
    titolo: str
    competenze: tuple[str, ...]
    ore: Decimal
    prova: str
    a_distanza: Decimal = Decimal(0)
    fruizione: str = ""


@transaction.atomic
def salva_quadro(
    *, autore: Contesto, adesso: datetime, anno_id: int, dati: DatiQuadro, versione: int = 0
) -> QuadroOrario:
    """Write, or write again, the hours of a path in a year. Raises AttoRifiutato.

    Agreements that are written already keep the hours of their day. ``versione`` is that of what
    was read, 0 where there was nothing: Conflitto when somebody wrote meanwhile.
    """
    anno = AnnoScolastico.objects.select_for_update().get(istituto=autore.istituto, pk=anno_id)
    esigi(_contro(dati))
    quale = {
        "istituto": autore.istituto, "anno_scolastico": anno, "percorso": dati.percorso,
        "livello": dati.livello,
    }  # fmt: skip
    riga = QuadroOrario.objects.select_for_update().filter(**quale).first()
    if riga is None:
        riga = QuadroOrario(**quale)
    else:
        esigi_letta(riga, versione)
    riga.ore, riga.estremi = dict(dati.ore), dati.estremi
    riga.save()
    annota(
        autore=autore, adesso=adesso, azione="scrive quadro orario", oggetto=riga,
        dati=dict(dati.ore),
    )  # fmt: skip
    return riga


def _contro(dati: DatiQuadro) -> list[Violazione]:
    percorso = Percorso(dati.percorso)
    if percorso_con_livelli(percorso) != bool(dati.livello):
        testo = "L’alfabetizzazione ha un quadro per livello; gli altri percorsi uno solo."
        return [Violazione("livello", testo, "", "livello")]
    attese = set(tabella().competenze[percorso])
    if set(dati.ore) != attese or any(Fraction(ore) < 0 for ore in dati.ore.values()):
        return [Violazione("ore", "Scrivi le ore di ogni competenza, mai sotto zero.", "")]
    return []


@transaction.atomic
def salva_unita(
    *,
    autore: Contesto,
    adesso: datetime,
    quadro_id: int,
    dati: DatiUnita,
    unita_id: int | None = None,
    versione: int = 0,
) -> UnitaApprendimento:
    """Add a unit to the programme of a path, or change it. Raises AttoRifiutato.

    Agreements that have the unit keep its words of their day. ``versione`` is that of the unit as
    it was read: Conflitto when somebody changed it meanwhile.
    """
    quadro = QuadroOrario.objects.select_for_update().get(istituto=autore.istituto, pk=quadro_id)
    esigi(_contro_unita(quadro, dati))
    riga = UnitaApprendimento(istituto=autore.istituto, quadro=quadro)
    if unita_id is not None:
        riga = UnitaApprendimento.objects.get(istituto=autore.istituto, quadro=quadro, pk=unita_id)
        esigi_letta(riga, versione)
    riga.ordine, riga.titolo, riga.competenze = dati.ordine, dati.titolo, list(dati.competenze)
    riga.ore, riga.a_distanza, riga.fruizione = dati.ore, dati.a_distanza, dati.fruizione
    riga.prova = dati.prova
    riga.save()
    scritti = {"ore": str(dati.ore), "a_distanza": str(dati.a_distanza)}
    annota(
        autore=autore, adesso=adesso, azione="scrive unità di apprendimento", oggetto=riga,
        dati=scritti,
    )  # fmt: skip
    return riga


def _contro_unita(quadro: QuadroOrario, dati: DatiUnita) -> list[Violazione]:
    trovate = []
    if not dati.competenze or not set(dati.competenze) <= set(quadro.ore):
        trovate.append(Violazione("competenze", "Scegli almeno una competenza.", "", "competenze"))
    if dati.ore <= 0:
        trovate.append(Violazione("ore", "Le ore sono più di zero.", "", "ore"))
    if not 0 <= dati.a_distanza <= dati.ore:
        testo = "Le ore a distanza non superano quelle dell’unità."
        trovate.append(Violazione("a_distanza", testo, "", "a_distanza"))
    if dati.a_distanza and not dati.fruizione:
        testo = "Scrivi dove si seguono le ore a distanza."
        trovate.append(Violazione("fruizione", testo, "", "fruizione"))
    return trovate


@transaction.atomic
def togli_unita(*, autore: Contesto, adesso: datetime, unita_id: int) -> None:
    """Take out of the programme a unit that nothing uses yet. Raises AttoRifiutato."""
    riga = UnitaApprendimento.objects.select_for_update().get(istituto=autore.istituto, pk=unita_id)
    if (
        UnitaDelPatto.objects.filter(istituto=autore.istituto, unita=riga).exists()
        or riga.lezioni.exists()
    ):
        raise rifiuta("usata", "Questa unità è in un patto o in una lezione: resta.")
    if riga.copie.exists():
        raise rifiuta("usata", "Questa unità è nel programma di un anno dopo: resta.")
    annota(autore=autore, adesso=adesso, azione="toglie unità di apprendimento", oggetto=riga)
    riga.delete()
