"""What a CPIA offers in a school year: courses by site and time, their hours, their units.

``versione`` grows at every change, so that two who edit do not overwrite each other.
"""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from cpia.norme.enums import scelte
from cpia.scuola.models import AnnoScolastico, DiIstituto, Sede
from organi_collegiali.models import Delibera
from patto_formativo.enums import Fascia, GenereOfferta, Livello, Percorso

# What has no hours and no agreement of its own.
AMPLIAMENTO = GenereOfferta.AMPLIAMENTO.value
ALFABETIZZAZIONE = Percorso.ALFABETIZZAZIONE.value


class AperturaIscrizioni(DiIstituto):
    """The enrolments of a year: the fee of the Consiglio, the term of the Collegio.

    After ``termine`` one enrols all the same, late, with an agreement of up to two years.
    """

    anno_scolastico = models.OneToOneField(AnnoScolastico, models.PROTECT, related_name="+")
    dal = models.DateField()
    termine = models.DateField(null=True, blank=True)
    termine_estremi = models.CharField("delibera del termine", max_length=200, blank=True)
    quota = models.DecimalField(
        max_digits=7, decimal_places=2, validators=[MinValueValidator(0)], null=True, blank=True
    )
    quota_estremi = models.CharField("delibera della quota", max_length=200, blank=True)
    quota_delibera = models.ForeignKey(
        Delibera, models.PROTECT, null=True, blank=True, related_name="+"
    )
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "aperture delle iscrizioni"
        constraints = [
            models.CheckConstraint(
                condition=Q(termine__isnull=True) | Q(termine__gte=F("dal")), name="apertura_dal_al"
            ),
            models.CheckConstraint(
                condition=Q(quota__isnull=True) | Q(quota__gte=0), name="apertura_quota"
            ),
        ]

    def __str__(self) -> str:
        return f"iscrizioni {self.pk}"


class Offerta(DiIstituto):
    """A course at a site and at some hours: what an applicant chooses."""

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    genere = models.CharField(max_length=32, choices=scelte(GenereOfferta))
    livello = models.CharField(max_length=2, choices=scelte(Livello), blank=True)
    titolo = models.CharField(max_length=120, blank=True)
    sede = models.ForeignKey(Sede, models.PROTECT, related_name="+")
    fascia = models.CharField(max_length=12, choices=scelte(Fascia))
    giorni = models.CharField("giorni della settimana", max_length=120)
    dalle = models.TimeField()
    alle = models.TimeField()
    aula = models.CharField(max_length=60, blank=True)
    aperta = models.BooleanField("si accettano iscrizioni", default=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "offerte"
        ordering = ["genere", "livello", "sede__nome", "dalle", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(alle__gt=F("dalle")), name="offerta_dalle_alle"),
            models.CheckConstraint(
                condition=~Q(genere=AMPLIAMENTO) | ~Q(titolo=""), name="offerta_ampliamento_titolo"
            ),
            models.CheckConstraint(
                condition=Q(livello="") | Q(genere=ALFABETIZZAZIONE), name="offerta_livello"
            ),
        ]

    def __str__(self) -> str:
        return self.titolo or self.get_genere_display()


class QuadroOrario(DiIstituto):
    """The hours of each competence of a path, as the CPIA fixes them for a year.

    ``ore`` maps the code of a competence to its hours, written as a decimal («25.2»).
    """

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    percorso = models.CharField(max_length=32, choices=scelte(Percorso))
    livello = models.CharField(max_length=2, choices=scelte(Livello), blank=True)
    ore = models.JSONField(default=dict)
    estremi = models.CharField("atto che lo adotta", max_length=200, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "quadri orari"
        constraints = [
            models.UniqueConstraint(
                "istituto", "anno_scolastico", "percorso", "livello", name="quadro_orario_unico"
            )
        ]

    def __str__(self) -> str:
        return f"quadro {self.pk}"


class UnitaApprendimento(DiIstituto):
    """A learning unit of the programme: competences, hours, those at a distance, its proof.

    ``da_unita`` is the first of the units that this one was copied from, year after year.
    """

    quadro = models.ForeignKey(QuadroOrario, models.PROTECT, related_name="unita")
    ordine = models.PositiveSmallIntegerField()
    titolo = models.CharField(max_length=160)
    competenze = models.JSONField(default=list)
    ore = models.DecimalField(max_digits=6, decimal_places=2)
    a_distanza = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    fruizione = models.CharField("dove si segue a distanza", max_length=160, blank=True)
    prova = models.CharField("prova che la certifica", max_length=160)
    da_unita = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copie"
    )
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "unità di apprendimento"
        ordering = ["quadro", "ordine", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ore__gt=0, a_distanza__gte=0, a_distanza__lte=F("ore")),
                name="unita_ore",
            )
        ]

    def __str__(self) -> str:
        return self.titolo

    @property
    def radice(self) -> int:
        """What the copies of a unit have in common: a plan of two years knows it by this."""
        return self.da_unita_id or self.pk
