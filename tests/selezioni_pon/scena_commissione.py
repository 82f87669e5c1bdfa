"""A call whose term is over, with those who applied and those who may assess them."""

from dataclasses import dataclass, field
from datetime import datetime

from cpia.scuola.models import Persona
from selezioni_pon.enums import Fase
from selezioni_pon.models import Avviso, Candidatura, Commissario, Commissione, Invio
from selezioni_pon.services.commissione.dati import DatiDichiarazione, DatiNomina
from selezioni_pon.services.commissione.dichiarazione import dichiara
from selezioni_pon.services.commissione.nomina import nomina_commissione
from tests.factories.candidature import inviata
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena


@dataclass
class Commissionata:
    """The school, the call, five who may assess, two who applied."""

    casa: Scena
    avviso: Avviso
    docenti: list[Persona]
    invii: list[Invio] = field(default_factory=list)

    @property
    def candidature(self) -> list[Candidatura]:
        return [invio.candidatura for invio in self.invii]

    def dati(self, **altro) -> DatiNomina:
        """Three members and a substitute."""
        una, due, tre, quattro, _ = (docente.pk for docente in self.docenti)
        return DatiNomina(**{"presidente_id": una, "componenti": (due, tre),
                             "supplenti": (quattro,), "atto": "verbale n. 3"} | altro)  # fmt: skip

    def atto(self, servizio, chi: Persona | None = None, adesso: datetime = ADESSO, **altro):
        """An act on the commission, of who directs unless said otherwise."""
        chi = chi or self.casa.dirigente
        return self.casa.atto(servizio, chi, adesso, avviso_id=self.avviso.pk, **altro)

    def nominata(self, **altro) -> Commissione:
        """The commission, named by who directs."""
        return self.atto(nomina_commissione, dati=self.dati(**altro))

    def dichiara(self, quale: int, *con: int, senza_condanne: bool = True) -> Commissario:
        """One of those who sit declares, with these applications a conflict."""
        dati = DatiDichiarazione(senza_condanne, frozenset(self.candidature[uno].pk for uno in con))
        return self.atto(dichiara, self.docenti[quale], dati=dati)

    def accanto(self) -> "Commissionata":
        """The next call of the same search, with another who applied."""
        di = {"istituto": self.casa.istituto}
        avviso = AvvisoFactory(
            **di, scaduto=True, fase=Fase.ESTERNI.value, selezione=self.avviso.selezione,
            responsabile=self.casa.segretaria,
        )  # fmt: skip
        invio = inviata(avviso, PersonaFactory(**di), {})
        return Commissionata(self.casa, avviso, self.docenti, [invio])

    def membro(self, quale: int) -> Commissario:
        """The row of one of the teachers in the commission."""
        return Commissario.objects.get(commissione__avviso=self.avviso, persona=self.docenti[quale])


def commissionata(candidati: int = 2) -> Commissionata:
    """Make it: nobody is named yet."""
    casa = scena()
    di = {"istituto": casa.istituto}
    avviso = AvvisoFactory(**di, scaduto=True, responsabile=casa.segretaria)
    docenti = [PersonaFactory(**di, con_accesso=True) for _ in range(5)]
    for docente in docenti:
        IncaricoFactory(**di, persona=docente)
    invii = [inviata(avviso, PersonaFactory(**di), {}) for _ in range(candidati)]
    return Commissionata(casa, avviso, docenti, invii)
