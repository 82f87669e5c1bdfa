"""The welcome: meetings of each phase, the interview, the proofs."""

from django.db import models
from django.db.models import Q

from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona, Sede
from patto_formativo.enums import EsitoProva, Fase, TipoProva
from patto_formativo.models.corsisti import Corsista


class Incontro(DiIstituto):
    """A meeting of a phase, with one person or with a group (assembly)."""

    fase = models.CharField(max_length=20, choices=scelte(Fase))
    giorno = models.DateField()
    dalle = models.TimeField(null=True, blank=True)
    ore = models.DecimalField(max_digits=4, decimal_places=2)
    sede = models.ForeignKey(Sede, models.PROTECT, null=True, blank=True, related_name="+")
    conduce = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    assemblea = models.BooleanField("incontro collettivo", default=False)
    argomento = models.CharField(max_length=300, blank=True)
    registrato_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    registrato_il = models.DateTimeField()
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "incontri dell’accoglienza"
        ordering = ["giorno", "dalle", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ore__gt=0, ore__lte=12), name="incontro_ore")
        ]

    def __str__(self) -> str:
        return f"incontro {self.pk}"


class PresenzaIncontro(DiIstituto):
    """Who was at a meeting."""

    incontro = models.ForeignKey(Incontro, models.CASCADE, related_name="presenze")
    corsista = models.ForeignKey(Corsista, models.PROTECT, related_name="incontri")

    class Meta:
        verbose_name_plural = "presenze agli incontri"
        constraints = [
            models.UniqueConstraint(
                "istituto", "incontro", "corsista", name="presenza_incontro_unica"
            )
        ]

    def __str__(self) -> str:
        return f"presenza {self.pk}"


class Intervista(DiIstituto):
    """The biographical interview, by the questions of ``dati/intervista.toml``.

    ``risposte`` maps the key of a question to what was answered.
    """

    corsista = models.OneToOneField(Corsista, models.PROTECT, related_name="intervista")
    risposte = models.JSONField(default=dict)
    fatta_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    aggiornata_il = models.DateTimeField()
    conclusa_il = models.DateTimeField(null=True, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "interviste"

    def __str__(self) -> str:
        return f"intervista {self.pk}"


class Prova(DiIstituto):
    """A proof of the welcome, with its outcome."""

    corsista = models.ForeignKey(Corsista, models.PROTECT, related_name="prove")
    tipo = models.CharField(max_length=14, choices=scelte(TipoProva))
    materia = models.CharField("ambito o disciplina", max_length=120, blank=True)
    giorno = models.DateField()
    esito = models.CharField(max_length=10, choices=scelte(EsitoProva))
    punteggio = models.CharField(max_length=40, blank=True)
    osservazioni = models.CharField(max_length=600, blank=True)
    valutata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    registrata_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "prove dell’accoglienza"
        ordering = ["giorno", "id"]

    def __str__(self) -> str:
        return f"prova {self.pk}"
