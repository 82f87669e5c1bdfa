"""The posts offered to who is next in a final ranking."""

from django.db import models
from django.db.models import Q

from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models.candidature import Candidatura
from selezioni_pon.models.graduatorie import Graduatoria

RISPOSTE = [
    StatoProposta.ACCETTATA.value, StatoProposta.RIFIUTATA.value, StatoProposta.CESSATA.value,
]  # fmt: skip


class Proposta(DiIstituto):
    """A post offered to who is next in the final ranking; a refusal scrolls the list.

    ``rispondere_entro`` is the last day; ``motivo`` that of a refusal or of an end before time;
    ``altri_incarichi`` what who accepted from outside declared, empty where there are none
    (D.Lgs. 33/2013, art. 15 c. 1 lett. c).
    """

    graduatoria = models.ForeignKey(Graduatoria, models.PROTECT, related_name="proposte")
    candidatura = models.ForeignKey(Candidatura, models.PROTECT, related_name="proposte")
    stato = models.CharField(
        max_length=10, choices=scelte(StatoProposta), default=StatoProposta.IN_ATTESA.value
    )
    proposta_il = models.DateTimeField()
    proposta_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    rispondere_entro = models.DateField()
    risposta_il = models.DateTimeField(null=True, blank=True)
    risposta_di = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    motivo = models.CharField(max_length=600, blank=True)
    altri_incarichi = models.CharField(max_length=1000, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "proposte di incarico"
        ordering = ["proposta_il", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "graduatoria", "candidatura"], name="proposta_una_a_testa"
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=RISPOSTE) | Q(risposta_il__isnull=False),
                name="proposta_risposta_quando",
            ),
        ]

    def __str__(self) -> str:
        return f"proposta {self.pk}"
