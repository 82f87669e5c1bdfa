"""Where a result opens for who found it."""

from collections.abc import Collection

from django.urls import reverse

from competenze.enums import StatoRilevazione
from competenze.models import ClasseRilevata, Inserimento
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo

LEGGONO_TUTTO = (Ruolo.DIRIGENTE, Ruolo.COLLABORATORE)
VEDONO_GLI_STUDENTI = (Ruolo.SEGRETERIA_DIDATTICA, *LEGGONO_TUTTO)
UFFICIO = (*sorted(SEGRETERIA), *LEGGONO_TUTTO)


def indirizzo(nome: str, contesto: Contesto, *argomenti: object) -> str:
    """An address of the institute."""
    return reverse(nome, args=[contesto.istituto.slug, *argomenti])


def pagine_delle_classi(contesto: Contesto, classi: Collection[int]) -> dict[int, str]:
    """The page of each class: its own one for who runs the school, else the board, else the grid.

    A class that was never in a campaign has none for a teacher. Two queries at most.
    """
    if contesto.ha(*VEDONO_GLI_STUDENTI):
        return {classe: indirizzo("classe", contesto, classe) for classe in classi}
    return _griglie(contesto, classi) | _quadri(contesto)


def _quadri(contesto: Contesto) -> dict[int, str]:
    righe = (
        ClasseRilevata.objects.filter(
            istituto=contesto.istituto, classe_id__in=contesto.classi_coordinate
        )
        .exclude(rilevazione__stato=StatoRilevazione.BOZZA)
        .order_by("pk")
        .values_list("classe_id", "pk")
    )
    return {classe: indirizzo("competenze:quadro", contesto, pk) for classe, pk in righe}


def _griglie(contesto: Contesto, classi: Collection[int]) -> dict[int, str]:
    righe = (
        Inserimento.objects.filter(
            istituto=contesto.istituto,
            cattedra_id__in=contesto.cattedre,
            classe_rilevata__classe_id__in=classi,
        )
        .exclude(classe_rilevata__rilevazione__stato=StatoRilevazione.BOZZA)
        .order_by("pk")
        .values_list("classe_rilevata__classe_id", "pk")
    )
    return {classe: indirizzo("competenze:inserimento", contesto, pk) for classe, pk in righe}
