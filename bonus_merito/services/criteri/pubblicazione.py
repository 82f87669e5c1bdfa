"""The adopted criteria go on the albo."""

from datetime import datetime
from textwrap import shorten

from django.db import transaction

from bonus_merito.enums import Categoria, StatoCriteri
from bonus_merito.models import Criteri
from bonus_merito.services.criteri.blocco import blocca_criteri
from bonus_merito.services.criteri.carta import chiedi_carta
from cpia.atti.albo.services import pubblica_documento
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto

OGGETTO_MASSIMO = 400
NON_ADOTTATI = "I criteri vanno all’albo dopo che il Comitato li ha adottati."
GIA = "Questi criteri sono già all’albo."


@transaction.atomic
def pubblica_criteri(*, autore: Contesto, adesso: datetime, criteri_id: int) -> Criteri:
    """Publish the criteria in force for the days of the parameter, under their protocol number.

    Who directs or the office may. Raises AttoRifiutato, PubblicazioneRifiutata.
    """
    criteri = blocca_criteri(autore, criteri_id)
    if criteri.stato != StatoCriteri.ADOTTATI:
        raise rifiuta("non_adottati", NON_ADOTTATI)
    pubblicata = criteri.pubblicazione
    if pubblicata is not None and pubblicata.annullata_il is None:
        raise rifiuta("gia_pubblicati", GIA)
    criteri = chiedi_carta(autore=autore, adesso=adesso, criteri_id=criteri.pk)
    if criteri.documento is None:
        raise ValueError("il documento dei criteri è quello che si pubblica")
    criteri.pubblicazione = pubblica_documento(
        autore=autore,
        adesso=adesso,
        documento=criteri.documento,
        categoria=_categoria(criteri),
        oggetto=_oggetto(criteri),
        con_dati_personali=False,
        richiedente="Comitato per la valutazione dei docenti"
        if criteri.categoria == Categoria.DOCENTI
        else "",
    )
    criteri.save(update_fields=["pubblicazione"])
    annota(
        autore=autore, adesso=adesso, azione="pubblica criteri del bonus", oggetto=criteri,
        dati={"pubblicazione": criteri.pubblicazione.pk},
    )  # fmt: skip
    return criteri


def _categoria(criteri: Criteri) -> CategoriaAlbo:
    docenti = criteri.categoria == Categoria.DOCENTI
    return CategoriaAlbo.ORGANI if docenti else CategoriaAlbo.CONTRATTI_ATA


def _oggetto(criteri: Criteri) -> str:
    testo = f"{criteri.titolo}, anno scolastico {criteri.anno_scolastico}"
    return shorten(testo, OGGETTO_MASSIMO, placeholder="…")
