"""The row of a version, locked; a draft, or nothing is written in it."""

from datetime import datetime
from typing import Any

from bonus_merito.enums import StatoCriteri
from bonus_merito.models import AreaDeiCriteri, Criteri
from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, rifiuta
from cpia.scuola.access import Contesto

FERMI = "art. 1 c. 129 L. 107/2015: i criteri adottati si cambiano solo con altri"


def blocca_criteri(autore: Contesto, criteri_id: int) -> Criteri:
    """The row of a version, locked."""
    return (
        Criteri.objects.select_for_update(of=("self",))
        .select_related("istituto", "anno_scolastico", "delibera__organo", "documento")
        .get(pk=criteri_id, istituto=autore.istituto)
    )


def blocca_bozza(autore: Contesto, criteri_id: int) -> Criteri:
    """The same, of a draft. Raises AttoRifiutato when it is adopted."""
    criteri = blocca_criteri(autore, criteri_id)
    if criteri.stato != StatoCriteri.BOZZA:
        testo = f"Questi criteri sono {criteri.get_stato_display()}: per cambiarli se ne "
        raise rifiuta("non_in_bozza", f"{testo}prepara un’altra versione.", FERMI)
    return criteri


def scritti(
    autore: Contesto, adesso: datetime, criteri: Criteri, azione: str, **dati: object
) -> None:
    """Count a change of a draft and write the register."""
    criteri.versione += 1
    criteri.modificati_il = adesso
    criteri.save(update_fields=["versione", "modificati_il"])
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=criteri, dati=dati)


def blocca_area(autore: Contesto, area_id: int) -> tuple[AreaDeiCriteri, Criteri]:
    """An area with its draft, locked."""
    area = AreaDeiCriteri.objects.get(pk=area_id, istituto=autore.istituto)
    criteri = blocca_bozza(autore, area.criteri_id)
    area.refresh_from_db()
    return area, criteri


def esigi_letto(riga: Any, adesso: int, versione: int) -> None:
    """Raise Conflitto, with the row as it is now, when it is not as it was read.

    An area and a criterion have no version of their own: the page gets that of the whole draft.
    """
    if adesso != versione:
        riga.versione = adesso
        raise Conflitto(riga)
