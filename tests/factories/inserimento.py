"""The scene of the entry: a class, a subject, its two teachers, the coordinator, a stranger."""

from dataclasses import dataclass

from competenze.models import Competenza, Inserimento, Valutazione
from competenze.rules.celle import Contenuto
from competenze.services.celle import CellaVoluta, EsitoCella, salva_celle
from cpia.scuola import tenancy
from cpia.scuola.models import Iscrizione, Istituto, Persona
from tests.factories.competenze import InserimentoFactory, RilevazioneFactory
from tests.factories.scuola import ADESSO, IncaricoFactory, IstitutoFactory, contesto


@dataclass(frozen=True)
class Scena:
    """Students and competences in the order of the grid."""

    inserimento: Inserimento
    docente: Persona
    collega: Persona
    coordinatrice: Persona
    studenti: tuple[Iscrizione, ...]
    competenze: tuple[Competenza, ...]

    @property
    def istituto(self) -> Istituto:
        return self.inserimento.istituto

    def voluta(
        self,
        livello: str,
        versione: int = 0,
        *,
        motivo: str = "",
        studente: int = 0,
        colonna: int = 0,
    ) -> CellaVoluta:
        """A level for a cell, by the places of student and competence."""
        return CellaVoluta(
            self.studenti[studente].pk,
            self.competenze[colonna].pk,
            Contenuto(livello, motivo),
            versione,
        )

    def salva(self, *volute: CellaVoluta, chi: Persona | None = None) -> list[EsitoCella]:
        """Save as the teacher, or as ``chi``."""
        return salva_celle(
            autore=contesto(chi or self.docente),
            adesso=ADESSO,
            inserimento=self.inserimento,
            volute=volute,
        )

    def completa(self, livello: str = "B") -> None:
        """Fill every cell."""
        self.salva(
            *(
                self.voluta(livello, studente=s, colonna=c)
                for s in range(len(self.studenti))
                for c in range(len(self.competenze))
            )
        )

    def riga(self, studente: int = 0, colonna: int = 0) -> Valutazione:
        """What is recorded in a cell."""
        return Valutazione.objects.get(
            inserimento=self.inserimento,
            iscrizione=self.studenti[studente],
            competenza=self.competenze[colonna],
        )


def scena(*, studenti: int = 3, competenze: int = 2, istituto: Istituto | None = None) -> Scena:
    """Make the scene and tell PostgreSQL of its institute for the rest of the transaction."""
    istituto = istituto or IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    inserimento = InserimentoFactory(
        istituto=istituto,
        classe_rilevata__rilevazione=RilevazioneFactory(istituto=istituto),
        competenze=competenze,
        studenti=studenti,
    )
    docente, collega = (
        IncaricoFactory(istituto=istituto, cattedra=inserimento.cattedra).persona for _ in range(2)
    )
    classe = inserimento.classe_rilevata.classe
    return Scena(
        inserimento=inserimento,
        docente=docente,
        collega=collega,
        coordinatrice=IncaricoFactory(istituto=istituto, coordinatore=True, classe=classe).persona,
        studenti=tuple(classe.iscrizioni.order_by("persona__cognome")),
        competenze=tuple(
            Competenza.objects.filter(
                pk__in=inserimento.classe_rilevata.rilevazione.abbinamenti.values("competenza")
            ).order_by("ordine")
        ),
    )
