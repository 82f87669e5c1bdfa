"""Files of evidence that no row names: the act that wrote them was not accomplished."""

from datetime import datetime, timedelta
from typing import Final

from bonus_merito.models import Prova

# Where the files of an institute are, as the model and ``prove`` write them.
CARTELLA: Final = "bonus"
# An upload under way has its file and not yet its row.
ATTESA: Final = timedelta(days=1)


def spazza_prove(*, istituto_id: int, adesso: datetime) -> int:
    """Delete the files of an institute that have no row since a day; how many.

    What a copied row names stays. The register has nothing to say: the act never was.
    """
    deposito, cartella = Prova._meta.get_field("file").storage, f"{CARTELLA}/{istituto_id}"
    try:
        nomi = [f"{cartella}/{nome}" for nome in deposito.listdir(cartella)[1]]
    except FileNotFoundError:
        return 0
    vecchi = [nome for nome in nomi if deposito.get_modified_time(nome) < adesso - ATTESA]
    righe = Prova.objects.filter(istituto_id=istituto_id, file__in=vecchi)
    orfani = set(vecchi) - set(righe.values_list("file", flat=True))
    for nome in orfani:
        deposito.delete(nome)
    return len(orfani)
