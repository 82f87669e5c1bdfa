"""A school at the end of the year: two classes that go up, one that concludes, their teachers."""

from dataclasses import dataclass
from datetime import date

from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Classe, Corso, Incarico, Iscrizione, Sede
from tests.factories.scuola import (
    AnnoScolasticoFactory,
    AppartenenzaFactory,
    CattedraFactory,
    ClasseFactory,
    CorsoFactory,
    GruppoFactory,
    IncaricoFactory,
    IscrizioneFactory,
    IstitutoFactory,
    SedeFactory,
    contesto,
)

FINE = date(2024, 8, 31)
INIZIO = date(2024, 9, 1)


@dataclass(frozen=True)
class ScenaAnno:
    """The classes are 1ªA, 2ªA and 5ªA; ``autore`` is of the segreteria didattica."""

    anno: AnnoScolastico
    corso: Corso
    sede: Sede
    prima: Classe
    seconda: Classe
    quinta: Classe
    docente: Incarico
    coordinatrice: Incarico
    protocollista: Incarico
    autore: Contesto

    @property
    def istituto(self):
        return self.anno.istituto

    def iscritti(self, classe: Classe) -> list[Iscrizione]:
        return list(Iscrizione.objects.filter(classe=classe).order_by("persona__cognome"))

    def nuova(self, anno_di_corso: int) -> Classe:
        return Classe.objects.get(
            anno_scolastico__inizio=2024, anno_di_corso=anno_di_corso, sezione="A"
        )


def scena(studenti: int = 3) -> ScenaAnno:
    """Make it. Needs nothing but a database; sets the institute."""
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    anno = AnnoScolasticoFactory(istituto=istituto)
    dove = {
        "istituto": istituto, "anno_scolastico": anno, "corso": CorsoFactory(istituto=istituto),
        "sede": SedeFactory(istituto=istituto), "sezione": "A",
    }  # fmt: skip
    prima, seconda, quinta = (ClasseFactory(anno_di_corso=n, **dove) for n in (1, 2, 5))
    for classe in (prima, seconda, quinta):
        IscrizioneFactory.create_batch(studenti, istituto=istituto, classe=classe)
    gruppo = GruppoFactory(istituto=istituto, classe=seconda, nome="Religione cattolica")
    for iscrizione in Iscrizione.objects.filter(classe=seconda)[:2]:
        AppartenenzaFactory(istituto=istituto, gruppo=gruppo, iscrizione=iscrizione)
    cattedra = CattedraFactory(istituto=istituto, classe=seconda)
    CattedraFactory(istituto=istituto, classe=seconda, gruppo=gruppo)
    segretaria = IncaricoFactory(istituto=istituto, segreteria=True)
    return ScenaAnno(
        anno=anno,
        corso=dove["corso"],
        sede=dove["sede"],
        prima=prima,
        seconda=seconda,
        quinta=quinta,
        docente=IncaricoFactory(istituto=istituto, cattedra=cattedra),
        coordinatrice=IncaricoFactory(istituto=istituto, coordinatore=True, classe=seconda),
        protocollista=IncaricoFactory(
            istituto=istituto, ruolo=Ruolo.SEGRETERIA_PROTOCOLLO, cattedra=None, al=FINE
        ),
        autore=contesto(segretaria.persona),
    )
