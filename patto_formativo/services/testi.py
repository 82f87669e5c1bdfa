"""The approval of the courtesy texts of a language by a named mediator."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.cortesia import testi
from patto_formativo.enums import Lingua
from patto_formativo.models import TestoApprovato
from patto_formativo.rules.fonti import COMMISSIONE

FONTE = f"{COMMISSIONE}, art. 1: mediatori linguistici"


@transaction.atomic
def approva_testi(
    *, autore: Contesto, adesso: datetime, lingua: Lingua, impronta: str, mediatore: str
) -> TestoApprovato:
    """Record that a mediator read the texts of a language and approves them as they are.

    Raises Conflitto when the texts are no longer those that were read (``impronta``), and
    AttoRifiutato when they are Italian or already approved.
    """
    if lingua == Lingua.ITALIANO:
        testo = "Il testo italiano è quello che si firma: non è una traduzione."
        raise rifiuta("lingua", testo, FONTE)
    attuale = testi(lingua).impronta
    if impronta != attuale:
        raise Conflitto(attuale)
    riga, nuova = TestoApprovato.objects.get_or_create(
        istituto=autore.istituto,
        lingua=lingua,
        impronta=impronta,
        defaults={
            "mediatore": mediatore,
            "approvato_il": adesso,
            "registrato_da": autore.persona,
        },
    )
    if not nuova:
        testo = f"Questi testi li ha già approvati {riga.mediatore}."
        raise rifiuta("gia_approvati", testo, FONTE, "mediatore")
    annota(
        autore=autore, adesso=adesso, azione="approva testi di cortesia", oggetto=riga,
        dati={"lingua": lingua, "impronta": impronta},
    )  # fmt: skip
    return riga
