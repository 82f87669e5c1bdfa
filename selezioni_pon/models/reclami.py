"""The complaints against a ranking, with their answers."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.models.candidature import Candidatura
from selezioni_pon.models.graduatorie import Graduatoria


class Reclamo(DiIstituto):
    """A complaint against a published provisional ranking, with its answer.

    ``decidere_entro`` is the day by which one answers; ``recepito_in`` the version that applies it.
    """

    graduatoria = models.ForeignKey(Graduatoria, models.PROTECT, related_name="reclami")
    candidatura = models.ForeignKey(Candidatura, models.PROTECT, related_name="reclami")
    testo = models.TextField(max_length=6000)
    presentato_il = models.DateTimeField()
    decidere_entro = models.DateField()
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    esito = models.CharField(max_length=18, choices=scelte(EsitoReclamo), blank=True)
    risposta = models.TextField(max_length=6000, blank=True)
    deciso_il = models.DateTimeField(null=True, blank=True)
    deciso_da = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recepito_in = models.ForeignKey(
        Graduatoria, models.PROTECT, null=True, blank=True, related_name="recepiti"
    )
    chiave = models.CharField("chiave del modulo", max_length=64)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "reclami"
        ordering = ["presentato_il", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "candidatura", "chiave"], name="reclamo_uno_per_modulo"
            ),
            models.UniqueConstraint(
                fields=["istituto", "graduatoria", "candidatura"],
                condition=Q(esito=""),
                name="reclamo_uno_aperto",
            ),
            models.CheckConstraint(
                condition=Q(esito="")
                | ~Q(risposta="") & Q(deciso_il__isnull=False, deciso_da__isnull=False),
                name="reclamo_risposta_intera",
            ),
            models.CheckConstraint(
                condition=Q(deciso_il__isnull=True) | Q(deciso_il__gte=F("presentato_il")),
                name="reclamo_deciso_dopo",
            ),
        ]

    def __str__(self) -> str:
        return f"reclamo {self.pk}"
