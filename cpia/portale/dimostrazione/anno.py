"""School years of the demo: the one before, still readable, and classes at both ends of a course.

In the first school the second classes were first classes a year ago; a first and a fifth class of
today show who goes up and who concludes. The other school is small and whole: its year can pass.
"""

import random
from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice

from django.utils import timezone

from cpia.portale.dimostrazione import piano
from cpia.portale.dimostrazione.nomi import persone
from cpia.portale.dimostrazione.scuola import Scuola, incarico, persona
from cpia.scuola.enums import Esito, Ordinamento, Ruolo, TipoGruppo
from cpia.scuola.models import (
    AnnoScolastico,
    Appartenenza,
    Cattedra,
    Classe,
    Corso,
    Disciplina,
    EsitoAnno,
    Gruppo,
    Incarico,
    Iscrizione,
    Istituto,
    Persona,
    Sede,
)

DAL, AL = date(2022, 9, 12), date(2023, 8, 31)
PASSATI_IL = datetime(2023, 9, 1, 9, tzinfo=timezone.get_default_timezone())
# Who came from another school is in the second class only.
VENUTI_DA_FUORI = 2
ALTRE = (("AFM", 1, "A", 21, 2009), ("AFM", 5, "A", 17, 2005))
MATERIE = ("Italiano", "Matematica", "Inglese", "Religione cattolica")


def popola(scuola: Scuola) -> None:
    """The year before of the school of the plan, and two classes more of today."""
    prima = AnnoScolastico.objects.create(istituto=scuola.istituto, inizio=2022)
    for classe in scuola.classi.values():
        _un_anno_fa(classe, prima)
    for sigla, anno_di_corso, sezione, quanti, nati in ALTRE:
        esempio = scuola.classi[sigla, sezione]
        classe = Classe.objects.create(
            istituto=scuola.istituto,
            anno_scolastico=scuola.anno,
            sede=esempio.sede,
            corso=esempio.corso,
            anno_di_corso=anno_di_corso,
            sezione=sezione,
        )
        _studenti(classe, quanti, nati)
        _cattedre(classe, piano.CORSI[0].discipline[:4])


def _un_anno_fa(classe: Classe, prima: AnnoScolastico) -> None:
    """The same class as it was a year before, with who was in it and who taught there."""
    vecchia = Classe.objects.create(
        istituto=classe.istituto,
        anno_scolastico=prima,
        sede=classe.sede,
        corso=classe.corso,
        anno_di_corso=classe.anno_di_corso - 1,
        sezione=classe.sezione,
    )
    di_oggi = list(classe.iscrizioni.order_by("pk"))[VENUTI_DA_FUORI:]
    iscrizioni = Iscrizione.objects.bulk_create(
        Iscrizione(
            istituto=classe.istituto, persona_id=i.persona_id, classe=vecchia, dal=DAL, al=AL
        )
        for i in di_oggi
    )
    EsitoAnno.objects.bulk_create(
        EsitoAnno(
            istituto=classe.istituto,
            iscrizione=iscrizione,
            esito=Esito.AMMESSO,
            classe_di_arrivo=classe,
            passato_il=PASSATI_IL,
        )
        for iscrizione in iscrizioni
    )
    for cattedra in classe.cattedre.filter(gruppo__isnull=True).prefetch_related("incarichi"):
        _cattedra_di_allora(cattedra, vecchia)


def _cattedra_di_allora(cattedra: Cattedra, vecchia: Classe) -> None:
    sua = Cattedra.objects.create(
        istituto=vecchia.istituto, classe=vecchia, disciplina_id=cattedra.disciplina_id
    )
    Incarico.objects.bulk_create(
        Incarico(
            istituto=vecchia.istituto,
            persona_id=di_oggi.persona_id,
            ruolo=Ruolo.DOCENTE,
            cattedra=sua,
            dal=date(2022, 9, 1),
            al=AL,
            atto="Atto di incarico della dimostrazione",
        )
        for di_oggi in cattedra.incarichi.all()
    )


def _studenti(classe: Classe, quanti: int, nati: int) -> list[Iscrizione]:
    caso = random.Random(nati)  # noqa: S311 -- the same school on every machine
    chi = persone(caso, date(nati, 1, 1), date(nati, 12, 31))
    return Iscrizione.objects.bulk_create(
        Iscrizione(istituto=classe.istituto, persona=studente, classe=classe, dal=date(2023, 9, 12))
        for studente in Persona.objects.bulk_create(
            persona(classe.istituto, dati) for dati in islice(chi, quanti)
        )
    )


def _cattedre(classe: Classe, nomi: Iterable[str]) -> list[Cattedra]:
    return Cattedra.objects.bulk_create(
        Cattedra(
            istituto=classe.istituto,
            classe=classe,
            disciplina=Disciplina.objects.get_or_create(istituto=classe.istituto, nome=nome)[0],
        )
        for nome in nomi
    )


def popola_comprensivo(istituto: Istituto) -> None:
    """A lower secondary school of three classes, in the institute of the first cycle."""
    anno = AnnoScolastico.objects.create(istituto=istituto, inizio=2023)
    corso = Corso.objects.create(
        istituto=istituto,
        sigla="SEC",
        nome="Scuola secondaria di primo grado",
        ordinamento=Ordinamento.PRIMO_CICLO,
    )
    docenti = _docenti(istituto)
    for anno_di_corso, quanti in ((1, 8), (2, 7), (3, 6)):
        _classe_secondaria(anno, corso, anno_di_corso, quanti, docenti)


def _classe_secondaria(
    anno: AnnoScolastico, corso: Corso, anno_di_corso: int, quanti: int, docenti: list[Persona]
) -> None:
    istituto = anno.istituto
    sede = Sede.objects.filter(istituto=istituto).order_by("pk").first()
    classe = Classe.objects.create(
        istituto=istituto,
        anno_scolastico=anno,
        corso=corso,
        sede=sede or Sede.objects.create(istituto=istituto, nome="Sede centrale"),
        anno_di_corso=anno_di_corso,
        sezione="A",
    )
    iscritti = _studenti(classe, quanti, 2013 - anno_di_corso)
    cattedre = _cattedre(classe, MATERIE)
    religione = Gruppo.objects.create(
        istituto=istituto, classe=classe, tipo=TipoGruppo.RELIGIONE, nome=MATERIE[-1]
    )
    Appartenenza.objects.bulk_create(
        Appartenenza(istituto=istituto, gruppo=religione, iscrizione=iscritto)
        for iscritto in iscritti[1:]
    )
    cattedre[-1].gruppo = religione
    cattedre[-1].save(update_fields=["gruppo"])
    for docente, cattedra in zip(docenti, cattedre, strict=True):
        incarico(docente, Ruolo.DOCENTE, cattedra=cattedra)
    incarico(docenti[0], Ruolo.COORDINATORE, classe=classe)


def _docenti(istituto: Istituto) -> list[Persona]:
    """One teacher for each subject; the first stands in for the dirigente until August."""
    caso = random.Random(7)  # noqa: S311 -- the same school on every machine
    chi = islice(persone(caso, date(1965, 1, 1), date(1990, 1, 1)), len(MATERIE))
    docenti = Persona.objects.bulk_create(persona(istituto, dati) for dati in chi)
    vicaria = incarico(docenti[0], Ruolo.COLLABORATORE)
    vicaria.al = date(2024, 8, 31)
    vicaria.save(update_fields=["al"])
    incarico(docenti[1], Ruolo.TUTOR, al=date(2024, 8, 31))
    return docenti
