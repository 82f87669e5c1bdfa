"""A procedure all assessed: five ask, three have the bonus, one is below, one is excluded."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bonus_merito.enums import Categoria, Gruppo
from bonus_merito.models import Procedura, Richiesta
from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from tests.factories.bonus import (
    AreaDeiCriteriFactory,
    AttivitaFactory,
    CriterioFactory,
    ProceduraFactory,
    RequisitiFactory,
    RichiestaFactory,
    ValutazioneFactory,
    all_albo,
)
from tests.factories.scuola import IncaricoFactory, IstitutoFactory, PersonaFactory, contesto

# Surname, points of A, B and C, days of absence of two hundred, group.
CHI: tuple[tuple[str, tuple[int, int, int], int, Gruppo], ...] = (
    ("Accardi", (38, 21, 31), 0, Gruppo.ALFABETIZZAZIONE),
    ("Buscemi", (32, 17, 27), 4, Gruppo.PRIMO_PERIODO),
    ("Cusumano", (24, 13, 20), 0, Gruppo.PRIMO_PERIODO),
    ("Iacona", (19, 10, 18), 0, Gruppo.SECONDO_PERIODO),
    ("Milazzo", (36, 20, 30), 46, Gruppo.SECONDO_PERIODO),
)


@dataclass
class Scena:
    """``richieste`` by surname."""

    istituto: Istituto
    dirigente: Persona
    procedura: Procedura
    richieste: dict[str, Richiesta] = field(default_factory=dict)

    @property
    def autore(self) -> Contesto:
        return contesto(self.dirigente)

    def di(self, cognome: str) -> Contesto:
        """Who asks, as who acts."""
        return contesto(self.richieste[cognome].persona)


def scena(**procedura: Any) -> Scena:
    """Everybody assessed, with five tenured teachers in service."""
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    dirigente = PersonaFactory(istituto=istituto, con_accesso=True, cognome="Vullo")
    IncaricoFactory(istituto=istituto, persona=dirigente, dirigente=True)
    casa = Scena(
        istituto,
        dirigente,
        ProceduraFactory(istituto=istituto, in_valutazione=True, in_servizio=5, **procedura),
    )
    all_albo(casa.procedura.criteri)
    for riga in CHI:
        casa.richieste[riga[0]] = _richiesta(casa, *riga)
    return casa


def _richiesta(
    casa: Scena, cognome: str, punti: tuple[int, int, int], assenze: int, gruppo: Gruppo
) -> Richiesta:
    di = {"istituto": casa.istituto}
    persona = PersonaFactory(**di, con_accesso=True, cognome=cognome)
    ata = casa.procedura.categoria == Categoria.ATA.value
    IncaricoFactory(
        **di, persona=persona,
        **({"segreteria": True} if ata else {"ruolo": Ruolo.DOCENTE}),
    )  # fmt: skip
    richiesta = RichiestaFactory(
        **di, procedura=casa.procedura, persona=persona, gruppo="" if ata else gruppo.value
    )
    for area, quanti in zip("ABC", punti, strict=True):
        criteri = AreaDeiCriteriFactory(**di, criteri=casa.procedura.criteri, area=area)
        AttivitaFactory(
            **di, richiesta=richiesta, criterio=CriterioFactory(**di, area=criteri),
            giudicata=True, punti=Decimal(quanti), titolo=f"Attività di {area}",
        )  # fmt: skip
    RequisitiFactory(**di, procedura=casa.procedura, persona=persona, assenze=assenze)
    ValutazioneFactory(
        **di, richiesta=richiesta, motivazione=f"Motivazione di {cognome}.",
        valutata_da=casa.dirigente,
    )  # fmt: skip
    return richiesta
