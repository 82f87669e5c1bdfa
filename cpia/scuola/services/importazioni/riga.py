"""The row of an import: taken for one act, and the line of the register that tells of it."""

from collections.abc import Iterable
from datetime import datetime

from cpia.scuola.access import Contesto
from cpia.scuola.importazione import queries
from cpia.scuola.models import Importazione
from cpia.scuola.registri import annota


class ImportazioneRifiutata(Exception):
    """An act that cannot be done now; ``motivi`` say why, in Italian."""

    def __init__(self, motivi: Iterable[str]) -> None:
        self.motivi = tuple(motivi)
        super().__init__("; ".join(self.motivi))


def aperta_da_importare(autore: Contesto, importazione: Importazione) -> Importazione:
    """The row, locked, if its content is still there and was not carried out."""
    sua = bloccata(autore, importazione)
    if sua.eseguita_il is not None or not sua.righe:
        raise ImportazioneRifiutata(
            ["Il file non è più fra quelli da importare: caricalo di nuovo."]
        )
    return sua


def eseguita_da_annullare(autore: Contesto, importazione: Importazione) -> Importazione:
    """The row, locked, if it was carried out and not taken back."""
    sua = bloccata(autore, importazione)
    if sua.eseguita_il is None or sua.annullata_il is not None:
        raise ImportazioneRifiutata(["L’importazione non è fra quelle che si possono annullare."])
    return sua


def bloccata(autore: Contesto, importazione: Importazione) -> Importazione:
    """The row as it is now, for this transaction only."""
    return (
        Importazione.objects.select_for_update(of=("self",))
        .select_related("anno_scolastico", "istituto")
        .get(istituto=autore.istituto, pk=importazione.pk)
    )


def ferma(autore: Contesto, importazione: Importazione) -> Importazione:
    """The row, locked, if it is to be imported and no worker has been asked to do it."""
    aperta = aperta_da_importare(autore, importazione)
    if queries.lavoro_in_corso(aperta):
        raise ImportazioneRifiutata(["L’importazione di questo file è già in corso."])
    return aperta


def dimentica_righe(*, importazione: Importazione) -> None:
    """Delete the content of the file, which has served or has been superseded."""
    importazione.righe = []
    importazione.save(update_fields=["righe"])


def scrivi_nel_registro(
    autore: Contesto, adesso: datetime, azione: str, importazione: Importazione, **dati: object
) -> None:
    """The line of the register: which file by its hash, since its name may be that of a person."""
    comuni = {"tipo": importazione.tipo, "file": importazione.impronta}
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=importazione, dati=comuni | dati)
