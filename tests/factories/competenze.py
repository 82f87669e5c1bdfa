"""A campaign with its classes, subjects and levels. Needs the institute set (``tenancy``)."""

from datetime import UTC, date, datetime

import factory
from factory import SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from competenze import models
from competenze.enums import Livello, OrigineLivello, StatoRilevazione
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    CattedraFactory,
    ClasseFactory,
    CorsoFactory,
    DiIstitutoFactory,
    DisciplinaFactory,
    IscrizioneFactory,
    PersonaFactory,
    nello_stesso,
)


class QuadroCompetenzeFactory(DjangoModelFactory):
    class Meta:
        model = models.QuadroCompetenze
        django_get_or_create = ("codice",)

    codice = "quadro-di-prova"
    titolo = "Quadro di prova"
    norma = "D.M. di prova"
    fonte = "Prova"
    dal = date(2024, 1, 30)


class CompetenzaFactory(DjangoModelFactory):
    class Meta:
        model = models.Competenza

    quadro = SubFactory(QuadroCompetenzeFactory)
    codice = Sequence(lambda n: f"competenza-{n}")
    ordine = Sequence(lambda n: n + 100)
    nome = Sequence(lambda n: f"Competenza {n:03}")
    nome_breve = Sequence(lambda n: f"Breve {n:03}")
    descrittore = "Sa fare."


class DescrizioneLivelloFactory(DjangoModelFactory):
    class Meta:
        model = models.DescrizioneLivello
        django_get_or_create = ("quadro", "livello")

    quadro = SubFactory(QuadroCompetenzeFactory)
    livello = Livello.A
    testo = "Padroneggia."


class RilevazioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.Rilevazione

    titolo = "Rilevazione 2023/24, classi seconde"
    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    anno_di_corso = 2
    quadro = SubFactory(QuadroCompetenzeFactory)
    inserimento_dal = date(2024, 5, 31)
    consultazione_dal = date(2024, 6, 3)
    stato = StatoRilevazione.APERTA


class AbbinamentoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Abbinamento

    rilevazione = nello_stesso(RilevazioneFactory)
    corso = nello_stesso(CorsoFactory)
    disciplina = nello_stesso(DisciplinaFactory)
    competenza = SubFactory(CompetenzaFactory, quadro=SelfAttribute("..rilevazione.quadro"))


class ClasseRilevataFactory(DiIstitutoFactory):
    class Meta:
        model = models.ClasseRilevata

    rilevazione = nello_stesso(RilevazioneFactory)
    classe = nello_stesso(
        ClasseFactory, anno_scolastico=SelfAttribute("..rilevazione.anno_scolastico")
    )
    scrutinio_il = datetime(2024, 6, 11, 12, 30, tzinfo=UTC)


class InserimentoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Inserimento
        skip_postgeneration_save = True

    classe_rilevata = nello_stesso(ClasseRilevataFactory)
    cattedra = nello_stesso(CattedraFactory, classe=SelfAttribute("..classe_rilevata.classe"))

    @factory.post_generation
    def competenze(self, create: bool, quante: int | None) -> None:
        """``competenze=4``: four competences that the subject assesses."""
        for _ in range(quante or 0):
            AbbinamentoFactory(
                istituto=self.istituto,
                rilevazione=self.classe_rilevata.rilevazione,
                corso=self.classe_rilevata.classe.corso,
                disciplina=self.cattedra.disciplina,
            )

    @factory.post_generation
    def studenti(self, create: bool, quanti: int | None) -> None:
        """``studenti=26``: the students of the class."""
        IscrizioneFactory.create_batch(
            quanti or 0, istituto=self.istituto, classe=self.classe_rilevata.classe
        )


class ValutazioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.Valutazione

    inserimento = nello_stesso(InserimentoFactory)
    iscrizione = nello_stesso(
        IscrizioneFactory, classe=SelfAttribute("..inserimento.classe_rilevata.classe")
    )
    competenza = SubFactory(CompetenzaFactory)
    livello = Livello.B
    autore = nello_stesso(PersonaFactory)
    modificata_il = ADESSO


class DecisioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.Decisione

    classe_rilevata = nello_stesso(ClasseRilevataFactory)
    iscrizione = nello_stesso(IscrizioneFactory, classe=SelfAttribute("..classe_rilevata.classe"))
    competenza = SubFactory(CompetenzaFactory)
    livello = Livello.A
    motivo = "Ha recuperato nell’ultimo mese."
    autore = nello_stesso(PersonaFactory)
    decisa_il = ADESSO


class LivelloCertificatoFactory(DiIstitutoFactory):
    class Meta:
        model = models.LivelloCertificato

    classe_rilevata = nello_stesso(ClasseRilevataFactory)
    iscrizione = nello_stesso(IscrizioneFactory, classe=SelfAttribute("..classe_rilevata.classe"))
    competenza = SubFactory(CompetenzaFactory)
    media_numeratore = 3
    media_denominatore = 1
    numero = 1
    proposto = Livello.B
    livello = Livello.B
    origine = OrigineLivello.MEDIA
