"""An institute with its persons, classes and roles. Needs the institute set (``tenancy``)."""

from datetime import UTC, date, datetime

import factory
from factory import LazyAttribute, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from cpia.scuola import models
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Legame, Ordinamento, Ruolo, TipoGruppo, TipoIstituto
from cpia.scuola.queries import incarichi_in_vigore

INIZIO_ANNO = date(2023, 9, 1)
ADESSO = datetime(2024, 6, 5, 8, 0, tzinfo=UTC)
PASSWORD = "una-frase-di-prova"


class IstitutoFactory(DjangoModelFactory):
    class Meta:
        model = models.Istituto

    slug = Sequence(lambda n: f"istituto-{n}")
    tipo = TipoIstituto.SUPERIORE
    denominazione = Sequence(lambda n: f"Istituto d’istruzione superiore {n}")
    denominazione_breve = Sequence(lambda n: f"IIS {n}")
    codice_fiscale = Sequence(lambda n: f"{90000000000 + n}")
    comune = "Iseo"
    provincia = "BS"


class UtenteFactory(DjangoModelFactory):
    class Meta:
        model = models.Utente
        skip_postgeneration_save = True

    email = Sequence(lambda n: f"utente{n}@example.it")


class DiIstitutoFactory(DjangoModelFactory):
    """A row of an institute; what it stands on belongs to the same one."""

    class Meta:
        abstract = True

    istituto = SubFactory(IstitutoFactory)


def nello_stesso(fabbrica: type[DjangoModelFactory], **altro: object) -> SubFactory:
    """A row of the same institute as the one that asks for it."""
    return SubFactory(fabbrica, istituto=SelfAttribute("..istituto"), **altro)


class SedeFactory(DiIstitutoFactory):
    class Meta:
        model = models.Sede

    nome = Sequence(lambda n: f"Sede {n}")
    comune = "Iseo"


class AnnoScolasticoFactory(DiIstitutoFactory):
    class Meta:
        model = models.AnnoScolastico
        django_get_or_create = ("istituto", "inizio")

    inizio = 2023


class PersonaFactory(DiIstitutoFactory):
    class Meta:
        model = models.Persona

    cognome = Sequence(lambda n: f"Cognome{n:04}")
    nome = "Nome"

    class Params:
        con_accesso = factory.Trait(utente=SubFactory(UtenteFactory))


class InvitoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Invito

    persona = nello_stesso(PersonaFactory)
    impronta_codice = Sequence(lambda n: f"{n:064x}")
    inviato_il = ADESSO
    scade_il = datetime(2024, 6, 19, 8, 0, tzinfo=UTC)


class ResponsabilitaFactory(DiIstitutoFactory):
    class Meta:
        model = models.Responsabilita

    studente = nello_stesso(PersonaFactory)
    adulto = nello_stesso(PersonaFactory)
    legame = Legame.GENITORE
    dal = INIZIO_ANNO


class CorsoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Corso

    nome = Sequence(lambda n: f"Corso {n}")
    sigla = Sequence(lambda n: f"C{n}")
    ordinamento = Ordinamento.TECNICO


class ClasseFactory(DiIstitutoFactory):
    class Meta:
        model = models.Classe

    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    sede = nello_stesso(SedeFactory)
    corso = nello_stesso(CorsoFactory)
    anno_di_corso = 2
    sezione = "B"


class IscrizioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.Iscrizione

    persona = nello_stesso(PersonaFactory)
    classe = nello_stesso(ClasseFactory)
    dal = INIZIO_ANNO


class GruppoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Gruppo

    classe = nello_stesso(ClasseFactory)
    tipo = TipoGruppo.RELIGIONE
    nome = Sequence(lambda n: f"Gruppo {n}")


class AppartenenzaFactory(DiIstitutoFactory):
    class Meta:
        model = models.Appartenenza

    gruppo = nello_stesso(GruppoFactory)
    iscrizione = nello_stesso(IscrizioneFactory, classe=SelfAttribute("..gruppo.classe"))


class DisciplinaFactory(DiIstitutoFactory):
    class Meta:
        model = models.Disciplina

    nome = Sequence(lambda n: f"Disciplina {n:03}")


class CattedraFactory(DiIstitutoFactory):
    class Meta:
        model = models.Cattedra

    classe = nello_stesso(ClasseFactory)
    disciplina = nello_stesso(DisciplinaFactory)


class IncaricoFactory(DiIstitutoFactory):
    """By default a teacher of a cattedra; ``coordinatore`` and ``dirigente`` are traits."""

    class Meta:
        model = models.Incarico

    persona = nello_stesso(PersonaFactory, con_accesso=True)
    ruolo = Ruolo.DOCENTE
    cattedra = nello_stesso(CattedraFactory)
    classe = LazyAttribute(lambda incarico: incarico.cattedra and incarico.cattedra.classe)
    dal = INIZIO_ANNO

    class Params:
        coordinatore = factory.Trait(
            ruolo=Ruolo.COORDINATORE, cattedra=None, classe=nello_stesso(ClasseFactory)
        )
        dirigente = factory.Trait(ruolo=Ruolo.DIRIGENTE, cattedra=None, classe=None)
        segreteria = factory.Trait(ruolo=Ruolo.SEGRETERIA_DIDATTICA, cattedra=None, classe=None)


class ImportazioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.Importazione

    tipo = "studenti"
    nome_file = "studenti.csv"
    impronta = Sequence(lambda n: f"{n:064x}")
    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    autore = nello_stesso(PersonaFactory)
    caricata_il = ADESSO


def contesto(persona: models.Persona, adesso: datetime = ADESSO) -> Contesto:
    """The context of a request made by this person at this instant."""
    incarichi = incarichi_in_vigore(persona, adesso.date())
    return Contesto(persona.istituto, persona, tuple(incarichi), adesso)
