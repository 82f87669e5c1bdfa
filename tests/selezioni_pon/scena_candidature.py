"""A call with one of the grids shipped, and the draft of somebody who answers it."""

from copy import deepcopy
from hashlib import sha256
from typing import Any

from cpia.atti.caricamenti import FileAccettato
from cpia.scuola.models import Persona
from selezioni_pon.enums import Passo, TipoAllegato
from selezioni_pon.griglie import dati_interi
from selezioni_pon.models import Avviso, Candidatura, Risposta
from selezioni_pon.queries.candidature.impronte import (
    impronta_del_passo,
    impronta_della_risposta,
)
from selezioni_pon.services.candidature.allegati import DatiAllegato, allega
from selezioni_pon.services.candidature.bozza import comincia_candidatura, scrivi_passo
from selezioni_pon.services.candidature.risposte import scrivi_risposta
from tests.factories.scuola import ADESSO, contesto
from tests.factories.selezioni import AvvisoFactory, GrigliaFactory
from tests.selezioni_pon.scena import Scena

TUTOR, ESPERTO = "ic-pinocchio-2018/tutor", "ic-pinocchio-2018/esperto"
# What a form makes for one page: one hexadecimal digit, thirty-two times.
CHIAVE = "a" * 32


def aperto(casa: Scena, slug: str = TUTOR, **campi: Any) -> Avviso:
    """A call that takes applications, with this grid."""
    dati = deepcopy(dati_interi(slug))
    griglia = GrigliaFactory(
        istituto=casa.istituto, chiusa=True, dati=dati, origine=slug, titolo=dati["titolo"]
    )
    campi = {"pubblicato": True, "griglia": griglia} | campi
    return AvvisoFactory(istituto=casa.istituto, **campi)


def comincia(casa: Scena, avviso: Avviso, chi: Persona | None = None, **altro) -> Candidatura:
    """The draft of the teacher, or of somebody else."""
    return casa.atto(comincia_candidatura, chi or casa.docente, avviso_id=avviso.pk, **altro)


def scrive(
    casa: Scena, candidatura: Candidatura, passo: Passo, letta: int | None = None, **campi
) -> Candidatura:
    """A step as it is read now, or at another fingerprint."""
    candidatura.refresh_from_db()
    letta = impronta_del_passo(candidatura, passo) if letta is None else letta
    return casa.atto(
        scrivi_passo, candidatura.persona, candidatura_id=candidatura.pk, passo=passo,
        letta=letta, campi=campi,
    )  # fmt: skip


def dichiara(
    casa: Scena, candidatura: Candidatura, voce: str, valore, descrizione: str = "",
    letta: int | None = None, adesso=ADESSO,
) -> Risposta:  # fmt: skip
    """An item as it is read now, or at another fingerprint."""
    riga = candidatura.risposte.filter(voce=voce).first() or Risposta(voce=voce)
    return casa.atto(
        scrivi_risposta, candidatura.persona, adesso, candidatura_id=candidatura.pk, voce=voce,
        letta=impronta_della_risposta(riga) if letta is None else letta, valore=valore,
        descrizione=descrizione,
    )  # fmt: skip


def file(nome: str = "Nomina.pdf", contenuto: bytes = b"%PDF-1.7 una nomina") -> FileAccettato:
    """A file that was looked through."""
    impronta = sha256(contenuto).hexdigest()
    return FileAccettato(nome, contenuto, "application/pdf", impronta, len(contenuto))


def mette(
    casa: Scena, candidatura: Candidatura, tipo: TipoAllegato = TipoAllegato.CURRICULUM,
    voce: str = "", carta: FileAccettato | None = None, **altro,
):  # fmt: skip
    """A file in the draft."""
    dati = DatiAllegato(tipo, carta or file(), voce, **altro)
    return casa.atto(allega, candidatura.persona, candidatura_id=candidatura.pk, dati=dati)


def intera(casa: Scena, avviso: Avviso) -> Candidatura:
    """A draft of the teacher that lacks nothing: nine titles of tutor, and a curriculum."""
    candidatura = comincia(casa, avviso)
    scrive(casa, candidatura, Passo.DATI, titolo_di_studio="Diploma, 2001", giorni_servizio=1200)
    dichiara(casa, candidatura, "4", {"quanti": 9}, "Scuola primaria, dal 2017 al 2026")
    scrive(
        casa, candidatura, Passo.DICHIARAZIONI, diritti_civili=True, senza_condanne=True,
        senza_procedimenti=True, risponde_del_vero=True,
    )  # fmt: skip
    mette(casa, candidatura)
    return Candidatura.objects.get(pk=candidatura.pk)


def chi(persona: Persona, adesso=ADESSO):
    """Who asks."""
    return contesto(persona, adesso)
