"""Naima as the screen of who learns tells of her: 400 hours, 40 of welcome, 200 recognised."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cpia.scuola.models import Istituto, Persona
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Corsista, Dossier, Evidenza, Versione
from tests.accessi.righe_patto import campi
from tests.factories.patto import (
    NATO,
    CorsistaFactory,
    DossierFactory,
    EvidenzaFactory,
    OffertaFactory,
    PattoFactory,
    QuadroOrarioFactory,
    UnitaDelPattoFactory,
    VersioneFactory,
)
from tests.factories.scuola import ADESSO, PersonaFactory, ResponsabilitaFactory, SedeFactory

IERI = ADESSO - timedelta(days=1)
MINORENNE = date(2007, 9, 12)
# 200 hours: languages in part, mathematics and science whole.
CREDITI = {
    **{f"C{n}": "18" for n in range(13, 23)},
    "C1": "10", "C2": "10",
}  # fmt: skip


@dataclass
class Scena:
    """An institute with one who learns and the tutor."""

    istituto: Istituto
    corsista: Corsista

    @property
    def tutor(self) -> Persona:
        assert self.corsista.tutor is not None
        return self.corsista.tutor

    def versione(self, come: StatoPatto, **altro: Any) -> Versione:
        """A version of the agreement in a state, the first unless it says otherwise."""
        di = {"istituto": self.istituto}
        patto = getattr(self.corsista, "patto", None) or PattoFactory(
            **di, corsista=self.corsista
        )  # fmt: skip
        scritti: dict[str, Any] = {"patto": patto, "crediti": CREDITI} | campi(come, self.istituto)
        versione = VersioneFactory(**di, **(scritti | altro))
        UnitaDelPattoFactory(**di, versione=versione, a_distanza=Decimal(4), fruizione="a casa")
        return versione

    def dossier(self, **altro: Any) -> Dossier:
        """The dossier, valued unless it says otherwise."""
        fatto = {"chiuso_il": IERI, "valutato_il": IERI} | altro
        return DossierFactory(istituto=self.istituto, corsista=self.corsista, **fatto)

    def evidenza(self, dossier: Dossier, **altro: Any) -> Evidenza:
        """A piece of evidence that was looked at."""
        guardata = {
            "prova": "documenti", "esito": "positivo", "valutata_il": IERI,
            "valutata_da": self.tutor, "inserita_da": self.tutor,
        }  # fmt: skip
        return EvidenzaFactory(istituto=self.istituto, dossier=dossier, **(guardata | altro))

    def responsabile(self, **altro: Any) -> Persona:
        """Who answers for the person who learns."""
        adulto = PersonaFactory(istituto=self.istituto, con_accesso=True, data_nascita=NATO)
        ResponsabilitaFactory(
            istituto=self.istituto, studente=self.corsista.persona, adulto=adulto, **altro
        )
        return adulto


def scena(istituto: Istituto, *, nascita: date = NATO, **altro: Any) -> Scena:
    """One who learns, enrolled on the first period at Sant’Anastasia, in the evening."""
    di = {"istituto": istituto}
    offerta = altro.pop("offerta", None) or OffertaFactory(
        **di, sede=SedeFactory(**di, nome="Sant’Anastasia")
    )
    if not altro.pop("senza_quadro", False):
        QuadroOrarioFactory(**di, anno_scolastico=offerta.anno_scolastico)
    persona = PersonaFactory(
        **di, nome="Naima", cognome="Oulhaj", data_nascita=nascita, con_accesso=True
    )
    tutor = None
    if not altro.pop("senza_tutor", False):
        tutor = PersonaFactory(
            **di, nome="Gennaro", cognome="Sorvillo", email="tutor@example.it", con_accesso=True
        )
    chi_segue = {"tutor": tutor} if tutor else {"tutor": None, "tutor_dal": None}
    corsista = CorsistaFactory(**di, persona=persona, offerta=offerta, **chi_segue, **altro)
    return Scena(istituto, corsista)
