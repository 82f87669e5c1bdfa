"""Who judges is told on the albo, where the school publishes it."""

from datetime import datetime
from typing import Final

from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.albo.services import pubblica_documento
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Documento
from cpia.norme.errori import AttoRifiutato
from cpia.norme.queries import parametro
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto

PUBBLICA: Final = "selezioni.commissione_pubblica"


def pubblica_se_si_pubblica(autore: Contesto, adesso: datetime, documento: Documento) -> None:
    """Put an act that names members on the albo, by the rule of today; the names go at the end.

    The curricula stay where they are: they are owed for public contracts only (D.Lgs. 36/2023,
    art. 28 c. 2). Raises AttoRifiutato with what the albo has against it.
    """
    if not parametro(autore.istituto.pk, PUBBLICA, autore.oggi).come(bool):
        return
    try:
        pubblica_documento(
            autore=autore, adesso=adesso, documento=documento, categoria=CategoriaAlbo.BANDI,
            oggetto=documento.titolo, con_dati_personali=True, oggetto_dopo=documento.titolo,
        )  # fmt: skip
    except PubblicazioneRifiutata as rifiuto:
        raise AttoRifiutato(
            [Violazione("albo", una.testo, una.fonte) for una in rifiuto.violazioni]
        ) from rifiuto
