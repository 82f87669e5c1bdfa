"""Institutes, their seats and school years: the ground of every other row."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cpia.scuola.enums import TipoIstituto


class Istituto(models.Model):
    """A school with legal personality."""

    slug = models.SlugField("indirizzo nel portale", unique=True)
    tipo = models.CharField(max_length=20, choices=TipoIstituto)
    denominazione = models.CharField(max_length=200)
    denominazione_breve = models.CharField(max_length=80)
    codice_meccanografico = models.CharField(max_length=10, unique=True, null=True, blank=True)
    codice_fiscale = models.CharField(max_length=11, unique=True)
    indirizzo = models.CharField(max_length=200, blank=True)
    cap = models.CharField("CAP", max_length=5, blank=True)
    comune = models.CharField(max_length=80)
    provincia = models.CharField(max_length=2)
    telefono = models.CharField(max_length=80, blank=True)
    email = models.EmailField("e-mail", blank=True)
    pec = models.EmailField("PEC", blank=True)
    sito = models.URLField(blank=True)

    class Meta:
        verbose_name_plural = "istituti"
        ordering = ["denominazione"]

    def __str__(self) -> str:
        return self.denominazione_breve


class DiIstituto(models.Model):
    """A row that belongs to one institute."""

    istituto = models.ForeignKey(Istituto, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Sede(DiIstituto):
    nome = models.CharField(max_length=120)
    codice_meccanografico = models.CharField(max_length=10, blank=True)
    indirizzo = models.CharField(max_length=200, blank=True)
    comune = models.CharField(max_length=80, blank=True)
    riservata = models.BooleanField(
        default=False, help_text="Carcere, comunità, casa rifugio: la conoscono ufficio e tutor."
    )

    class Meta:
        verbose_name_plural = "sedi"
        ordering = ["nome"]
        constraints = [models.UniqueConstraint("istituto", "nome", name="sede_nome_unico")]

    def __str__(self) -> str:
        return self.nome


class AnnoScolastico(DiIstituto):
    """From 1 September to 31 August (D.Lgs. 297/1994 art. 74 c. 1)."""

    inizio = models.PositiveSmallIntegerField(
        "anno di inizio", validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )

    class Meta:
        verbose_name_plural = "anni scolastici"
        ordering = ["-inizio"]
        constraints = [models.UniqueConstraint("istituto", "inizio", name="anno_unico")]

    def __str__(self) -> str:
        return f"{self.inizio}/{(self.inizio + 1) % 100:02d}"
