"""The circulars of an institute: one for each class, reserved; a draft; one for everybody."""

from django.core.files.base import ContentFile

from cpia.atti.services import registra_stampa
from cpia.avvisi.circolari.services import (
    DatiCircolare,
    prepara_circolare,
    pubblica_circolare,
)
from cpia.avvisi.models import Circolare, FileCircolare
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Classe, Persona
from tests.factories.scuola import ADESSO, contesto


def circolari(dirigente: Persona, a: Classe, b: Classe) -> dict[str, Circolare]:
    """Made by the dirigente, each with an attachment."""
    return {
        "a": _pubblicata(dirigente, classi=[a]),
        "b": _pubblicata(dirigente, classi=[b]),
        "bozza": _bozza(dirigente, classi=[a]),
        "pubblica": _pubblicata(dirigente, pubblica=True),
    }


def _bozza(dirigente: Persona, **altro: object) -> Circolare:
    dati = DatiCircolare(
        tipo="personale",
        oggetto="Scrutini",
        testo="Si comunica il calendario.",
        ruoli=[Ruolo.DOCENTE],
        riscontro="presa_visione",
        riscontro_entro=ADESSO.date(),
        **altro,
    )
    bozza = prepara_circolare(autore=contesto(dirigente), adesso=ADESSO, dati=dati)
    riga = FileCircolare(
        istituto=dirigente.istituto, circolare=bozza, titolo="Calendario", byte=1,
        tipo_contenuto="application/pdf",
        impronta="2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
    )  # fmt: skip
    riga.file.save(f"prova-{bozza.pk}.pdf", ContentFile(b"x"), save=True)
    return bozza


def _pubblicata(dirigente: Persona, **altro: object) -> Circolare:
    uscita = pubblica_circolare(
        autore=contesto(dirigente), adesso=ADESSO, circolare_id=_bozza(dirigente, **altro).pk
    )
    registra_stampa(
        documento_id=uscita.documento_id, istituto_id=uscita.istituto_id, pdf=b"%PDF-", pagine=1
    )
    return uscita
