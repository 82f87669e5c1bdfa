"""A call whose applications are all decided: who judged, who applied, with how many points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from cpia.norme.rules.conservati import da_conservare
from cpia.scuola.models import Persona
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.models import (
    Avviso,
    Commissario,
    Commissione,
    DecisioneTitolo,
    Esame,
    Graduatoria,
    Invio,
    Reclamo,
)
from selezioni_pon.queries.regole import parametri_del_giorno
from selezioni_pon.services.graduatorie import (
    approva_definitiva,
    forma_graduatoria,
    presenta_reclamo,
    pubblica_graduatoria,
    registra_sorteggio,
    rispondi_reclamo,
)
from tests.factories.candidature import (
    CommissarioFactory,
    CommissioneFactory,
    decisa,
    inviata,
)
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena

# An item that gives a point for each title, ten at most.
VOCE = "D.1"
# After every term that begins at ADESSO.
DOPO = ADESSO + timedelta(days=25)


@dataclass
class Graduata:
    """The school, the call, its commission, those who applied in the order of ``punti``."""

    casa: Scena
    avviso: Avviso
    commissione: Commissione
    membri: list[Commissario]
    invii: list[Invio]

    @property
    def presidente(self) -> Persona:
        return self.membri[0].persona

    def candidato(self, quale: int) -> Persona:
        return self.invii[quale].candidatura.persona

    def atto(self, servizio: Any, chi: Persona | None = None, adesso=ADESSO, **altro: Any) -> Any:
        return self.casa.atto(servizio, chi or self.casa.dirigente, adesso, **altro)

    def forma(self, motivo: str = "", adesso: datetime = ADESSO) -> Graduatoria:
        return self.atto(
            forma_graduatoria, self.presidente, adesso, avviso_id=self.avviso.pk, motivo=motivo
        )

    def pubblica(self, graduatoria: Graduatoria | None = None, adesso=ADESSO) -> Graduatoria:
        """The proposal, formed if there is none, on the albo."""
        scelta = graduatoria or self.forma()
        return self.atto(
            pubblica_graduatoria, adesso=adesso, graduatoria_id=scelta.pk, versione=scelta.versione
        )

    def definitiva(self, graduatoria: Graduatoria, adesso: datetime = DOPO) -> Graduatoria:
        graduatoria.refresh_from_db()
        return self.atto(
            approva_definitiva, adesso=adesso, graduatoria_id=graduatoria.pk,
            versione=graduatoria.versione,
        )  # fmt: skip

    def sorteggia(self, *quali: int, verbale: str = "verbale n. 3") -> Any:
        usciti = [str(self.invii[quale].candidatura_id) for quale in quali]
        return self.atto(
            registra_sorteggio, self.presidente, avviso_id=self.avviso.pk, usciti=usciti,
            verbale=verbale,
        )  # fmt: skip

    def reclama(self, quale: int, adesso: datetime = ADESSO, chiave: str = "una") -> Reclamo:
        return self.atto(
            presenta_reclamo, self.candidato(quale), adesso, avviso_id=self.avviso.pk,
            testo="Il corso di 30 ore non è stato contato.", chiave=chiave,
        )  # fmt: skip

    def risponde(self, reclamo: Reclamo, esito: Any, *riapri: int, adesso=ADESSO) -> Reclamo:
        return self.atto(
            rispondi_reclamo, adesso=adesso, reclamo_id=reclamo.pk, esito=esito,
            motivo="Il corso risulta dall’attestato.",
            da_riaprire=[self.invii[una].candidatura_id for una in riapri],
        )  # fmt: skip

    def rivede(self, quale: int, punti: int, adesso: datetime = ADESSO) -> None:
        """The commission decides one again, and closes."""
        invio = self.invii[quale]
        Esame.objects.filter(invio=invio).update(chiuso_il=None, chiuso_da=None)
        DecisioneTitolo.objects.filter(titolo__invio=invio).update(
            esito=EsitoTitolo.RIDOTTO.value, ammesso={"quanti": punti}, motivo="Attestato senza ore"
        )
        Esame.objects.filter(invio=invio).update(chiuso_il=adesso, chiuso_da=self.membri[0])
        Commissione.objects.filter(pk=self.commissione.pk).update(chiusa_il=adesso)


def graduata(
    punti: Sequence[int] = (8, 5, 3),
    *,
    chiusa: bool = True,
    nascite: Sequence[date] = (),
    pubblicazione: str = "nomi",
    reclamo: int = 15,
) -> Graduata:
    """Make it: each applicant declares so many titles of ``VOCE`` and has them all accepted.

    Who applied first is the teacher of the scene, the second the one of the ATA; the same day of
    birth for all unless said.
    """
    casa = scena()
    di = {"istituto": casa.istituto}
    regole = da_conservare(parametri_del_giorno(casa.istituto.pk, ADESSO.date()))
    regole["selezioni.pubblicazione"]["valore"] = pubblicazione
    regole["selezioni.reclamo_giorni"]["valore"] = str(reclamo)
    chiamata = AvvisoFactory(**di, scaduto=True, responsabile=casa.segretaria, regole=regole)
    commissione = CommissioneFactory(**di, avviso=chiamata, nominata_da=casa.dirigente)
    membri = []
    for quale in range(3):
        persona = PersonaFactory(**di, con_accesso=True)
        IncaricoFactory(**di, persona=persona)
        membri.append(
            CommissarioFactory(
                **di, commissione=commissione, persona=persona, presidente=quale == 0,
                dichiarato_il=ADESSO - timedelta(days=1), senza_condanne=True,
            )
        )  # fmt: skip
    invii = []
    for quale, quanti in enumerate(punti):
        sua = [casa.docente, casa.ata][quale] if quale < 2 else PersonaFactory(**di)
        sua.data_nascita = nascite[quale] if nascite else date(1980, 1, 1)
        sua.save(update_fields=["data_nascita"])
        invio = inviata(chiamata, sua, {VOCE: {"quanti": quanti}})
        decisa(invio.titoli.get(), membri[0])
        if chiusa:
            Esame.objects.create(
                **di, invio=invio, chiuso_il=ADESSO - timedelta(hours=2), chiuso_da=membri[0]
            )
        invii.append(invio)
    if chiusa:
        Commissione.objects.filter(pk=commissione.pk).update(chiusa_il=ADESSO - timedelta(hours=1))
    return Graduata(casa, chiamata, commissione, membri, invii)
