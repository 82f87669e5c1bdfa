"""Courses, classes, groups, subjects."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cpia.scuola.enums import Ordinamento, TipoGruppo
from cpia.scuola.models.istituti import AnnoScolastico, DiIstituto, Sede


class Corso(DiIstituto):
    """A course of study as the institute offers it (ITCG AFM, Liceo scientifico…)."""

    nome = models.CharField(max_length=160)
    sigla = models.CharField(max_length=12)
    ordinamento = models.CharField(max_length=16, choices=Ordinamento)

    class Meta:
        verbose_name_plural = "corsi di studio"
        ordering = ["ordinamento", "nome"]
        constraints = [models.UniqueConstraint("istituto", "sigla", name="corso_sigla_unica")]

    def __str__(self) -> str:
        return self.nome


class Classe(DiIstituto):
    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="classi")
    sede = models.ForeignKey(Sede, models.PROTECT, related_name="classi")
    corso = models.ForeignKey(Corso, models.PROTECT, related_name="classi")
    anno_di_corso = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    sezione = models.CharField(max_length=4)

    class Meta:
        verbose_name_plural = "classi"
        ordering = ["anno_di_corso", "corso__sigla", "sezione"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "anno_scolastico", "corso", "anno_di_corso", "sezione",
                name="classe_unica",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        """As teachers say it: «2ªB AFM». Needs ``corso`` loaded."""
        return f"{self.anno_di_corso}ª{self.sezione} {self.corso.sigla}"


class Gruppo(DiIstituto):
    """The students of a class who follow something that the others do not."""

    classe = models.ForeignKey(Classe, models.PROTECT, related_name="gruppi")
    tipo = models.CharField(max_length=12, choices=TipoGruppo)
    nome = models.CharField(max_length=80)

    class Meta:
        verbose_name_plural = "gruppi"
        ordering = ["nome"]
        constraints = [
            models.UniqueConstraint("istituto", "classe", "nome", name="gruppo_nome_unico")
        ]

    def __str__(self) -> str:
        return self.nome


class Disciplina(DiIstituto):
    nome = models.CharField(max_length=120)
    lingua = models.CharField(
        max_length=40, blank=True, help_text="La lingua straniera che si studia, se è una lingua."
    )

    class Meta:
        verbose_name_plural = "discipline"
        ordering = ["nome"]
        constraints = [models.UniqueConstraint("istituto", "nome", name="disciplina_nome_unico")]

    def __str__(self) -> str:
        return self.nome


class Cattedra(DiIstituto):
    """A subject in a class; who teaches it is said by the incarichi."""

    classe = models.ForeignKey(Classe, models.PROTECT, related_name="cattedre")
    disciplina = models.ForeignKey(Disciplina, models.PROTECT, related_name="cattedre")
    gruppo = models.ForeignKey(
        Gruppo, models.PROTECT, null=True, blank=True, related_name="cattedre"
    )

    class Meta:
        verbose_name_plural = "cattedre"
        ordering = ["disciplina__nome", "id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "classe", "disciplina", "gruppo",
                name="cattedra_unica", nulls_distinct=False,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"cattedra {self.pk}"
