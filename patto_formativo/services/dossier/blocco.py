"""The row of a dossier, locked for the act that changes it, and the line that says it was."""

from datetime import datetime
from typing import Any

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.models import Dossier, Evidenza

CON = ("corsista__persona", "corsista__offerta__sede", "corsista__anno_scolastico", "istituto")


def blocca_dossier(autore: Contesto, dossier_id: int, versione: int | None = None) -> Dossier:
    """The dossier, locked, of a person who is still enrolled.

    ``versione`` is that of what was read. Raises Conflitto, which carries the dossier, when
    somebody has changed it meanwhile, and AttoRifiutato when the path is over.
    """
    dossier = (
        Dossier.objects.select_for_update(of=("self",))
        .select_related(*CON)
        .get(istituto=autore.istituto, pk=dossier_id)
    )
    if versione is not None and dossier.versione != versione:
        raise Conflitto(dossier)
    if not dossier.corsista.attivo:
        stato = dossier.corsista.get_stato_display()
        raise rifiuta("stato", f"Il percorso è {stato}: il dossier resta com’è.")
    return dossier


def esigi_aperto(dossier: Dossier) -> Dossier:
    """Raise AttoRifiutato when the identification is over."""
    if dossier.chiuso_il is not None:
        testo = "L’identificazione è conclusa: per cambiare le evidenze il tutor la riapre."
        raise rifiuta("chiuso", testo)
    return dossier


def blocca_evidenza(
    autore: Contesto, evidenza_id: int, versione: int | None = None
) -> tuple[Dossier, Evidenza]:
    """A piece of evidence that is in its dossier, with the dossier locked.

    Raises Evidenza.DoesNotExist for one that was taken off, and as ``blocca_dossier`` does.
    """
    quali = Evidenza.objects.filter(istituto=autore.istituto, tolta_il__isnull=True)
    dossier_id = quali.values_list("dossier_id", flat=True).get(pk=evidenza_id)
    dossier = blocca_dossier(autore, dossier_id, versione)
    evidenza = quali.get(pk=evidenza_id)
    evidenza.dossier = dossier
    return dossier, evidenza


def compiuto(
    autore: Contesto, adesso: datetime, dossier: Dossier, azione: str, *campi: str, **dati: Any
) -> Dossier:
    """Save these fields of the dossier, count the change, write the line of the register."""
    dossier.versione += 1
    dossier.save(update_fields=[*campi, "versione"])
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=dossier, dati=dati)
    return dossier
