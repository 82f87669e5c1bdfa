"""What a vote on persons elects, and the office that counts ballots of paper."""

from django.db import models
from django.db.models import F, Q

from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.enums import Carica, Componente
from organi_collegiali.models.organi import OrganoCollegiale
from organi_collegiali.models.voti import Votazione


class ElezioneInSeduta(DiIstituto):
    """What a vote by preferences elects: a charge of an organ, or those who sit in it.

    The candidates are the proposals of the vote.
    """

    votazione = models.OneToOneField(Votazione, models.CASCADE, related_name="elezione")
    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="+")
    carica = models.CharField(max_length=16, choices=scelte(Carica), blank=True)
    componente = models.CharField(max_length=12, choices=scelte(Componente), blank=True)
    posti = models.PositiveSmallIntegerField("quanti se ne eleggono", default=1)
    preferenze = models.PositiveSmallIntegerField("preferenze per scheda", default=1)
    assoluta = models.BooleanField("occorre la maggioranza assoluta dei componenti", default=False)
    fonte = models.CharField("norma", max_length=200, blank=True)
    dal = models.DateField("in carica dal")
    al = models.DateField("in carica fino al", null=True, blank=True)

    class Meta:
        verbose_name_plural = "elezioni in seduta"
        constraints = [
            models.CheckConstraint(
                condition=Q(posti__gte=1, preferenze__gte=1), name="elezione_in_seduta_posti"
            ),
            models.CheckConstraint(
                condition=Q(carica="") ^ Q(componente=""), name="elezione_in_seduta_di_che_cosa"
            ),
            models.CheckConstraint(
                condition=Q(carica="") | Q(posti=1, preferenze=1),
                name="elezione_in_seduta_una_carica",
            ),
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")),
                name="elezione_in_seduta_dal_al",
            ),
        ]

    def __str__(self) -> str:
        return f"elezione in seduta {self.pk}"


class Seggio(DiIstituto):
    """The office of three that counted the ballots of paper of a vote, and how many voted."""

    votazione = models.OneToOneField(Votazione, models.CASCADE, related_name="seggio")
    segretario = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    primo_scrutatore = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    secondo_scrutatore = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    votanti = models.PositiveSmallIntegerField("quanti hanno votato")

    class Meta:
        verbose_name_plural = "seggi"
        constraints = [
            models.CheckConstraint(
                condition=~Q(primo_scrutatore=F("secondo_scrutatore"))
                & ~Q(segretario=F("primo_scrutatore"))
                & ~Q(segretario=F("secondo_scrutatore")),
                name="seggio_di_tre",
            )
        ]

    def __str__(self) -> str:
        return f"seggio {self.pk}"
