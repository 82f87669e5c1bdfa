"""What members ask: a sitting, an answer, a vote."""

from django.db import models
from django.db.models import Q

from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.models.organi import Mandato, OrganoCollegiale
from organi_collegiali.models.punti import Punto
from organi_collegiali.models.sedute import Seduta

CHI_CHIEDE = [
    ("componenti", "componenti dell’organo"),
    ("giunta", "Giunta esecutiva"),
    ("presidente", "Presidente"),
]
GENERI_MOZIONE = [
    ("interrogazione", "interrogazione"),
    ("interpellanza", "interpellanza"),
    ("mozione", "mozione"),
]


class Richiesta(DiIstituto):
    """The request of a part of the members that the organ be convened, with its last day."""

    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="richieste")
    chi = models.CharField("chi la chiede", max_length=12, choices=CHI_CHIEDE)
    firmatari = models.ManyToManyField(Mandato, through="FirmaRichiesta", related_name="+")
    argomenti = models.TextField("argomenti da trattare")
    presentata_il = models.DateTimeField()
    convocare_entro = models.DateField()
    perche = models.JSONField(default=list)
    seduta = models.ForeignKey(
        Seduta, models.PROTECT, null=True, blank=True, related_name="richieste"
    )

    class Meta:
        verbose_name_plural = "richieste di convocazione"
        ordering = ["-presentata_il", "-id"]

    def __str__(self) -> str:
        return f"richiesta {self.pk}"


class FirmaRichiesta(DiIstituto):
    richiesta = models.ForeignKey(Richiesta, models.CASCADE, related_name="firme")
    mandato = models.ForeignKey(Mandato, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "firme delle richieste"
        constraints = [
            models.UniqueConstraint("istituto", "richiesta", "mandato", name="firma_unica")
        ]

    def __str__(self) -> str:
        return f"firma {self.pk}"


class Mozione(DiIstituto):
    """A question, an interpellation or a motion (`001` art. 7).

    A motion made before a sitting goes on the first agenda; one on an item is voted there.
    """

    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="mozioni")
    genere = models.CharField(max_length=16, choices=GENERI_MOZIONE)
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    oggetto = models.CharField(max_length=200)
    testo = models.TextField()
    presentata_il = models.DateTimeField()
    punto = models.ForeignKey(Punto, models.PROTECT, null=True, blank=True, related_name="mozioni")
    risposta = models.TextField(blank=True)
    risposta_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "mozioni, interrogazioni, interpellanze"
        ordering = ["-presentata_il", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(risposta_il__isnull=True) | ~Q(risposta=""),
                name="mozione_risposta_scritta",
            )
        ]

    def __str__(self) -> str:
        return f"{self.genere} {self.pk}"
